import { evaluate, packOf, type ElderFacts } from '../../..';
import { grounds } from '../../../../../test/policy/story';
import { child, elder, said, villager, wife } from './story';

const beijing = packOf('beijing')!;

describe('北京 二（五）2 频次', () => {
  it.each([
    ['2024-02-29', 'month'],
    ['2025-01-01', 'month'],
    ['2025-12-31', 'month'],
    ['2026-01-01', 'week'],
    ['2031-07-05', 'week'],
  ])('on %s: every %s', (on, every) => {
    expect(said(villager(), on).visits?.every).toBe(every);
  });

  it('is monthly by the plan, weekly by a reading of 「到2025年底」', () => {
    expect(grounds(said(villager(), '2025-12-31').visits?.because)).toEqual([
      '二（五）2 到2024年底每月探访关爱应不少于1次',
    ]);
    expect(grounds(said(villager(), '2026-01-01').visits?.because)).toEqual([
      '二（五）2 读法',
      '二（五）2 到2025年底原则上每周探访关爱应不少于1次',
    ]);
  });

  it('a district may read it otherwise, from its day on; it cannot touch the monthly visit', () => {
    const mine = { ruleId: 'beijing.cadence', value: 'half-month', from: '2026-01-01', reason: '本区分步到位' };
    expect(evaluate(beijing, villager(), '2026-02-01', [mine]).visits?.every).toBe('half-month');
    const early = { ...mine, from: '2025-01-01' };
    expect(evaluate(beijing, villager(), '2025-06-01', [early]).visits?.every).toBe('month');
  });

  it('has no tiers and no entrustment', () => {
    expect(said(villager({ staffTier: 'key', entrustment: 'active' }))).toMatchObject({
      tier: null,
      entrustment: null,
      serviceProvider: 'assigned',
    });
  });
});

describe('北京 三（二）签约驿站、家庭养老床位', () => {
  const providerOf = (facts: Partial<ElderFacts>) => said(villager(facts)).serviceProvider;

  it.each([
    [['care-station'], 'basic-guarantee', 'contracted'],
    [['care-station'], 'key-service', 'contracted'],
    [['home-care-bed'], 'basic-guarantee', 'contracted'],
    [['home-care-service', 'home-care-bed'], 'key-service', 'contracted'],
    [['care-station'], 'other', 'assigned'],
    [['care-station'], undefined, 'assigned'],
    [['home-care-service'], 'basic-guarantee', 'assigned'],
    [[], 'basic-guarantee', 'assigned'],
    [undefined, 'key-service', 'assigned'],
  ] as const)('%j and %s: %s', (contracts, serviceClass, expected) => {
    expect(providerOf({ contracts, serviceClass })).toBe(expected);
  });
});

describe('北京 二（二）1、2、3 高龄重点摸排', () => {
  const flagsOf = (facts: ElderFacts, on?: string) => said(facts, on).flags.map(({ code }) => code);
  const aged = { birthDate: '1946-03-02' } as const;

  it('80+ and 独居, 空巢 or 留守, from the birthday on', () => {
    expect(flagsOf(villager(aged), '2026-03-01')).toEqual([]);
    expect(flagsOf(villager(aged), '2026-03-02')).toEqual(['priority-screening']);
    expect(flagsOf(elder({ ...aged, maritalStatus: 'widowed', relatives: [] }))).toEqual(['priority-screening']);
    expect(flagsOf(elder({ ...aged, relatives: [wife(), child()] }))).toEqual(['priority-screening']);
  });

  it('not for 80+ in another category', () => {
    expect(flagsOf(elder({ ...aged, ability: { level: 'severe' } }))).toEqual([]);
    expect(flagsOf(elder({ ...aged, locallyDesignated: { reason: '多病' } }))).toEqual([]);
  });

  it('is raised once and cites the category’s own sentence', () => {
    const why = (facts: ElderFacts) => said(facts).flags.map(({ because }) => grounds(because));
    const reading = '二（二） 读法';
    expect(why(elder({ ...aged, maritalStatus: 'widowed', relatives: [] }))).toEqual([
      ['二（二）1 其中,对高龄独居老年人进行重点摸排。', reading],
    ]);
    expect(why(elder({ ...aged, relatives: [wife(), child()] }))).toEqual([
      ['二（二）2 其中,对高龄空巢老年人进行重点摸排。', reading],
    ]);
    const nearButUnable = child({
      awaySince: '2020-01-01',
      ableToSupport: false,
      residence: { division: '110111105208' },
    });
    expect(why(villager({ ...aged, relatives: [nearButUnable] }))).toEqual([
      ['二（二）3 其中,对高龄留守老年人进行重点摸排。', reading],
    ]);
  });

  it('stands before the reminders about old papers', () => {
    const facts = villager({
      ...aged,
      ability: { level: 'mild', assessedOn: '2025-03-01' },
      disability: { grade: 1, validUntil: '2026-03-01' },
    });
    expect(flagsOf(facts)).toEqual(['priority-screening', 'assessment-stale', 'certificate-expired']);
  });
});
