import type { ElderFacts, Relative } from '../../..';
import { child, elder, HOME, SAME_STREET, said, villager } from './story';

const codesOf = (facts: ElderFacts) => said(facts).categories.map(({ code }) => code);
const old: Relative = child({ birthDate: '1964-01-01', livesWithElder: true });

describe('北京 二（二）2 纯老年人家庭', () => {
  it('married, and nothing known of the wife: she may live there and be younger', () => {
    expect(codesOf(elder({ birthDate: '1940-01-01', relatives: [old] }))).toEqual([]);
    expect(codesOf(elder({ birthDate: '1940-01-01', maritalStatus: 'widowed', relatives: [old] }))).toEqual([
      'empty-nest',
    ]);
  });
});

describe('北京 二（二）3 全部子女在区外', () => {
  const leftBehind = (division?: string) => {
    const away = child({ awaySince: '2020-03-01', residence: division === undefined ? undefined : { division } });
    return codesOf(villager({ relatives: [away] })).includes('left-behind');
  };

  it('a province or a city that is not ours is outside, district or none', () => {
    for (const division of ['310000', '310000000000', '440300'])
      expect([division, leftBehind(division)]).toEqual([division, true]);
  });

  it('北京 itself, a code that is cut short, and none are unknown', () => {
    for (const division of ['110000', '110100', '31', undefined])
      expect([division, leftBehind(division)]).toEqual([division, false]);
  });
});

describe('北京 二（二）1 邻居、村（居）委会的人不是亲属', () => {
  const alone = (one: Relative) =>
    codesOf(elder({ maritalStatus: 'widowed', lacksDailyCare: true, relatives: [child(), one] }));

  it.each(['neighbour', 'committee', 'cohabitant'] as const)('%s in the same street: 独居 all the same', (relation) => {
    expect(alone({ relation, residence: { division: SAME_STREET } })).toContain('living-alone');
    expect(alone({ relation: 'other', residence: { division: HOME } })).not.toContain('living-alone');
  });
});
