import {
  packForDivision,
  packOf,
  referral,
  registrationFormOf,
  signalReferral,
  type ElderFacts,
  type Relative,
} from '../../..';
import { categoriesOf, grounds } from '../../../../../test/policy/story';
import { child, elder, fisherman, HOME, husband, NEXT_STREET, said, SAME_TOWN, TODAY } from './story';

const shishi = packOf('shishi')!;
const of = (facts: Partial<ElderFacts>, on = TODAY) => categoriesOf(said(elder(facts), on));
const whyOf = (facts: ElderFacts, code: string) =>
  grounds(said(facts).categories.find((category) => category.code === code)?.because);

it('石狮 a healthy woman with husband and son in the home is in no category', () => {
  expect(of({})).toEqual([]);
});

describe('石狮 附件2 1 孤寡：无配偶、无子女，无人照顾，丧失劳动能力', () => {
  const childless = (facts: Partial<ElderFacts>) => categoriesOf(said(fisherman(facts))).includes('childless-alone');

  it('all four', () => {
    expect(categoriesOf(said(fisherman()))).toEqual(['childless-alone', 'living-alone']);
    expect(childless({ maritalStatus: 'widowed' })).toBe(true);
    expect(childless({ relatives: [{ relation: 'sibling' }] })).toBe(true);
  });

  it.each([
    ['with a spouse', { maritalStatus: 'married' }],
    ['with a child, however far', { relatives: [child()] }],
    ['looked after', { lacksDailyCare: false }],
    ['fit for work', { incapableOfWork: undefined }],
    ['the marital status unknown', { maritalStatus: undefined }],
    ['the relatives unknown', { relatives: undefined }],
  ] as [string, Partial<ElderFacts>][])('not %s', (_case, facts) => {
    expect(childless(facts)).toBe(false);
  });

  it('prompts to ask for 特困, unless they have it', () => {
    expect(said(fisherman()).notes).toEqual(['孤寡老年人没有生活来源的，可以申请特困救助供养，请问清收入']);
    expect(said(fisherman({ assistance: ['minimum-living'] })).notes).toHaveLength(1);
    expect(said(fisherman({ assistance: ['destitute'] })).notes).toEqual([]);
    expect(categoriesOf(said(fisherman({ assistance: ['destitute'] })))).toContain('childless-alone');
  });
});

describe('石狮 附件2 2 独居', () => {
  const alone = (facts: Partial<ElderFacts>) => of(facts).includes('living-alone');

  it('无儿无女无老伴, 孤寡 or not, whoever is in the home', () => {
    expect(of({ maritalStatus: 'divorced', relatives: [] })).toEqual(['living-alone']);
    expect(alone({ maritalStatus: 'widowed', relatives: [{ relation: 'sibling', livesWithElder: true }] })).toBe(true);
    expect(alone({ maritalStatus: undefined, relatives: [{ relation: 'sibling', livesWithElder: true }] })).toBe(false);
  });

  it('lives with none of the family, and none of them is in the same town', () => {
    const widowed = { maritalStatus: 'widowed' } as const;
    expect(alone({ ...widowed, relatives: [child()] })).toBe(true);
    expect(alone({ ...widowed, relatives: [child({ residence: { division: NEXT_STREET } })] })).toBe(true);
    expect(alone({ ...widowed, relatives: [child({ residence: { division: '350581' } })] })).toBe(true);
    expect(alone({ ...widowed, relatives: [child({ residence: { division: SAME_TOWN } })] })).toBe(false);
    expect(alone({ ...widowed, relatives: [child(), { relation: 'other', residence: { division: SAME_TOWN } }] })).toBe(
      false,
    );
    expect(alone({ ...widowed, relatives: [child(), { relation: 'grandchild', livesWithElder: true }] })).toBe(false);
  });

  it('a lodger is no family; whether they are looked after does not matter', () => {
    const lodger: Relative = { relation: 'cohabitant', livesWithElder: true };
    expect(alone({ maritalStatus: 'widowed', relatives: [child(), lodger], lacksDailyCare: false })).toBe(true);
  });

  it('looks at the relatives alone, save for a spouse of whom nothing is known', () => {
    expect(alone({ maritalStatus: undefined, relatives: [child()] })).toBe(true);
    const far = husband({ livesWithElder: false, residence: { division: NEXT_STREET } });
    expect(alone({ maritalStatus: 'married', relatives: [far, child()] })).toBe(true);
    expect(alone({ maritalStatus: 'married', relatives: [child()] })).toBe(false);
    expect(alone({ maritalStatus: 'widowed', relatives: undefined })).toBe(false);
  });

  it('says that 孤寡 may hold as well: a reading', () => {
    expect(whyOf(fisherman(), 'living-alone')[1]).toBe('附件2 2 读法');
    expect(whyOf(elder({ maritalStatus: 'widowed', relatives: [child()] }), 'living-alone')).toHaveLength(1);
  });
});

describe('石狮 附件2 3 空巢', () => {
  it('there is a child, and none in the same town', () => {
    expect(of({ relatives: [husband(), child()] })).toEqual(['empty-nest']);
    expect(of({ relatives: [husband(), child({ residence: { division: NEXT_STREET } })] })).toEqual(['empty-nest']);
    expect(of({ relatives: [husband(), child(), child({ residence: { division: SAME_TOWN } })] })).toEqual([]);
    expect(of({ relatives: [husband()] })).toEqual([]);
    expect(of({ relatives: undefined })).toEqual([]);
  });

  it('a household of the old only is no matter here (that is 北京)', () => {
    expect(of({ relatives: [husband(), child({ residence: { division: SAME_TOWN } })] })).toEqual([]);
  });
});

describe('石狮 附件2 4 留守：农村户籍', () => {
  const left = (facts: Partial<ElderFacts>, on = TODAY) =>
    of({ relatives: [child({ awaySince: '2008-02-15' })], maritalStatus: 'widowed', ...facts }, on).includes(
      'left-behind',
    );

  it('the household is a village one, wherever they live', () => {
    expect(left({})).toBe(true);
    expect(left({ residence: { division: NEXT_STREET, rural: false } })).toBe(true);
    expect(left({ household: { division: HOME, rural: false } })).toBe(false);
    expect(left({ household: { division: HOME } })).toBe(false);
    expect(left({ household: undefined })).toBe(false);
  });

  it('all children away for half a year, to the day', () => {
    expect(left({ relatives: [child({ awaySince: '2025-08-31' })] }, '2026-02-28')).toBe(true);
    expect(left({ relatives: [child({ awaySince: '2025-08-31' })] }, '2026-02-27')).toBe(false);
    expect(left({ relatives: [child({ awaySince: '2008-02-15' }), child()] })).toBe(false);
    expect(left({ relatives: [child({ awaySince: '2008-02-15', livesWithElder: true })] })).toBe(false);
    expect(left({ relatives: [] })).toBe(false);
  });
});

describe('石狮 附件2 服务对象', () => {
  it('seven categories, in order, and no 其他', () => {
    const facts = fisherman({
      ability: { level: 'mild' },
      disability: { grade: 1 },
      onlyChild: { status: 'deceased' },
      locallyDesignated: { reason: '不在方案之内' },
    });
    expect(categoriesOf(said(facts))).toEqual([
      'childless-alone',
      'living-alone',
      'disabled-ability',
      'severe-disability',
      'family-planning-special',
    ]);
    expect(new Set(shishi.categories.map(({ code }) => code)).size).toBe(7);
  });

  it('from 60 on', () => {
    expect(said(fisherman({ birthDate: '1966-03-02' })).eligible).toBe(true);
    expect(said(fisherman({ birthDate: '1966-03-03' }))).toMatchObject({ eligible: false, tier: null, notes: [] });
  });
});

describe('石狮 附件3 重点对象、一般对象', () => {
  it('as staff have ticked, else 一般', () => {
    expect(said(fisherman({ staffTier: 'key' })).tier?.code).toBe('key');
    expect(said(fisherman({ staffTier: 'general' })).tier?.code).toBe('general');
    expect(said(fisherman()).tier?.code).toBe('general');
  });

  it('is a reading only where nobody has ticked', () => {
    expect(said(fisherman({ staffTier: 'key' })).tier?.because.map(({ reading }) => reading)).toEqual([false]);
    expect(said(fisherman({ staffTier: 'general' })).tier?.because.map(({ reading }) => reading)).toEqual([false]);
    expect(said(fisherman()).tier?.because[0]?.reading).toBe(true);
  });
});

describe('石狮 频次、转介、应急（附件没有写明）', () => {
  it('every month, whatever the tier: a reading', () => {
    for (const staffTier of ['key', 'general', undefined] as const) {
      const { visits } = said(fisherman({ staffTier }));
      expect(visits?.every).toBe('month');
      expect(visits?.because.map(({ reading }) => reading)).toEqual([true]);
    }
    expect(shishi.rateTarget).toMatchObject({ percent: 100, every: 'month', by: null, because: [{ reading: true }] });
  });

  it('assigned visitors only, no entrustment, no flag for age', () => {
    const facts = fisherman({
      birthDate: '1930-01-01',
      contracts: ['care-station', 'home-care-bed'],
      serviceClass: 'basic-guarantee',
      entrustment: 'active',
    });
    expect(said(facts)).toMatchObject({ serviceProvider: 'assigned', entrustment: null, flags: [] });
  });

  it('the community, with the first contact informed', () => {
    expect(said(fisherman({ assistance: ['destitute'] })).referral).toMatchObject({
      to: 'community',
      inform: ['first-contact'],
    });
    expect(signalReferral(shishi, fisherman(), TODAY)).toMatchObject({ to: 'community' });
    expect(referral(shishi, fisherman(), TODAY, { matter: 'family-duty', visibility: 'staff' })).toMatchObject({
      to: 'street',
      inform: [],
    });
  });
});

describe('石狮 附件3 的用处', () => {
  it('an elder is registered on it; no other place has such a form', () => {
    expect(registrationFormOf(shishi, TODAY)).toEqual({ id: 'shishi-registration', version: 2 });
    expect(registrationFormOf(packOf('jinan')!, TODAY)).toBeNull();
  });
});

it('石狮 is found by the code of the residence, and does not reach beyond the city', () => {
  expect(packForDivision(HOME)?.id).toBe('shishi');
  expect(packForDivision('350582101001')).toBeUndefined();
});
