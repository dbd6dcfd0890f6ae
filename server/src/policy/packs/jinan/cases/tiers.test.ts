import type { ElderFacts } from '../../..';
import { grounds, inJinan, TODAY, widow } from '../../../../../test/policy/story';

const tierOf = (facts: Partial<ElderFacts>, on = TODAY) => inJinan(widow(facts), on).tier?.code;

describe('济南 二（一）1（1）重点人群', () => {
  it('年龄≥80岁, from the birthday on', () => {
    const birthDate = '1946-03-02';
    expect(tierOf({ birthDate }, '2026-03-01')).toBe('general');
    expect(tierOf({ birthDate }, '2026-03-02')).toBe('key');
  });

  it.each([
    ['残疾等级为 1 级', { disability: { grade: 1 } }],
    ['残疾等级为 2 级', { disability: { grade: 2 } }],
    ['重度失能', { ability: { level: 'severe' } }],
    ['完全失能', { ability: { level: 'total' } }],
    ['未开展能力评估但长期卧床', { bedridden: true }],
    ['失智', { dementia: true }],
    ['失智, though assessed as mild', { dementia: true, ability: { level: 'mild' } }],
  ] as const)('under 80: %s', (_case, facts) => {
    expect(tierOf(facts)).toBe('key');
  });

  it.each([
    ['a certificate of grade 3', { disability: { grade: 3 } }],
    ['an expired certificate', { disability: { grade: 1, validUntil: '2026-03-01' } }],
    ['bedridden, but assessed as intact', { bedridden: true, ability: { level: 'intact' } }],
  ] as const)('not by %s', (_case, facts) => {
    expect(tierOf(facts)).toBe('general');
  });
});

describe('济南 二（一）1（2）次重点人群', () => {
  it.each([
    ['中度失能', { ability: { level: 'moderate' } }],
    ['未开展能力评估但行动不便', { limitedMobility: true }],
    [
      '行动不便, the assessment dated after the day',
      { limitedMobility: true, ability: { level: 'intact', assessedOn: '2026-04-01' } },
    ],
  ] as const)('under 80: %s', (_case, facts) => {
    expect(tierOf(facts)).toBe('secondary');
  });

  it('the graver state decides', () => {
    expect(tierOf({ ability: { level: 'moderate' }, disability: { grade: 1 } })).toBe('key');
    expect(tierOf({ bedridden: true, limitedMobility: true })).toBe('key');
  });

  it('not by limited mobility once assessed as mild', () => {
    expect(tierOf({ limitedMobility: true, ability: { level: 'mild' } })).toBe('general');
  });
});

describe('济南 二（一）1（3）一般人群', () => {
  it.each([
    ['身体健康', {}],
    ['轻度失能', { ability: { level: 'mild' } }],
    ['能力完好', { ability: { level: 'intact' } }],
  ] as const)('under 80: %s', (_case, facts) => {
    expect(tierOf(facts)).toBe('general');
  });
});

describe('济南 二（一）1 依据', () => {
  it('cites the plan in its own words', () => {
    expect(inJinan(widow({ birthDate: '1940-01-01' })).tier?.because).toEqual([
      {
        rule: 'jinan.tier.key',
        document: '济南市特殊困难老年人分类分级探访关爱和委托服务实施方案 2023-10-18',
        article: '二（一）1（1）',
        text: '年龄≥80岁的特殊困难老年人',
        reading: false,
      },
    ]);
    expect(grounds(inJinan(widow({ limitedMobility: true })).tier?.because)).toEqual([
      '二（一）1（2） 年龄<80岁的中度失能或未开展能力评估但因身体原因行动不便（按中度失能归类）的特殊困难老年人。',
    ]);
    expect(grounds(inJinan(widow()).tier?.because)).toEqual([
      '二（一）1（3） 年龄<80岁的轻度失能或身体健康的特殊困难老年人。',
    ]);
  });
});
