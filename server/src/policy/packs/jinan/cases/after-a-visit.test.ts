import { packForDivision, packOf, referral } from '../../..';
import { elder, grounds, husband, inJinan, liXiulan, TODAY, widow } from '../../../../../test/policy/story';

const jinan = packOf('jinan')!;

describe('济南 转介', () => {
  it('goes to the community that owns the elder, and the first contact is told (a reading)', () => {
    expect(inJinan(widow()).referral).toMatchObject({ to: 'community', inform: ['first-contact'] });
    expect(inJinan(widow()).referral?.because[0]?.reading).toBe(true);
    expect(inJinan(liXiulan({ assistance: ['destitute'] })).referral).toMatchObject({ to: 'community' });
  });

  it('has an owner for every finding, also for one who has left the plan’s scope', () => {
    expect(
      referral(jinan, elder({ relatives: [husband()] }), TODAY, { matter: 'gas-safety', visibility: 'family' }),
    ).toMatchObject({ to: 'community', inform: ['first-contact'] });
  });

  it('neglect by the family goes to the street and is never told to the family', () => {
    const answer = referral(jinan, liXiulan(), TODAY, { matter: 'family-duty', visibility: 'staff' });
    expect(answer).toMatchObject({ to: 'street', inform: [] });
    expect(grounds(answer.because)[1]).toContain('提醒沟通、规劝约束、司法调解');
  });

  it.each(['family-contact', 'satisfaction'] as const)('%s stays with the community, untold', (matter) => {
    expect(referral(jinan, liXiulan(), TODAY, { matter, visibility: 'staff' })).toMatchObject({
      to: 'community',
      inform: [],
    });
  });
});

describe('方案的适用地', () => {
  it('is found by the code of the residence', () => {
    expect(packForDivision('370102009001')?.id).toBe('jinan');
    expect(packForDivision('3701')?.id).toBe('jinan');
    expect(packForDivision('370200000000')).toBeUndefined();
    expect(packForDivision('')).toBeUndefined();
  });

  it('is unknown by an unknown name', () => {
    expect(packOf('atlantis')).toBeUndefined();
    expect(packOf('constructor')).toBeUndefined();
  });
});
