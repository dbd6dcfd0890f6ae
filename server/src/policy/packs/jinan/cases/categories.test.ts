import {
  categoriesOf,
  child,
  elder,
  grounds,
  HOME,
  husband,
  inJinan,
  NEXT_DISTRICT,
  NEXT_STREET,
  SAME_STREET,
  SHANGHAI,
  TODAY,
  widow,
} from '../../../../../test/policy/story';
import type { ElderFacts } from '../../..';

/** Categories of a healthy elder with these facts. */
const of = (facts: Partial<ElderFacts>, on = TODAY) => categoriesOf(inJinan(elder(facts), on));

describe('济南 附件1 被探访人身份：独居（基线定义）', () => {
  const alone = { maritalStatus: 'widowed', relatives: [child()] } as const;

  it('no spouse, no child in the same street, nobody lives with them', () => {
    expect(of(alone)).toEqual(['living-alone']);
    expect(of({ ...alone, maritalStatus: 'divorced' })).toEqual(['living-alone']);
    expect(of({ maritalStatus: 'never-married', relatives: [] })).toEqual(['living-alone']);
  });

  it('a child in another street or district is not at hand', () => {
    expect(of({ ...alone, relatives: [child({ residence: { division: NEXT_STREET } })] })).toEqual(['living-alone']);
    expect(of({ ...alone, relatives: [child({ residence: { division: NEXT_DISTRICT } })] })).toEqual(['living-alone']);
  });

  it('a child in the same street is at hand', () => {
    expect(of({ ...alone, relatives: [child({ residence: { division: SAME_STREET } })] })).toEqual([]);
    expect(of({ ...alone, relatives: [child(), child({ residence: { division: SAME_STREET } })] })).toEqual([]);
  });

  it('streets are compared with the residence, not with the household', () => {
    const moved = { ...alone, household: { division: SHANGHAI } };
    expect(of({ ...moved, relatives: [child({ residence: { division: SHANGHAI } })] })).toEqual(['living-alone']);
  });

  it('a child whose place is known to the district only is not in the same street', () => {
    expect(of({ ...alone, relatives: [child({ residence: { division: '370102' } })] })).toEqual(['living-alone']);
    expect(of({ ...alone, relatives: [child({ residence: {} })] })).toEqual(['living-alone']);
    expect(of({ ...alone, residence: { division: '370102' } })).toEqual(['living-alone']);
  });

  it('one who lives with anybody does not live alone', () => {
    expect(of({ ...alone, relatives: [child({ livesWithElder: true })] })).toEqual([]);
    expect(of({ ...alone, relatives: [child(), { relation: 'cohabitant', livesWithElder: true }] })).toEqual([]);
    expect(of({ ...alone, relatives: [child(), { relation: 'grandchild', livesWithElder: true }] })).toEqual([]);
  });

  it('living together counts as the same street, wherever the child is registered', () => {
    const daughter = child({ livesWithElder: true, residence: { division: SHANGHAI }, awaySince: '2020-01-01' });
    expect(of({ ...alone, relatives: [daughter] })).toEqual([]);
  });

  it('one with a spouse does not, wherever the spouse is', () => {
    expect(of({ maritalStatus: 'married', relatives: [husband({ livesWithElder: false }), child()] })).toEqual([]);
    expect(of({ maritalStatus: 'married', relatives: [child()] })).toEqual([]);
    expect(of({ maritalStatus: 'widowed', relatives: [husband({ livesWithElder: false }), child()] })).toEqual([]);
  });

  it('unknown is not no', () => {
    expect(of({ maritalStatus: undefined, relatives: [child()] })).toEqual([]);
    expect(of({ maritalStatus: 'widowed', relatives: undefined })).toEqual([]);
    expect(of({ maritalStatus: undefined, relatives: [] })).toEqual([]);
  });
});

describe('济南 附件1 被探访人身份：空巢（基线定义）', () => {
  it('the spouse lives with them, there is a child, nobody else lives with them', () => {
    expect(of({ relatives: [husband(), child()] })).toEqual(['empty-nest']);
    expect(of({ relatives: [husband(), child({ residence: { division: SAME_STREET } })] })).toEqual(['empty-nest']);
  });

  it.each([
    ['without a child', [husband()]],
    ['with a child at home', [husband(), child({ livesWithElder: true })]],
    ['with a grandchild at home', [husband(), child(), { relation: 'grandchild', livesWithElder: true }]],
    ['with a lodger', [husband(), child(), { relation: 'cohabitant', livesWithElder: true }]],
    ['when the spouse lives elsewhere', [husband({ livesWithElder: false }), child()]],
    ['when nothing is known of the spouse', [child()]],
  ] as const)('not %s', (_case, relatives) => {
    expect(of({ relatives })).toEqual([]);
  });

  it('not when the relatives are unknown', () => {
    expect(of({ relatives: undefined })).toEqual([]);
  });
});

describe('济南 附件1 被探访人身份：留守（基线定义）', () => {
  const away = (awaySince: string) => child({ awaySince });
  const leftBehind = (relatives: ElderFacts['relatives'], on = TODAY) => of({ relatives }, on).includes('left-behind');

  it('all children have been away for half a year or more', () => {
    expect(leftBehind([husband(), away('2025-06-01')])).toBe(true);
    expect(leftBehind([husband(), away('2025-06-01'), away('2025-12-01')])).toBe(false);
    expect(leftBehind([husband(), away('2025-06-01'), child()])).toBe(false);
  });

  it('half a year ends on the same day of the sixth month, or on its last', () => {
    expect(leftBehind([away('2025-09-02')], '2026-03-01')).toBe(false);
    expect(leftBehind([away('2025-09-02')], '2026-03-02')).toBe(true);
    expect(leftBehind([away('2025-08-31')], '2026-02-27')).toBe(false);
    expect(leftBehind([away('2025-08-31')], '2026-02-28')).toBe(true);
    expect(leftBehind([away('2027-08-31')], '2028-02-28')).toBe(false);
    expect(leftBehind([away('2027-08-31')], '2028-02-29')).toBe(true);
  });

  it('a child who has only left lately, or will leave, is not away', () => {
    expect(leftBehind([away('2026-02-01')])).toBe(false);
    expect(leftBehind([away('2026-12-01')])).toBe(false);
  });

  it('a child who lives with them is not away, whatever was written down', () => {
    expect(leftBehind([away('2020-01-01'), child({ livesWithElder: true, awaySince: '2020-01-01' })])).toBe(false);
  });

  it('not without a child, nor when the relatives are unknown', () => {
    expect(leftBehind([husband()])).toBe(false);
    expect(leftBehind([])).toBe(false);
    expect(leftBehind(undefined)).toBe(false);
  });

  it('a couple whose children are all away is left behind as well as an empty nest', () => {
    expect(of({ relatives: [husband(), away('2025-01-01')] })).toEqual(['empty-nest', 'left-behind']);
  });
});

describe('济南 探访对象', () => {
  it('knows neither 孤寡 nor 其他', () => {
    const childless = elder({
      maritalStatus: 'never-married',
      relatives: [],
      lacksDailyCare: true,
      incapableOfWork: true,
      locallyDesignated: { reason: '火灾后独居' },
    });
    expect(categoriesOf(inJinan(childless))).toEqual(['living-alone']);
  });

  it('lists categories in the order of the contract', () => {
    const all = widow({
      relatives: [child({ awaySince: '2020-01-01' })],
      ability: { level: 'mild' },
      disability: { grade: 1 },
      onlyChild: { status: 'disabled', disabilityGrade: 2 },
    });
    expect(categoriesOf(inJinan(all))).toEqual([
      'living-alone',
      'left-behind',
      'disabled-ability',
      'severe-disability',
      'family-planning-special',
    ]);
  });

  it('is eligible from 60 on, with at least one category', () => {
    expect(inJinan(widow({ birthDate: '1966-03-02' }))).toMatchObject({ age: 60, eligible: true });
    expect(inJinan(widow({ birthDate: '1966-03-03' }))).toMatchObject({ age: 59, eligible: false });
    expect(inJinan(elder({ relatives: [child({ livesWithElder: true }), husband()] }))).toMatchObject({
      eligible: false,
      categories: [],
    });
  });

  it('60 周岁 of a 29 February birthday begins on 1 March', () => {
    const leapling = widow({ birthDate: '1964-02-29' });
    expect(inJinan(leapling, '2024-02-28').eligible).toBe(false);
    expect(inJinan(leapling, '2024-02-29').eligible).toBe(true);
    expect(inJinan(widow({ birthDate: '1968-02-29' }), '2028-02-29').eligible).toBe(true);
    expect(inJinan(widow({ birthDate: '1940-02-29' }), '2026-02-28').age).toBe(85);
    expect(inJinan(widow({ birthDate: '1940-02-29' }), '2026-03-01').age).toBe(86);
  });

  it('still lists what matched under 60, and owes nothing', () => {
    const young = inJinan(widow({ birthDate: '1970-01-01', residence: { division: HOME } }));
    expect(young).toMatchObject({
      eligible: false,
      tier: null,
      visits: null,
      entrustment: null,
      referral: null,
      serviceProvider: null,
      flags: [],
      notes: [],
    });
    expect(categoriesOf(young)).toEqual(['living-alone']);
    expect(grounds(young.because)).toEqual(['一 读法']);
  });

  it('says why one is not eligible', () => {
    const couple = inJinan(elder({ birthDate: '1970-01-01', relatives: [husband(), child({ livesWithElder: true })] }));
    expect(couple.because.map(({ rule }) => rule)).toEqual(['jinan.age', 'jinan.category.none']);
  });

  it('says that its definitions are the baseline ones', () => {
    const result = inJinan(widow());
    expect(result.notes).toEqual(['本方案未给出定义，采用基线定义']);
    expect(result.categories.flatMap(({ because }) => because).every(({ reading }) => reading)).toBe(true);
  });
});
