import { packForDivision, packOf, referral, signalReferral, type ElderFacts } from '../../..';
import { categoriesOf, grounds } from '../../../../../test/policy/story';
import { child, COUNTY_TOWN, elder, HOME, said, SAME_TOWN, TODAY, widow, wife } from './story';

const liaoning = packOf('liaoning')!;
const of = (facts: Partial<ElderFacts>, on = TODAY) => categoriesOf(said(elder(facts), on));
const whyOf = (facts: ElderFacts, code: string) =>
  grounds(said(facts).categories.find((category) => category.code === code)?.because);

it('辽宁 a healthy man with wife and son in the home is in no category', () => {
  expect(of({})).toEqual([]);
});

describe('辽宁 附件2 1 独居老人：丧偶，子女不在身边', () => {
  const alone = (facts: Partial<ElderFacts>) => of({ maritalStatus: 'widowed', relatives: [child()], ...facts });

  it('widowed, and no child in the same town', () => {
    expect(alone({})).toEqual(['living-alone']);
    expect(alone({ relatives: [] })).toEqual(['living-alone']);
    expect(alone({ relatives: [child({ residence: { division: COUNTY_TOWN } })] })).toEqual(['living-alone']);
    expect(alone({ relatives: [child({ residence: { division: '210123' } })] })).toEqual(['living-alone']);
  });

  it('丧偶: neither divorced nor never married, nor with a spouse on record', () => {
    expect(alone({ maritalStatus: 'divorced' })).toEqual([]);
    expect(alone({ maritalStatus: 'never-married', relatives: [] })).toEqual([]);
    expect(alone({ maritalStatus: undefined })).toEqual([]);
    expect(alone({ relatives: [child(), wife({ livesWithElder: false })] })).toEqual([]);
  });

  it('a child in the same town is at hand', () => {
    expect(alone({ relatives: [child(), child({ residence: { division: SAME_TOWN } })] })).toEqual([]);
    expect(alone({ relatives: [child({ livesWithElder: true })] })).toEqual([]);
  });

  it('others in the home do not matter: the plan speaks of children', () => {
    expect(alone({ relatives: [child(), { relation: 'sibling', livesWithElder: true }] })).toEqual(['living-alone']);
  });

  it('not when the relatives are unknown', () => {
    expect(alone({ relatives: undefined })).toEqual([]);
  });

  it('cites the annex, and says what we read into 身边', () => {
    expect(whyOf(widow(), 'living-alone')).toEqual([
      '附件2 1 独居老人：是指丧偶，子女不在身边的老年人。',
      '附件2 1 读法',
    ]);
  });
});

describe('辽宁 附件2 1 空巢老人：子女离家后，独自居住的老年夫妇', () => {
  it('the couple, and nobody else in the home', () => {
    expect(of({ relatives: [wife(), child()] })).toEqual(['empty-nest']);
    expect(of({ relatives: [wife(), child({ residence: { division: SAME_TOWN } })] })).toEqual(['empty-nest']);
    expect(of({ relatives: [wife()] })).toEqual([]);
    expect(of({ relatives: [wife(), child(), { relation: 'grandchild', livesWithElder: true }] })).toEqual([]);
    expect(of({ relatives: [wife({ livesWithElder: false }), child()] })).toEqual([]);
    expect(of({ relatives: undefined })).toEqual([]);
  });

  it('cites the annex alone', () => {
    expect(whyOf(elder({ relatives: [wife(), child()] }), 'empty-nest')).toEqual([
      '附件2 1 空巢老人：是指子女离家后，独自居住的老年夫妇。',
    ]);
  });
});

describe('辽宁 附件2 2 留守老人：全部子女长期离开', () => {
  const left = (relatives: ElderFacts['relatives'], on = TODAY) => of({ relatives }, on).includes('left-behind');
  const away = (awaySince: string) => child({ awaySince });

  it('通常半年以上, to the day', () => {
    expect(left([wife(), away('2025-09-02')], '2026-03-02')).toBe(true);
    expect(left([wife(), away('2025-09-02')], '2026-03-01')).toBe(false);
    expect(left([wife(), away('2025-08-31')], '2026-02-28')).toBe(true);
    expect(left([wife(), away('2025-08-31')], '2026-02-27')).toBe(false);
  });

  it('全部子女', () => {
    expect(left([away('2020-01-01'), away('2026-01-01')])).toBe(false);
    expect(left([away('2020-01-01'), child()])).toBe(false);
    expect(left([wife()])).toBe(false);
    expect(left(undefined)).toBe(false);
  });

  it('not while one of them lives in the home, whatever was written down', () => {
    expect(left([child({ awaySince: '2010-01-01', livesWithElder: true })])).toBe(false);
  });

  it('in town as in the village', () => {
    expect(
      categoriesOf(said(widow({ residence: { division: COUNTY_TOWN }, relatives: [away('2020-01-01')] }))),
    ).toContain('left-behind');
  });
});

describe('辽宁 附件2 6 老年人：60周岁以上', () => {
  it('from the 60th birthday on, in the plan’s words', () => {
    expect(said(widow({ birthDate: '1966-03-02' }))).toMatchObject({ age: 60, eligible: true });
    const young = said(widow({ birthDate: '1966-03-03' }));
    expect(young).toMatchObject({ age: 59, eligible: false, visits: null });
    expect(grounds(young.because)).toEqual(['附件2 6 老年人：是指年龄在60周岁（含60周岁）以上的公民。']);
  });

  it('has definitions of its own for all six: no note', () => {
    const all = widow({
      relatives: [child({ awaySince: '2019-03-01' })],
      ability: { level: 'severe' },
      disability: { grade: 1 },
      onlyChild: { status: 'deceased' },
      locallyDesignated: { reason: '不在方案之内' },
    });
    expect(categoriesOf(said(all))).toEqual([
      'living-alone',
      'left-behind',
      'disabled-ability',
      'severe-disability',
      'family-planning-special',
    ]);
    expect(said(all).notes).toEqual([]);
  });

  it('「因赡养人不在身边且居家生活困难」 is for intake to find, no rule of its own', () => {
    expect(of({ lacksDailyCare: true })).toEqual([]);
    expect(grounds(said(elder()).because)[0]).toContain('二（一） 明确探访关爱服务对象：因赡养人不在身边');
  });
});

describe('辽宁 一（三）频次', () => {
  it('every month, for everyone', () => {
    for (const facts of [widow(), widow({ birthDate: '1930-01-01' }), elder({ ability: { level: 'total' } })]) {
      expect(said(facts)).toMatchObject({ visits: { every: 'month' }, tier: null, entrustment: null, flags: [] });
    }
    expect(grounds(said(widow()).visits?.because)).toEqual([
      '一（三） 到2025年底，各地确保特殊困难老年人月探访率达到100%',
    ]);
    expect(liaoning.rateTarget).toMatchObject({ percent: 100, every: 'month', by: '2025-12-31' });
  });

  it('no contract takes the visits over: house by house a named visitor', () => {
    const contracts = ['care-station', 'home-care-bed', 'home-care-service'] as const;
    expect(said(widow({ contracts, serviceClass: 'key-service' })).serviceProvider).toBe('assigned');
  });
});

describe('辽宁 转介', () => {
  it('the community, with the first contact informed (a reading)', () => {
    expect(said(widow()).referral).toMatchObject({ to: 'community', inform: ['first-contact'] });
    expect(said(widow({ assistance: ['destitute'] })).referral).toMatchObject({ to: 'community' });
    expect(signalReferral(liaoning, widow(), TODAY)).toMatchObject({ to: 'community', inform: ['first-contact'] });
  });

  it('二（一）5: neglect goes to the town, never to the family', () => {
    const answer = referral(liaoning, widow(), TODAY, { matter: 'family-duty', visibility: 'staff' });
    expect(answer).toMatchObject({ to: 'street', inform: [] });
    expect(liaoning.familyDuty.map(({ code }) => code)).toEqual(['social-worker']);
  });
});

it('辽宁 is found by the code of the residence', () => {
  expect(packForDivision(HOME)?.id).toBe('liaoning');
});
