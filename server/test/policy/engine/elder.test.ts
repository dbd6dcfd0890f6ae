import {
  elderOn,
  hasNoChildInStreet,
  isAwayHalfYear,
  isInSameStreet,
  livesByThemselves,
} from '../../../src/policy/engine/elder';
import { child, elder, husband, SAME_STREET, TODAY, widow } from '../story';

const on = (facts: Parameters<typeof elderOn>[0]) => elderOn(facts, TODAY);

describe('家属在不在身边', () => {
  it('living together is the same street, and no absence, whatever else was written down', () => {
    const atHome = child({ livesWithElder: true, awaySince: '2020-01-01' });
    const mother = on(widow({ relatives: [atHome] }));
    expect(isInSameStreet(mother, atHome)).toBe(true);
    expect(isAwayHalfYear(mother, atHome)).toBe(false);
    expect(hasNoChildInStreet(mother)).toBe(false);
  });

  it('no child in the street is said only when the relatives are known', () => {
    expect(hasNoChildInStreet(on(widow()))).toBe(true);
    expect(hasNoChildInStreet(on(widow({ relatives: [] })))).toBe(true);
    expect(hasNoChildInStreet(on(widow({ relatives: undefined })))).toBe(false);
    expect(hasNoChildInStreet(on(widow({ relatives: [child({ residence: { division: SAME_STREET } })] })))).toBe(false);
  });

  it('nobody at home is said only when nobody can be', () => {
    expect(livesByThemselves(on(widow()))).toBe(true);
    expect(livesByThemselves(on(widow({ relatives: undefined })))).toBe(false);
    expect(livesByThemselves(on(elder()))).toBe(false);
    // Married, and nothing is known of where the husband is.
    expect(livesByThemselves(on(elder({ relatives: [child()] })))).toBe(false);
    expect(livesByThemselves(on(elder({ relatives: [husband({ livesWithElder: false })] })))).toBe(true);
  });
});

describe('配偶和子女', () => {
  it('a spouse exists when married or listed; none exists only when the marital status says so', () => {
    expect(on(elder({ relatives: [] }))).toMatchObject({ hasSpouse: true, hasNoSpouse: false, spouseMissing: true });
    expect(on(widow({ relatives: [husband()] }))).toMatchObject({ hasSpouse: true, hasNoSpouse: false });
    expect(on(widow())).toMatchObject({ hasSpouse: false, hasNoSpouse: true });
    expect(on(widow({ maritalStatus: undefined }))).toMatchObject({ hasSpouse: false, hasNoSpouse: false });
  });

  it('neither a child nor no child is known when the relatives are not', () => {
    expect(on(widow({ relatives: undefined }))).toMatchObject({ hasChild: false, hasNoChild: false });
    expect(on(widow({ relatives: [] }))).toMatchObject({ hasChild: false, hasNoChild: true });
    expect(on(widow())).toMatchObject({ hasChild: true, hasNoChild: false });
  });
});
