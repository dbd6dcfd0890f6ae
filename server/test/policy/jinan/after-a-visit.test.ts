import { clocks, emergencyPlan, packForDivision, packOf, referral } from '../../../src/policy';
import { elder, grounds, husband, inJinan, liXiulan, TODAY, widow } from '../story';

const jinan = packOf('jinan')!;
const HOUR = 3_600_000;

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

describe('济南 二（二）2 赡养扶养不到位', () => {
  it('提醒沟通 → 规劝约束 → 司法调解 → 司法机关', () => {
    expect(jinan.familyDuty.slice(0, 4).map(({ code }) => code)).toEqual(['remind', 'admonish', 'mediate', 'court']);
  });
});

describe('济南 二（二）2 应急救援', () => {
  it('calls for help first, then the first contact and other family', () => {
    const plan = emergencyPlan(jinan);
    expect(plan.steps.map(({ call }) => call)).toEqual(['emergency-services', 'first-contact', 'family']);
    expect(plan.steps[0]?.numbers.map(({ number }) => number)).toEqual(['120', '119', '110']);
    expect(plan.recordAfterwards[0].reading).toBe(true);
  });
});

describe('办理时限（本产品的默认，区县可改）', () => {
  it.each([
    ['life-danger', { unit: 'ms', amount: HOUR / 6 }, { unit: 'ms', amount: 24 * HOUR }],
    ['urgent', { unit: 'ms', amount: 24 * HOUR }, { unit: 'working-days', amount: 3 }],
    ['ordinary', { unit: 'working-days', amount: 3 }, { unit: 'working-days', amount: 10 }],
    ['information', { unit: 'working-days', amount: 5 }, { unit: 'working-days', amount: 20 }],
  ] as const)('%s', (severity, acknowledgeWithin, closeWithin) => {
    expect(clocks(jinan, severity)).toEqual({ acknowledgeWithin, closeWithin });
    expect(jinan.clocks[severity].because[0].reading).toBe(true);
  });
});

describe('济南 二（一）2、3 摸排和时限', () => {
  it('a census every year', () => {
    expect(jinan.census.everyMonths).toBe(12);
  });

  it('5 working days into the provincial platform, 10 to the daily provider', () => {
    expect(jinan.deadlines.registryEntry?.workingDays).toBe(5);
    expect(jinan.deadlines.tellProvider?.workingDays).toBe(10);
    expect(grounds(jinan.deadlines.registryEntry?.because)).toEqual([
      '二（一）3 对每次摸排的人员最新情况，要在5个工作日内录入省级养老服务管理平台。',
    ]);
    expect(grounds(jinan.deadlines.tellProvider?.because)).toEqual([
      '二（一）3 人员变化情况要在10个工作日内通知到日常服务方。',
    ]);
  });
});

describe('济南 二（二）3、4 方式和主体', () => {
  it('a sensor reading does not meet what is owed; a visit, a call and a video call do', () => {
    expect(jinan.modes.filter(({ fulfils }) => fulfils).map(({ code }) => code)).toEqual([
      'on-site',
      'phone',
      'online',
      'other',
    ]);
    expect(jinan.modes.find(({ code }) => code === 'remote-monitoring')?.fulfils).toBe(false);
  });

  it('has eight bodies in the text, and 老年协会 has no box on the form', () => {
    const named = jinan.visitorBodies.filter(({ code }) => code !== 'other');
    expect(named).toHaveLength(8);
    expect(named.filter(({ code, box }) => code !== box)).toMatchObject([{ code: 'elder-association', box: 'other' }]);
  });

  it('adds visits in extreme weather and at festivals', () => {
    expect(jinan.specialPeriods.map(({ label }) => label)).toEqual(['极端恶劣天气', '传统节日']);
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
