import { decidableReadings, packOf, referral, type ElderFacts } from '../../..';
import { elder, TODAY, villager } from './story';

const beijing = packOf('beijing')!;
const MINE = {
  ruleId: 'beijing.referral.kept-from-family',
  value: 'community',
  from: '2026-01-01',
  reason: '由社区办',
};

const keptOf = (facts: ElderFacts, readings: readonly (typeof MINE)[] = []) =>
  referral(beijing, facts, TODAY, { matter: 'satisfaction', visibility: 'staff' }, readings);

describe('北京 二（五）4 不便让家人知道的需求', () => {
  const STREETS: [string, ElderFacts][] = [
    ['城乡特困老年人', villager({ assistance: ['destitute'] })],
    ['计划生育特殊家庭老年人', villager({ onlyChild: { status: 'deceased' } })],
    ['特困，但不在探访对象里', elder({ assistance: ['destitute'] })],
  ];

  it.each(STREETS)('%s: the street, by the plan’s own sentence', (_, facts) => {
    const answer = keptOf(facts);
    expect(answer).toMatchObject({ to: 'street', inform: [] });
    expect(answer.because).toMatchObject([{ article: '二（五）4', reading: false }]);
    expect(answer.because[0]!.text).toContain('转介至经常居住地街道(乡镇)');
  });

  it.each(STREETS)('%s: whatever the district has decided for the others', (_, facts) => {
    expect(keptOf(facts, [MINE])).toEqual(keptOf(facts));
  });

  it('everyone else: the community as a reading, or as the district decides', () => {
    expect(keptOf(villager())).toMatchObject({ to: 'community', because: [{ reading: true }, { reading: false }] });
    expect(keptOf(villager(), [{ ...MINE, value: 'street' }]).to).toBe('street');
  });

  it('is no district’s to decide', () => {
    const decidable = decidableReadings(beijing, TODAY).map(({ ruleId }) => ruleId);
    expect(decidable).toContain('beijing.referral.kept-from-family');
    expect(decidable).not.toContain('beijing.referral.street');
  });
});
