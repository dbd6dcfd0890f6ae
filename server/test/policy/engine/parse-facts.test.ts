import fc from 'fast-check';
import { evaluate, packs, parseFacts, parseQuestion } from '../../../src/policy';
import { liXiulan, TODAY } from '../story';

/** Field and message of each problem, or none. */
function problemsOf(facts: unknown, on?: string): Record<string, string> {
  const parsed = parseFacts(facts, on);
  return 'problems' in parsed ? Object.fromEntries(parsed.problems.map(({ field, message }) => [field, message])) : {};
}
const withFact = (facts: object) => problemsOf({ birthDate: '1943-05-02', residence: {}, ...facts });

describe('parseFacts', () => {
  it('gives back what it was given', () => {
    const facts = liXiulan({ ability: { level: 'mild', assessedOn: '2025-09-01' }, assistance: ['minimum-living'] });
    expect(parseFacts(facts, TODAY)).toEqual({ facts });
  });

  it('requires a birth date and a residence, and nothing else', () => {
    expect(problemsOf({})).toEqual({ birthDate: 'birthDate 必须填写', residence: 'residence 必须填写' });
    expect(problemsOf({ birthDate: '1943-05-02', residence: { division: '370102' } })).toEqual({});
  });

  it.each([null, 'elder', 7, []])('refuses %j', (facts) => {
    expect(Object.keys(problemsOf(facts))).toHaveLength(1);
  });

  it('refuses a birth date after the day of the evaluation, and takes one on it', () => {
    expect(problemsOf({ birthDate: '2026-03-03', residence: {} }, TODAY)).toEqual({
      birthDate: 'birthDate 不能晚于评估日期',
    });
    expect(problemsOf({ birthDate: TODAY, residence: {} }, TODAY)).toEqual({});
  });

  it.each([
    [{ birthDate: '1943-02-29' }, 'birthDate 应是 YYYY-MM-DD 格式的真实日期'],
    [{ birthDate: 1943 }, 'birthDate 应是 YYYY-MM-DD 格式的真实日期'],
    [{ residence: '370102' }, 'residence 应是一组字段'],
    [{ residence: { division: 370102 } }, 'residence.division 应是行政区划代码，最多 12 位数字'],
    [{ residence: { division: '37-01' } }, 'residence.division 应是行政区划代码，最多 12 位数字'],
    [{ household: { rural: 'yes' } }, 'household.rural 应是 true 或 false'],
    [{ maritalStatus: 'single' }, 'maritalStatus 应是 married、widowed、divorced、never-married 之一'],
    [{ relatives: {} }, 'relatives 应是一个列表'],
    [{ relatives: [{}] }, 'relatives[0].relation 必须填写'],
    [{ relatives: [{ relation: 'child' }, { relation: 'son' }] }, 'relatives[1].relation 应是 spouse'],
    [{ relatives: [{ relation: 'child', awaySince: '2025-13-01' }] }, 'relatives[0].awaySince 应是'],
    [{ relatives: [{ relation: 'child', residence: { division: 'x' } }] }, 'relatives[0].residence.division 应是'],
    [{ relatives: [{ relation: 'child', ableToSupport: 1 }] }, 'relatives[0].ableToSupport 应是'],
    [{ ability: { level: 'bad' } }, 'ability.level 应是'],
    [{ ability: {} }, 'ability.level 必须填写'],
    [{ disability: { kinds: ['eye'], grade: 1 } }, 'disability.kinds[0] 应是'],
    [{ disability: { kinds: [], grade: 5 } }, 'disability.grade 应是 1 到 4 的整数'],
    [{ disability: { kinds: [] } }, 'disability.grade 必须填写'],
    [{ onlyChild: { status: 'disabled' } }, 'onlyChild.disabilityGrade 必须填写'],
    [{ assistance: ['rich'] }, 'assistance[0] 应是'],
    [{ contracts: 'care-station' }, 'contracts 应是一个列表'],
    [{ entrustment: true }, 'entrustment 应是 none、active 之一'],
    [{ locallyDesignated: { reason: ' ' } }, 'locallyDesignated.reason 应是 1 到 200 个字的文字'],
    [{ dementia: null }, 'dementia 应是 true 或 false'],
    [{ maritalstatus: 'widowed' }, 'maritalstatus 不是认识的字段'],
  ])('refuses %j', (facts, message) => {
    const [found] = Object.values(withFact(facts));
    expect(found?.slice(0, message.length)).toBe(message);
    expect(Object.keys(withFact(facts))).toHaveLength(1);
  });

  it('takes a deceased only child without a grade', () => {
    expect(withFact({ onlyChild: { status: 'deceased' } })).toEqual({});
  });

  it('names every faulty field, each once', () => {
    expect(Object.keys(withFact({ birthDate: '?', dementia: 'x', relatives: [{ relation: 'x', age: 3 }] }))).toEqual([
      'birthDate',
      'relatives[0].relation',
      'relatives[0].age',
      'dementia',
    ]);
  });
});

describe('parseQuestion', () => {
  it('reads the day and the facts', () => {
    expect(parseQuestion({ on: TODAY, facts: liXiulan() })).toEqual({ on: TODAY, facts: liXiulan() });
  });

  it('names fields from the body down', () => {
    const parsed = parseQuestion({ on: '2026-02-30', facts: { residence: {} }, extra: 1 });
    expect('problems' in parsed && parsed.problems.map(({ field }) => field)).toEqual([
      'on',
      'facts.birthDate',
      'extra',
    ]);
    expect(parseQuestion({ on: TODAY, facts: { birthDate: '2030-01-01', residence: {} } })).toEqual({
      problems: [{ field: 'facts.birthDate', message: 'facts.birthDate 不能晚于评估日期' }],
    });
  });

  it('either refuses what it is sent, naming a field, or reads facts that every pack can evaluate', () => {
    const place = fc.record({ division: fc.constantFrom('370102009001', '370102', '3', 'x') }, { requiredKeys: [] });
    const relative = fc.record(
      {
        relation: fc.constantFrom('spouse', 'child', 'sibling', 'friend'),
        livesWithElder: fc.boolean(),
        residence: place,
        awaySince: fc.constantFrom('2025-08-31', '2030-01-01', 'long ago'),
      },
      { requiredKeys: ['relation'] },
    );
    const facts = fc.record(
      {
        birthDate: fc.constantFrom('1943-05-02', '1944-02-29', '1970-01-01', '2030-01-01', '?'),
        residence: place,
        maritalStatus: fc.constantFrom('married', 'widowed', 'divorced', 'never-married'),
        relatives: fc.array(relative, { maxLength: 3 }),
        ability: fc.record({
          level: fc.constantFrom('intact', 'mild', 'total'),
          assessedOn: fc.constant('2025-01-01'),
        }),
        onlyChild: fc.record({ status: fc.constantFrom('deceased', 'disabled') }),
        anything: fc.jsonValue(),
      },
      { requiredKeys: ['birthDate', 'residence'] },
    );
    fc.assert(
      fc.property(fc.oneof(facts, fc.jsonValue()), (body) => {
        const parsed = parseQuestion({ on: TODAY, facts: body });
        if ('problems' in parsed) {
          expect(parsed.problems.length).toBeGreaterThan(0);
          for (const { field, message } of parsed.problems) expect(message).toContain(field);
          return;
        }
        for (const pack of packs) expect(evaluate(pack, parsed.facts, parsed.on).pack).toBe(pack.id);
      }),
    );
  });
});
