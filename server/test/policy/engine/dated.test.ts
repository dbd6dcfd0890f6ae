import { always, dated, since, valueOn } from '../../../src/policy/engine/dated';
import { definePlan } from '../../../src/policy/engine/citation';
import { decide } from '../../../src/policy/engine/rule';

const plan = definePlan('example', '样例方案', { weekly: { article: '二', text: '每周一次' } });
const cite = plan.cite('cadence', 'weekly');
const reading = plan.reading('cadence', '二', '我们的理解：每月一次');

describe('dated values', () => {
  const cadence = dated(always('month', reading), since('2026-01-01', 'week', cite));

  it.each([
    ['2020-01-01', 'month'],
    ['2025-12-31', 'month'],
    ['2026-01-01', 'week'],
    ['2030-01-01', 'week'],
  ])('on %s: %s', (on, value) => {
    expect(valueOn(cadence, on).value).toBe(value);
  });

  it('refuses start dates that do not rise', () => {
    expect(() => dated(always(1, cite), since('2026-01-01', 2, cite), since('2026-01-01', 3, cite))).toThrow(
      RangeError,
    );
  });

  it('does not compile without a citation', () => {
    // @ts-expect-error a value without a citation
    always('week');
    // @ts-expect-error a dated value without a citation
    since('2026-01-01', 'week');
    // @ts-expect-error a citation made by hand, past the plan's list of quotations
    always('week', { rule: 'x', document: 'x', article: 'x', text: '自己写的', reading: false });
    // @ts-expect-error a sentence that the plan's list does not hold
    expect(() => plan.cite('cadence', 'daily')).toThrow();
  });
});

describe('decide', () => {
  const table = {
    values: ['week', 'month'] as const,
    rules: [
      { when: (age: number) => age >= 80, then: always('week' as const, reading) },
      { when: (age: number) => age >= 60, then: always('month' as const, cite) },
    ],
  };
  const mine = { ruleId: 'example.cadence', value: 'month', from: '2026-03-01', reason: '本区人手' };

  it('takes the first rule that holds', () => {
    expect(decide(table, 85, '2026-03-02')?.value).toBe('week');
    expect(decide(table, 65, '2026-03-02')?.value).toBe('month');
    expect(decide(table, 50, '2026-03-02')).toBeNull();
  });

  it('lets a district change a reading from its day on, and says so', () => {
    const changed = decide(table, 85, '2026-03-02', [mine]);
    expect(changed?.value).toBe('month');
    expect(changed?.because.map(({ text }) => text)).toEqual([
      '本区规定（自2026-03-01起）：本区人手',
      '我们的理解：每月一次',
    ]);
    expect(decide(table, 85, '2026-02-28', [mine])?.value).toBe('week');
  });

  it('takes the district’s latest decision', () => {
    const later = { ...mine, value: 'week', from: '2026-04-01', reason: '恢复' };
    expect(decide(table, 85, '2026-04-02', [later, mine])?.value).toBe('week');
    expect(decide(table, 85, '2026-03-15', [later, mine])?.value).toBe('month');
  });

  it('never lets a district change what the plan says in so many words', () => {
    expect(decide(table, 65, '2026-03-02', [{ ...mine, value: 'week' }])?.value).toBe('month');
  });

  it('ignores a value that the table does not know', () => {
    expect(decide(table, 85, '2026-03-02', [{ ...mine, value: 'year' }])?.value).toBe('week');
  });
});
