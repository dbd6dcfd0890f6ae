import fc from 'fast-check';
import { evaluate, explain, packOf, type ElderFacts } from '../../..';
import { grounds, inJinan, liXiulan, TODAY, widow } from '../../../../../test/policy/story';

const jinan = packOf('jinan')!;
const everyOf = (facts: ElderFacts) => inJinan(facts).visits?.every;

/** One sentence for all three, with the 原则上 that governs it and the 重点人群 that stands in it twice. */
const FREQUENCIES =
  '二（二）4 原则上一般人群每月探访关爱一次，重点人群每半个月探访关爱一次，重点人群一周探访关爱一次。';

describe('济南 二（二）4 关爱服务频次', () => {
  it('重点人群一周一次: the text prints 重点 twice, so this is a reading', () => {
    const result = inJinan(widow({ bedridden: true }));
    expect(result.visits?.every).toBe('week');
    expect(grounds(result.visits?.because)).toEqual([FREQUENCIES, '二（二）4 读法']);
  });

  it('次重点人群每半个月一次: the text prints 重点 twice, so this is a reading', () => {
    const result = inJinan(widow({ limitedMobility: true }));
    expect(result.visits?.every).toBe('half-month');
    expect(grounds(result.visits?.because)).toEqual(['二（二）4 读法', FREQUENCIES]);
  });

  it('一般人群每月一次', () => {
    const result = inJinan(widow());
    expect(result.visits?.every).toBe('month');
    expect(grounds(result.visits?.because)).toEqual([FREQUENCIES]);
  });
});

describe('济南 二（二）1 80 岁及以上：归委托服务，也不落下', () => {
  it('without a running entrustment: every week, as a reading', () => {
    const { visits } = inJinan(liXiulan());
    expect(visits?.every).toBe('week');
    expect(visits?.because[0]).toMatchObject({ rule: 'jinan.cadence.aged-80', reading: true });
    expect(everyOf(liXiulan({ entrustment: 'none' }))).toBe('week');
  });

  it('with a running entrustment: every month, recorded by the agency', () => {
    const { visits, serviceProvider } = inJinan(liXiulan({ entrustment: 'active' }));
    expect(visits?.every).toBe('month');
    expect(visits?.because[0]).toMatchObject({ rule: 'jinan.cadence.aged-80-entrusted', reading: true });
    expect(serviceProvider).toBe('agency');
  });

  it('from the 80th birthday on', () => {
    const aged = (on: string) => inJinan(widow({ birthDate: '1946-03-02', entrustment: 'active' }), on);
    expect(aged('2026-03-01')).toMatchObject({ visits: { every: 'month' }, serviceProvider: 'assigned' });
    expect(aged('2026-03-01').visits?.because).toMatchObject([{ rule: 'jinan.cadence.general' }]);
    expect(aged('2026-03-02').visits?.because[0]).toMatchObject({ rule: 'jinan.cadence.aged-80-entrusted' });
    expect(aged('2026-03-02').serviceProvider).toBe('agency');
  });

  it('an entrustment under 80 changes nothing', () => {
    const result = inJinan(widow({ entrustment: 'active', bedridden: true }));
    expect(result).toMatchObject({ visits: { every: 'week' }, serviceProvider: 'assigned' });
    expect(result.entrustment).toMatchObject({ eligible: false, governmentFunded: false });
  });

  it('nobody who is eligible is owed nothing', () => {
    const facts = fc.record({
      birthDate: fc.date({ min: new Date('1920-01-01'), max: new Date('1966-01-01'), noInvalidDate: true }),
      level: fc.constantFrom(undefined, 'intact', 'mild', 'moderate', 'severe', 'total' as const),
      entrustment: fc.constantFrom(undefined, 'none', 'active' as const),
      bedridden: fc.boolean(),
      limitedMobility: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, ({ birthDate, level, ...rest }) => {
        const ability = level === undefined ? undefined : { level };
        const person = widow({
          ...rest,
          ability,
          birthDate: birthDate.toISOString().slice(0, 10),
        });
        const result = inJinan(person);
        expect(result.eligible).toBe(true);
        expect(['week', 'half-month', 'month']).toContain(result.visits?.every);
        expect(result.tier).not.toBeNull();
        expect(result.serviceProvider).not.toBeNull();
      }),
    );
  });
});

describe('济南 二（三）委托服务', () => {
  it('80+ may entrust; 80+ living alone are funded by the government (a reading)', () => {
    const { entrustment } = inJinan(liXiulan());
    expect(entrustment).toMatchObject({ eligible: true, governmentFunded: true });
    expect(grounds(entrustment?.because)).toEqual([
      '二（三）1 委托服务对象为年龄≥80岁的特殊困难老年人。',
      '二（三）2 80周岁及以上高龄独居老年人，可采取政府委托服务的方式为老年人提供服务。',
      '二（三）2 读法',
    ]);
  });

  it('80+ who do not live alone pay themselves', () => {
    const { entrustment } = inJinan(
      liXiulan({ relatives: [{ relation: 'cohabitant', livesWithElder: true }], limitedMobility: true }),
    );
    expect(entrustment).toMatchObject({ eligible: true, governmentFunded: false });
    expect(entrustment?.because.some(({ reading }) => reading)).toBe(false);
  });

  it('under 80 nobody may, to the day', () => {
    const on = (day: string) => inJinan(widow({ birthDate: '1946-03-02' }), day).entrustment;
    expect(on('2026-03-01')).toMatchObject({ eligible: false, governmentFunded: false });
    expect(grounds(on('2026-03-01')?.because)).toEqual(['二（三）1 委托服务对象为年龄≥80岁的特殊困难老年人。']);
    expect(on('2026-03-02')).toMatchObject({ eligible: true, governmentFunded: true });
  });
});

describe('济南 二（二）4 谁来探访', () => {
  const providerOf = (facts: ElderFacts) => inJinan(facts).serviceProvider;

  it.each(['home-care-service', 'home-care-bed'] as const)('%s: the contractor visits', (contract) => {
    expect(providerOf(widow({ contracts: [contract] }))).toBe('contracted');
    expect(providerOf(liXiulan({ contracts: [contract] }))).toBe('contracted');
  });

  it('a care station contract is of no account here', () => {
    expect(providerOf(widow({ contracts: ['care-station'], serviceClass: 'basic-guarantee' }))).toBe('assigned');
    expect(providerOf(widow({ contracts: [] }))).toBe('assigned');
  });

  it('a running entrustment comes before a contract: our reading, for the plan says it of neither', () => {
    const because = (facts: ElderFacts) => explain(jinan, facts, TODAY).provider?.because[0];
    const both = liXiulan({ entrustment: 'active', contracts: ['home-care-bed'] });
    expect(providerOf(both)).toBe('agency');
    expect(because(both)).toMatchObject({ article: '二（三）2', reading: true });
    expect(because(liXiulan({ entrustment: 'active' }))).toMatchObject({ article: '二（三）2', reading: false });
  });
});

describe('济南 提示', () => {
  const flagsOf = (facts: Partial<ElderFacts>, on = TODAY) => inJinan(widow(facts), on).flags.map(({ code }) => code);

  it('an assessment is stale when it is more than 12 months old', () => {
    const ability = { level: 'mild', assessedOn: '2025-03-02' } as const;
    expect(flagsOf({ ability }, '2026-03-02')).toEqual([]);
    expect(flagsOf({ ability }, '2026-03-03')).toEqual(['assessment-stale']);
    expect(flagsOf({ ability: { level: 'mild', assessedOn: '2024-02-29' } }, '2025-02-28')).toEqual([]);
    expect(flagsOf({ ability: { level: 'mild', assessedOn: '2024-02-29' } }, '2025-03-01')).toEqual([
      'assessment-stale',
    ]);
  });

  it('neither an undated nor a future assessment is stale', () => {
    expect(flagsOf({ ability: { level: 'mild' } })).toEqual([]);
    expect(flagsOf({ ability: { level: 'mild', assessedOn: '2030-01-01' } })).toEqual([]);
  });

  it('a certificate has expired the day after its last', () => {
    expect(flagsOf({ disability: { grade: 4, validUntil: TODAY } })).toEqual([]);
    expect(flagsOf({ disability: { grade: 4, validUntil: '2026-03-01' } })).toEqual(['certificate-expired']);
  });

  it('优先摸排 is 北京’s alone', () => {
    expect(inJinan(liXiulan()).flags).toEqual([]);
  });
});

describe('本区规定', () => {
  it('a district may visit the entrusted over-80s every half month', () => {
    const mine = {
      ruleId: 'jinan.cadence.aged-80-entrusted',
      value: 'half-month',
      from: '2026-01-01',
      reason: '本区代理机构少',
    };
    const changed = evaluate(jinan, liXiulan({ entrustment: 'active' }), TODAY, [mine]);
    expect(changed.visits?.every).toBe('half-month');
    expect(changed.visits?.because[0]?.text).toContain('本区代理机构少');
  });
});
