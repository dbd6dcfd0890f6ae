import {
  clocks,
  emergencyPlan,
  packForDivision,
  packOf,
  referral,
  signalReferral,
  type ElderFacts,
} from '../../../src/policy';
import { grounds } from '../story';
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

describe('北京 二（五）4 危及生命安全的突发情况', () => {
  it('the first contact or other family at once, and help', () => {
    const { steps, recordAfterwards } = emergencyPlan(beijing);
    expect(steps.map(({ call }) => call)).toEqual(['first-contact', 'family', 'emergency-services']);
    expect(steps[2]?.numbers.map(({ number }) => number)).toEqual(['120', '119', '110']);
    expect(grounds(steps[0]?.because)[0]).toContain('应第一时间联系老年人的探访关爱第一联系人或其他家庭成员');
    expect(recordAfterwards[0].reading).toBe(true);
  });
});

describe('北京 二（五）2 方式和特殊节点', () => {
  it('电话、线上、入户 fulfil, 远程监测 alone does not', () => {
    expect(beijing.modes.map(({ code, fulfils }) => [code, fulfils])).toEqual([
      ['on-site', true],
      ['phone', true],
      ['online', true],
      ['remote-monitoring', false],
      ['other', true],
    ]);
  });

  it('极端恶劣天气、传统节假日, on top and in any mode', () => {
    expect(beijing.specialPeriods.map(({ label, remoteOnly }) => [label, remoteOnly])).toEqual([
      ['极端恶劣天气', undefined],
      ['传统节假日', undefined],
    ]);
  });
});

describe('北京 二（三）、二（四）力量和内容', () => {
  it('names eight kinds of visitors', () => {
    expect(beijing.visitorBodies.map(({ code }) => code)).toEqual([
      'committee',
      'care-place',
      'social-work',
      'primary-health',
      'elder-association',
      'property',
      'volunteer',
      'neighbour',
      'other',
    ]);
  });

  it('探访服务 asks five things, 关爱服务 does three', () => {
    const labels = beijing.contentAreas.map(({ label }) => label);
    expect(labels.filter((label) => label.startsWith('探访服务'))).toHaveLength(5);
    expect(labels.filter((label) => label.startsWith('关爱服务'))).toHaveLength(3);
  });

  it('督促子女 is the one step towards the family', () => {
    expect(beijing.familyDuty.map(({ code }) => code)).toEqual(['urge-children']);
  });
});

describe('北京 三 工作要求', () => {
  it('三（四）督导: four failings, and two that go to the competent body', () => {
    expect(beijing.supervision.map(({ label }) => label)).toEqual([
      '底数不清',
      '风险隐患排查不实',
      '突发事件处置不及时',
      '关爱服务流于形式',
      '泄露个人隐私',
      '侵害老年人权益',
    ]);
    expect(grounds(beijing.supervision[5]?.because)[0]).toContain('将移送相关部门依法处理');
  });

  it('三（三）表扬; no points, no school credit', () => {
    expect(beijing.recognition?.map(({ code }) => code)).toEqual(['commendation']);
    expect([beijing.points, beijing.photos]).toEqual([null, null]);
  });

  it('三（一）and the annex left out: two duties', () => {
    expect(beijing.duties?.map(({ number, department }) => [number, department])).toEqual([
      [1, '市委政法委'],
      [2, '首都文明办'],
    ]);
  });
});

describe('北京 期限', () => {
  it('一、二（五）1: what was to be reached by when', () => {
    expect(beijing.milestones?.map(({ code, by }) => [code, by])).toEqual([
      ['mechanism', '2024-01-31'],
      ['house-by-house', '2024-05-31'],
      ['standards', '2025-12-31'],
    ]);
  });

  it('counts no working days for the registry; the census is yearly by a reading', () => {
    expect(beijing.deadlines).toEqual({ registryEntry: null, tellProvider: null });
    expect(beijing.census).toMatchObject({ everyMonths: 12, because: [{ reading: true }, { reading: false }] });
  });

  it('has the product’s clocks', () => {
    expect(clocks(beijing, 'life-danger')).toEqual({
      acknowledgeWithin: { unit: 'ms', amount: 600_000 },
      closeWithin: { unit: 'ms', amount: 86_400_000 },
    });
  });
});

it('北京 is found by the code of the residence', () => {
  expect(packForDivision('110111105202')?.id).toBe('beijing');
  expect(packForDivision('11')?.id).toBe('beijing');
  expect(packForDivision('120101')).toBeUndefined();
});
