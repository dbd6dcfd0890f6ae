import { examplesOn } from '@/officer/trial/examples';
import { newTrial, newTrialRelative, toQuestion, trialOf, type TrialFacts } from '@/officer/trial/trial-draft';

const TODAY = '2026-11-24';

/** Every fact that there is. */
const everything: TrialFacts = {
  birthDate: '1943-05-02',
  residence: { division: '110105012003', rural: false },
  household: { division: '110101001001', rural: true },
  maritalStatus: 'married',
  relatives: [
    { relation: 'spouse', livesWithElder: true, birthDate: '1944-01-01' },
    { relation: 'child', livesWithElder: false, residence: { division: '310104007' }, awaySince: '2025-06-01' },
    { relation: 'sibling', livesWithElder: false, ableToSupport: false },
  ],
  ...{ lacksDailyCare: true, incapableOfWork: true, bedridden: true, limitedMobility: true, dementia: true },
  ability: { level: 'moderate', assessedOn: '2025-09-01' },
  disability: { kinds: ['hearing', 'mental'], grade: 1, validUntil: '2030-01-01' },
  onlyChild: { status: 'disabled', disabilityGrade: 2, laterChild: true },
  assistance: ['destitute', 'minimum-living', 'low-income-margin'],
  contracts: ['care-station', 'home-care-bed', 'home-care-service'],
  ...{ serviceClass: 'key-service', entrustment: 'active', staffTier: 'key' },
  locallyDesignated: { reason: '本区纳入' },
};

describe('试算的情况', () => {
  it('asks for every fact that the policy knows: what comes in goes out again', () => {
    expect(toQuestion(trialOf(everything), TODAY)).toEqual({ on: TODAY, facts: everything });
  });

  it('knows unknown from no', () => {
    const { facts } = toQuestion({ ...newTrial(), birthDate: '1943-05-02' }, TODAY);
    expect(facts).toEqual({ birthDate: '1943-05-02', residence: {} });
    expect(toQuestion({ ...newTrial(), relativesAsked: 'no' }, TODAY).facts).not.toHaveProperty('relatives');
    expect(toQuestion({ ...newTrial(), relativesAsked: 'yes' }, TODAY).facts).toMatchObject({ relatives: [] });
    expect(trialOf({ birthDate: '1943-05-02', residence: {} })).toMatchObject({
      ...{ relativesAsked: 'no', maritalStatus: null, residence: { code: '', rural: null } },
    });
    expect(trialOf({ birthDate: '1943-05-02', residence: {}, relatives: [] }).relativesAsked).toBe('yes');
  });

  it('puts a relative of the same street where the elder lives, and nowhere while that is unknown', () => {
    const near = { ...newTrialRelative(), relation: 'child' as const, lives: 'same-street' as const };
    const draft = { ...newTrial(), relativesAsked: 'yes' as const, relatives: [near] };
    const at = (code: string) => toQuestion({ ...draft, residence: { code, rural: null } }, TODAY).facts['relatives'];
    expect(at('370102009002')).toEqual([
      { relation: 'child', livesWithElder: false, residence: { division: '370102009' } },
    ]);
    expect(at('370102')).toEqual([{ relation: 'child', livesWithElder: false }]);
    const read = trialOf({
      birthDate: '1943-05-02',
      residence: { division: '370102009002' },
      relatives: [{ relation: 'child', residence: { division: '370102009005' } }],
    });
    expect(read.relatives[0]!.lives).toBe('same-street');
  });

  it('has examples as old as they say on any day', () => {
    for (const on of ['2026-01-01', '2028-02-29', '2030-12-31']) {
      for (const { title, facts } of examplesOn(on)) {
        const age = Number(on.slice(0, 4)) - Number(facts.birthDate.slice(0, 4));
        expect(title).toContain(`${age} 岁`);
        expect(JSON.stringify(facts)).not.toMatch(/NaN|undefined/);
      }
    }
  });
});
