import { evaluate, packOf, type Relative } from '../../..';
import { elder } from './story';

const shishi = packOf('shishi')!;

describe('石狮 附件2 2 子女或其他家属不在同一镇（街道）', () => {
  const codes = (one: Relative) => {
    const facts = elder({
      maritalStatus: 'widowed',
      relatives: [{ relation: 'child', residence: { division: '310104' } }, one],
    });
    return evaluate(shishi, facts, '2026-03-02').categories.map(({ code }) => code);
  };
  const residence = elder().residence;

  it('a neighbour and somebody of the committee are no 家属', () => {
    for (const relation of ['neighbour', 'committee'] as const)
      expect(codes({ relation, residence })).toContain('living-alone');
  });

  it('any other relative next door is', () => {
    expect(codes({ relation: 'other', residence })).not.toContain('living-alone');
  });
});

describe('石狮 与济南 同住的人', () => {
  it('a cohabitant lives there unless the row says otherwise: no 独居 by the baseline', () => {
    const jinan = packOf('jinan')!;
    const of = (one: Relative) => {
      const facts = elder({ maritalStatus: 'widowed', relatives: [one] });
      return evaluate(jinan, facts, '2026-03-02').categories.map(({ code }) => code);
    };
    expect(of({ relation: 'cohabitant' })).toEqual([]);
    expect(of({ relation: 'cohabitant', livesWithElder: false })).toEqual(['living-alone']);
  });
});
