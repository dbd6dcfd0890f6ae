import { packForDivision, packOf, referral, signalReferral, type ElderFacts } from '../../..';
import { grounds } from '../../../../../test/policy/story';
import { elder, said, TODAY, villager } from './story';

const beijing = packOf('beijing')!;
const ownerOf = (facts: Partial<ElderFacts>) => said(villager(facts)).referral;

describe('北京 二（五）4 转介', () => {
  it('特困: the street of residence', () => {
    expect(ownerOf({ assistance: ['destitute'] })).toMatchObject({ to: 'street', inform: [] });
    expect(grounds(ownerOf({ assistance: ['destitute'] })?.because)[0]).toContain('转介至经常居住地街道(乡镇)');
  });

  it('计划生育特殊家庭: the street of residence', () => {
    expect(ownerOf({ onlyChild: { status: 'deceased' } })).toMatchObject({ to: 'street', inform: [] });
    expect(ownerOf({ onlyChild: { status: 'deceased', laterChild: true } })).toMatchObject({ to: 'first-contact' });
  });

  it('everyone else: the first contact, and nobody besides', () => {
    expect(ownerOf({})).toMatchObject({ to: 'first-contact', inform: [] });
    expect(ownerOf({ assistance: ['minimum-living', 'low-income-margin'] })).toMatchObject({ to: 'first-contact' });
    expect(grounds(ownerOf({})?.because)[0]).toContain('应及时告知老年人的探访关爱第一联系人');
  });

  it('has an owner also for one who has left the plan’s scope', () => {
    expect(referral(beijing, elder(), TODAY)).toMatchObject({ to: 'first-contact', inform: [] });
    expect(referral(beijing, elder({ assistance: ['destitute'] }), TODAY)).toMatchObject({ to: 'street' });
  });

  it('what must not reach the family goes neither to the first contact nor past them', () => {
    const neglect = referral(beijing, villager(), TODAY, { matter: 'family-duty', visibility: 'staff' });
    expect(neglect).toMatchObject({ to: 'street', inform: [] });
    const complaint = referral(beijing, villager(), TODAY, { matter: 'satisfaction', visibility: 'staff' });
    expect(complaint).toMatchObject({ to: 'community', inform: [] });
  });
});

describe('北京 二（五）4 智能水电气表等信息化手段', () => {
  it('the first contact hears of it; of 特困 and 计生 elders the street, as a reading', () => {
    expect(signalReferral(beijing, villager(), TODAY)).toMatchObject({ to: 'first-contact', inform: [] });
    expect(signalReferral(beijing, villager(), TODAY).because[0]?.reading).toBe(false);
    for (const facts of [{ assistance: ['destitute'] }, { onlyChild: { status: 'deceased' } }] as const) {
      const answer = signalReferral(beijing, villager(facts), TODAY);
      expect(answer).toMatchObject({ to: 'street', inform: [] });
      expect(answer.because[0]?.reading).toBe(true);
    }
  });
});

it('北京 is found by the code of the residence', () => {
  expect(packForDivision('110111105202')?.id).toBe('beijing');
  expect(packForDivision('11')?.id).toBe('beijing');
  expect(packForDivision('120101')).toBeUndefined();
});
