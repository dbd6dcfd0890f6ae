import type { ElderFacts, Relative } from '../../..';
import { categoriesOf, grounds } from '../../../../../test/policy/story';
import {
  child,
  elder,
  HOME,
  NEXT_DISTRICT,
  NEXT_STREET,
  said,
  SAME_STREET,
  SHANGHAI,
  TODAY,
  villager,
  VILLAGE,
  wife,
} from './story';

const of = (facts: Partial<ElderFacts>, on = TODAY) => categoriesOf(said(elder(facts), on));
const sister = (facts: Partial<Relative> = {}): Relative => ({ relation: 'sibling', ...facts });
const whyOf = (facts: ElderFacts, code: string) =>
  grounds(said(facts).categories.find((category) => category.code === code)?.because);

it('北京 a healthy man with wife and daughter in the home is in no category', () => {
  expect(of({})).toEqual([]);
});

describe('北京 二（二）1 独居：无配偶无子女', () => {
  it('whoever else is there', () => {
    expect(of({ maritalStatus: 'never-married', relatives: [] })).toEqual(['living-alone']);
    expect(of({ maritalStatus: 'widowed', relatives: [sister({ livesWithElder: true })] })).toContain('living-alone');
    expect(of({ maritalStatus: 'divorced', relatives: [{ relation: 'cohabitant', livesWithElder: true }] })).toContain(
      'living-alone',
    );
  });

  it('unknown is not no', () => {
    expect(of({ maritalStatus: undefined, relatives: [] })).toEqual([]);
    expect(of({ maritalStatus: 'widowed', relatives: undefined })).toEqual([]);
    expect(of({ maritalStatus: 'married', relatives: [] })).toEqual([]);
  });

  it('is cited from the plan', () => {
    expect(whyOf(elder({ maritalStatus: 'widowed', relatives: [] }), 'living-alone')).toEqual([
      '二（二）1 独居老年人。包括无配偶无子女的老年人、不与子女或其他亲属在同一街道(乡镇)居住且日常缺乏陪伴和照顾的老年人。',
    ]);
  });
});

describe('北京 二（二）1 独居：不与子女或其他亲属在同一街道居住且日常缺乏陪伴和照顾', () => {
  const apart = { maritalStatus: 'widowed', relatives: [child()], lacksDailyCare: true } as const;
  const alone = (facts: Partial<ElderFacts>) => of({ ...apart, ...facts }).includes('living-alone');

  it('needs both: nobody of the family in the street, and nobody to look after them', () => {
    expect(alone({})).toBe(true);
    expect(alone({ lacksDailyCare: false })).toBe(false);
    expect(alone({ lacksDailyCare: undefined })).toBe(false);
  });

  it.each([
    ['a child', child({ residence: { division: SAME_STREET } })],
    ['a child in the home', child({ livesWithElder: true })],
    ['a sister', sister({ residence: { division: SAME_STREET } })],
    ['a grandchild', { relation: 'grandchild', residence: { division: SAME_STREET } }],
    ['another relative', { relation: 'other', residence: { division: SAME_STREET } }],
    ['the wife', wife({ livesWithElder: false, residence: { division: SAME_STREET } })],
  ] as [string, Relative][])('not with %s in the street', (_who, near) => {
    expect(alone({ relatives: [child(), near] })).toBe(false);
  });

  it('a lodger is no relative', () => {
    expect(alone({ relatives: [child(), { relation: 'cohabitant', livesWithElder: true }] })).toBe(true);
  });

  it('the next street and an unknown place are not the same street', () => {
    expect(alone({ relatives: [child({ residence: { division: NEXT_STREET } })] })).toBe(true);
    expect(alone({ relatives: [child({ residence: { division: '110101' } })] })).toBe(true);
    expect(alone({ relatives: [child({ residence: undefined })] })).toBe(true);
  });

  it('a wife who lives elsewhere does not stand in the way; one of whom nothing is known does', () => {
    const far = wife({ livesWithElder: false, residence: { division: SHANGHAI } });
    expect(alone({ maritalStatus: 'married', relatives: [far] })).toBe(true);
    expect(alone({ maritalStatus: 'married', relatives: [child()] })).toBe(false);
  });

  it('looks at the relatives alone: they must be known, the marital status need not be', () => {
    expect(alone({ maritalStatus: undefined })).toBe(true);
    expect(alone({ relatives: undefined })).toBe(false);
  });
});

describe('北京 二（二）2 空巢：不与子女在同一街道居住', () => {
  const nest = (facts: Partial<ElderFacts>) => of(facts).includes('empty-nest');

  it('there is a child, and none in the same street', () => {
    expect(nest({ relatives: [wife({ birthDate: '1970-01-01' }), child()] })).toBe(true);
    expect(nest({ maritalStatus: 'widowed', relatives: [child({ residence: { division: NEXT_STREET } })] })).toBe(true);
    expect(nest({ maritalStatus: undefined, relatives: [child({ residence: {} })] })).toBe(true);
  });

  it('not with one child in the street, in the home, or with none at all', () => {
    const nearby = child({ residence: { division: SAME_STREET } });
    expect(nest({ maritalStatus: 'widowed', relatives: [child(), nearby] })).toBe(false);
    expect(nest({ maritalStatus: 'widowed', relatives: [child(), child({ livesWithElder: true })] })).toBe(false);
    expect(nest({ maritalStatus: 'widowed', relatives: [] })).toBe(false);
    expect(nest({ relatives: undefined })).toBe(false);
  });
});

describe('北京 二（二）2 空巢：纯老年人家庭', () => {
  const nest = (relatives: Relative[], on = TODAY) => of({ relatives }, on).includes('empty-nest');
  const nearby = child({ residence: { division: SAME_STREET } });

  it('a couple, and a child of 60 in the home', () => {
    expect(nest([wife(), nearby])).toBe(true);
    expect(nest([wife({ livesWithElder: false }), child({ livesWithElder: true, birthDate: '1966-03-02' })])).toBe(
      true,
    );
  });

  it('not the day before the youngest turns 60', () => {
    expect(nest([wife(), child({ livesWithElder: true, birthDate: '1966-03-03' })])).toBe(false);
    expect(nest([wife({ birthDate: '1968-02-29' }), nearby], '2028-02-28')).toBe(false);
    expect(nest([wife({ birthDate: '1968-02-29' }), nearby], '2028-02-29')).toBe(true);
  });

  it('an unknown birth date is not 60', () => {
    expect(nest([wife({ birthDate: undefined }), nearby])).toBe(false);
  });

  it('one living by themselves is judged by 独居', () => {
    expect(nest([nearby])).toBe(false);
    expect(nest([])).toBe(false);
  });

  it('everybody in the home counts, also one who is no relative', () => {
    expect(nest([wife(), nearby, { relation: 'cohabitant', livesWithElder: true, birthDate: '1990-01-01' }])).toBe(
      false,
    );
    expect(nest([wife(), nearby, { relation: 'grandchild', livesWithElder: true, birthDate: '2005-01-01' }])).toBe(
      false,
    );
  });

  it('says which part is a reading', () => {
    const why = whyOf(elder({ relatives: [wife(), nearby] }), 'empty-nest');
    expect(why).toHaveLength(2);
    expect(why[0]).toContain('纯老年人家庭(含与60岁以上子女共同居住的老年人家庭)');
    expect(why[1]).toBe('二（二）2 读法');
  });
});

describe('北京 二（二）3 留守', () => {
  const left = (facts: Partial<ElderFacts>, on = TODAY) =>
    categoriesOf(said(villager(facts), on)).includes('left-behind');
  const away = (division?: string, facts: Partial<Relative> = {}) =>
    child({ awaySince: '2020-03-01', residence: { division }, ...facts });

  it('在农村, every child outside the district for half a year or more', () => {
    expect(left({})).toBe(true);
    expect(left({ relatives: [away(SHANGHAI), away(NEXT_DISTRICT)] })).toBe(true);
  });

  it('not in a residents’ committee, whatever the household says', () => {
    expect(left({ residence: { division: VILLAGE, rural: false } })).toBe(false);
    expect(left({ residence: { division: VILLAGE } })).toBe(false);
    expect(left({ household: { division: VILLAGE, rural: false } })).toBe(true);
  });

  it('半年及以上, to the day', () => {
    const since = (awaySince: string, on: string) => left({ relatives: [away(SHANGHAI, { awaySince })] }, on);
    expect(since('2025-09-02', '2026-03-01')).toBe(false);
    expect(since('2025-09-02', '2026-03-02')).toBe(true);
    expect(since('2025-08-31', '2026-02-28')).toBe(true);
    expect(since('2026-09-02', '2026-03-02')).toBe(false);
  });

  it('全部子女: one who has stayed, or left lately, is enough to end it', () => {
    expect(left({ relatives: [away(SHANGHAI), child({ awaySince: undefined })] })).toBe(false);
    expect(left({ relatives: [away(SHANGHAI), away(SHANGHAI, { awaySince: '2026-01-01' })] })).toBe(false);
    expect(left({ relatives: [away(SHANGHAI), away(SHANGHAI, { livesWithElder: true })] })).toBe(false);
    expect(left({ relatives: [] })).toBe(false);
    expect(left({ relatives: undefined })).toBe(false);
  });

  it('离开户籍所在区或者常住地所在区: in neither of the two, so that none is near', () => {
    const household = { division: HOME, rural: true };
    expect(left({ household, relatives: [away(SHANGHAI)] })).toBe(true);
    expect(left({ household, relatives: [away(SAME_STREET)] })).toBe(false);
    expect(left({ household, relatives: [away('110111001001')] })).toBe(false);
    expect(left({ household: undefined, relatives: [away(SAME_STREET)] })).toBe(true);
  });

  it('a child of whom the district is not known is not outside it', () => {
    expect(left({ relatives: [away(undefined)] })).toBe(false);
    expect(left({ relatives: [away('1101')] })).toBe(false);
    expect(left({ relatives: [away(SHANGHAI), away('31')] })).toBe(false);
    expect(left({ residence: { division: '1101', rural: true }, household: undefined })).toBe(false);
  });

  it('a district is enough, a street is not needed', () => {
    expect(left({ relatives: [away('310104')] })).toBe(true);
    expect(left({ residence: { division: '110111', rural: true }, household: undefined })).toBe(true);
  });

  it('says which part is a reading', () => {
    const why = whyOf(villager(), 'left-behind');
    expect(why).toHaveLength(2);
    expect(why[0]).toContain('因全部子女长期(半年及以上)离开户籍所在区或者常住地所在区');
    expect(why[1]).toBe('二（二）3 读法');
  });

  it('赡养人无赡养能力: wherever the children are, if none of them can support', () => {
    const unable = (division?: string) => away(division, { ableToSupport: false });
    expect(left({ relatives: [unable(undefined)] })).toBe(true);
    expect(left({ relatives: [unable(VILLAGE), unable(VILLAGE)] })).toBe(true);
    expect(left({ relatives: [unable(VILLAGE), away(VILLAGE)] })).toBe(false);
    expect(left({ relatives: [child({ ableToSupport: false, residence: { division: VILLAGE } })] })).toBe(false);
  });
});

describe('北京 二（二）4 失能', () => {
  const disabled = (facts: Partial<ElderFacts>, on = TODAY) => of(facts, on).includes('disabled-ability');

  it.each(['mild', 'moderate', 'severe'] as const)('经能力评估为 %s', (level) => {
    expect(whyOf(elder({ ability: { level } }), 'disabled-ability')).toEqual([
      '二（二）4 失能老年人。包括经老年人能力评估为一级(重度)、二级(中度)、三级(轻度)的老年人。',
    ]);
  });

  it('total as well, as a reading', () => {
    expect(whyOf(elder({ ability: { level: 'total' } }), 'disabled-ability')).toEqual([
      '二（二）4 读法',
      '二（二）4 失能老年人。包括经老年人能力评估为一级(重度)、二级(中度)、三级(轻度)的老年人。',
    ]);
  });

  it('needs an assessment, that has been made', () => {
    expect(disabled({ ability: { level: 'intact' } })).toBe(false);
    expect(disabled({ bedridden: true, limitedMobility: true, dementia: true })).toBe(false);
    expect(disabled({ ability: { level: 'severe', assessedOn: '2026-03-03' } })).toBe(false);
    expect(disabled({ ability: { level: 'severe', assessedOn: TODAY } })).toBe(true);
  });
});

describe('北京 二（二）7 其他情况', () => {
  it('whom the district adds, with its reason', () => {
    const added = elder({ locallyDesignated: { reason: '火灾后临时安置' } });
    expect(categoriesOf(said(added))).toEqual(['other']);
    expect(said(added).eligible).toBe(true);
    expect(whyOf(added, 'other')[0]).toContain('重点纳入易发生居家安全风险且家庭照料确有困难的老年人');
  });
});

describe('北京 二（二）服务对象', () => {
  it('lists categories in the order of the contract, each once', () => {
    const all = villager({
      lacksDailyCare: true,
      ability: { level: 'mild' },
      disability: { grade: 2 },
      onlyChild: { status: 'disabled', disabilityGrade: 1 },
      locallyDesignated: { reason: '独居多病' },
    });
    expect(categoriesOf(said(all))).toEqual([
      'living-alone',
      'empty-nest',
      'left-behind',
      'disabled-ability',
      'severe-disability',
      'family-planning-special',
      'other',
    ]);
    expect(said(all).notes).toEqual([]);
  });

  it('knows no 孤寡', () => {
    const childless = {
      maritalStatus: 'never-married',
      relatives: [],
      lacksDailyCare: true,
      incapableOfWork: true,
    } as const;
    expect(of(childless)).toEqual(['living-alone']);
  });

  it('begins on the 60th birthday', () => {
    expect(said(villager({ birthDate: '1966-03-02' }))).toMatchObject({ age: 60, eligible: true });
    const young = said(villager({ birthDate: '1966-03-03' }));
    expect(young).toMatchObject({ age: 59, eligible: false, tier: null, visits: null, referral: null, flags: [] });
    expect(categoriesOf(young)).toEqual(['empty-nest', 'left-behind']);
  });
});
