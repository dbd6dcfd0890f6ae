import { packForDivision, packOf, referral, signalReferral, type ElderFacts } from '../../..';
import { categoriesOf, grounds } from '../../../../../test/policy/story';
import { child, elder, HOME, husband, said, SAME_STREET, TODAY, widow } from './story';

const heilongjiang = packOf('heilongjiang')!;
const of = (facts: Partial<ElderFacts>, on = TODAY) => categoriesOf(said(elder(facts), on));
const BASELINE = '本方案未给出定义，采用基线定义';

describe('黑龙江 引言 六类（基线定义）', () => {
  it('独居: no spouse, no child in the same street, nobody in the home', () => {
    expect(categoriesOf(said(widow()))).toEqual(['living-alone']);
    expect(of({ maritalStatus: 'never-married', relatives: [] })).toEqual(['living-alone']);
    expect(of({ maritalStatus: 'widowed', relatives: [child({ residence: { division: SAME_STREET } })] })).toEqual([]);
    expect(
      of({ maritalStatus: 'widowed', relatives: [child(), { relation: 'sibling', livesWithElder: true }] }),
    ).toEqual([]);
    expect(of({ maritalStatus: undefined, relatives: [child()] })).toEqual([]);
    expect(of({ maritalStatus: 'widowed', relatives: undefined })).toEqual([]);
  });

  it('空巢: only the couple in the home, and a child elsewhere', () => {
    expect(of({ relatives: [husband(), child()] })).toEqual(['empty-nest']);
    expect(of({ relatives: [husband(), child({ residence: { division: SAME_STREET } })] })).toEqual(['empty-nest']);
    expect(of({ relatives: [husband()] })).toEqual([]);
    expect(of({ relatives: [husband({ livesWithElder: false }), child()] })).toEqual([]);
    expect(of({ relatives: [husband(), child(), { relation: 'grandchild', livesWithElder: true }] })).toEqual([]);
    expect(of({ relatives: [husband(), child(), { relation: 'cohabitant', livesWithElder: true }] })).toEqual([]);
    expect(of({ relatives: [child()] })).toEqual([]);
    expect(of({ relatives: undefined })).toEqual([]);
  });

  it('留守: all children away for half a year, in town or village', () => {
    const away = (awaySince: string) => child({ awaySince });
    expect(of({ relatives: [husband(), away('2025-09-02')] })).toContain('left-behind');
    expect(of({ relatives: [husband(), away('2025-09-03')] })).not.toContain('left-behind');
    expect(of({ relatives: [husband(), away('2020-01-01'), child()] })).not.toContain('left-behind');
    expect(of({ relatives: [child({ awaySince: '2020-01-01', livesWithElder: true })] })).toEqual([]);
    expect(of({ relatives: [husband()] })).toEqual([]);
    expect(of({ relatives: undefined })).toEqual([]);
  });

  it('says with each of them that the definition is not the plan’s', () => {
    for (const facts of [widow(), elder({ bedridden: true }), elder({ disability: { grade: 1 } })]) {
      const { notes, categories } = said(facts);
      expect(notes).toEqual([BASELINE]);
      expect(categories.flatMap(({ because }) => because).every(({ reading }) => reading)).toBe(true);
    }
  });
});

describe('黑龙江 一（二）1 结合实际，确定本区域的服务对象', () => {
  it('whom the district adds, by the plan’s own words and without a note', () => {
    const added = said(elder({ locallyDesignated: { reason: '照料智力残疾的儿子' } }));
    expect(added).toMatchObject({ eligible: true, notes: [] });
    expect(grounds(added.categories[0]?.because)).toEqual([
      '一（二）1 结合实际，确定本区域的探访关爱服务对象，提供相关服务内容。',
    ]);
  });

  it('does not lower the age', () => {
    expect(said(elder({ birthDate: '1966-03-03', locallyDesignated: { reason: '多病' } })).eligible).toBe(false);
    expect(said(elder({ birthDate: '1966-03-02', locallyDesignated: { reason: '多病' } })).eligible).toBe(true);
  });
});

describe('黑龙江 四（二）1 频次', () => {
  it('失能：每月不少于一次, in the plan’s words', () => {
    const { visits } = said(elder({ ability: { level: 'total' } }));
    expect(visits?.every).toBe('month');
    expect(grounds(visits?.because)).toEqual(['四（二）1 对失能的特殊困难老年人，每月探访关爱不少于一次。']);
  });

  it('all others: the monthly rate of 100 %, as a reading', () => {
    const { visits } = said(widow());
    expect(visits?.every).toBe('month');
    expect(grounds(visits?.because)).toEqual(['引言 读法', '引言 确保特殊困难老年人月探访率达到100%']);
    expect(heilongjiang.rateTarget).toMatchObject({ percent: 100, every: 'month', by: null });
  });

  it('has no tiers, no entrustment, and no contract that takes the visits over', () => {
    const facts = widow({
      contracts: ['care-station', 'home-care-bed', 'home-care-service'],
      serviceClass: 'basic-guarantee',
      entrustment: 'active',
      staffTier: 'key',
    });
    expect(said(facts)).toMatchObject({ tier: null, entrustment: null, serviceProvider: 'assigned' });
  });

  it('高龄 is no matter of this plan', () => {
    expect(said(widow({ birthDate: '1930-01-01' })).flags).toEqual([]);
    const old = {
      ability: { level: 'mild', assessedOn: '2024-01-01' },
      disability: { grade: 4, validUntil: '2025-01-01' },
    };
    expect(said(widow(old as Partial<ElderFacts>)).flags.map(({ code }) => code)).toEqual([
      'assessment-stale',
      'certificate-expired',
    ]);
  });
});

describe('黑龙江 转介', () => {
  it('the community, with the first contact and the emergency contact informed (a reading)', () => {
    expect(said(widow()).referral).toMatchObject({ to: 'community', inform: ['first-contact', 'emergency-contact'] });
    expect(said(widow({ assistance: ['destitute'] })).referral).toMatchObject({ to: 'community' });
    expect(said(widow()).referral?.because[0]?.reading).toBe(true);
  });

  it('neglect goes to the street, a complaint to the community, neither to the family', () => {
    const to = (matter: 'family-duty' | 'family-contact') =>
      referral(heilongjiang, widow(), TODAY, { matter, visibility: 'staff' });
    expect(to('family-duty')).toMatchObject({ to: 'street', inform: [] });
    expect(to('family-contact')).toMatchObject({ to: 'community', inform: [] });
  });

  it('四（二）4: what a device reports is shared with the emergency contact at once', () => {
    const answer = signalReferral(heilongjiang, widow(), TODAY);
    expect(answer).toMatchObject({ to: 'community', inform: ['emergency-contact'] });
    expect(grounds(answer.because)[0]).toContain('与紧急联系人共享日常生活信息');
  });
});

it('黑龙江 is found by the code of the residence', () => {
  expect(packForDivision(HOME)?.id).toBe('heilongjiang');
});
