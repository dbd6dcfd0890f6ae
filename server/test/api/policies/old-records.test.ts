import { ulid } from 'ulid';

import { Visiting } from '../../../src/modules/visiting';
import { Accounts } from '../../../src/modules/identity';
import { Registry, type NewElder } from '../../../src/modules/registry';
import type { Need } from '../../../src/modules/care';
import { ALL_WELL } from '../visiting/rounds';
import { GAS_UNSAFE } from '../care/household';
import { DAY, HOUR, MINUTE } from '../support/clock';
import { startDistrict, wuguifang, type District } from './district';

const SECONDARY = 'jinan.cadence.secondary';
const TUESDAY = '2026-11-24T09:00:00+08:00';
const POWER_UNSAFE = { ...ALL_WELL, electricity: 'unsafe', 'electricity-note': '插线板发烫' };

let t: District;
let wu: NewElder;
beforeEach(async () => {
  t = await startDistrict();
  wu = wuguifang(t.divisions.first);
  await t.register(wu);
  t.clock.set(TUESDAY);
});
afterEach(() => t.close());

const owed = async (elder = wu) =>
  (await t.owed(elder)).map(({ every, periodStart, dueOn, status }) => `${every} ${periodStart}…${dueOn} ${status}`);
const needAbout = async (matter: string): Promise<Need> => (await t.needs()).find((need) => need.matter === matter)!;
/** Lives on to an instant, night by night, with everything the clock brings about. */
async function liveTo(at: string): Promise<void> {
  const end = Date.parse(at);
  do {
    t.clock.set(Math.min(t.clock.now() + DAY, end));
    await t.tick();
    await t.work();
  } while (t.clock.now() < end);
}
const during = (at: string) => ({ startedAt: Date.parse(at), endedAt: Date.parse(at) + 20 * MINUTE });

describe('频次：begun periods keep theirs', () => {
  it('of a decision from today on, the next period is the first to follow it', async () => {
    expect(await owed()).toEqual(['half-month 2026-11-16…2026-11-30 owed', 'half-month 2026-12-01…2026-12-15 owed']);
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    expect(await t.every(wu)).toBe('week');
    expect(await owed()).toEqual(['half-month 2026-11-16…2026-11-30 owed', 'week 2026-11-30…2026-12-06 owed']);
    expect(await t.audits(wu.id, 'elder.evaluate')).toHaveLength(1);
    expect(await t.every(t.lixiulan)).toBe('week');
    expect(await t.audits(t.lixiulan.id, 'elder.evaluate')).toEqual([]);
  });

  it('of a decision from a later day, nothing changes until then', async () => {
    await t.decide({ ruleId: SECONDARY, value: 'month', from: '2026-12-01' });
    expect(await t.every(wu)).toBe('half-month');
    await liveTo('2026-11-30T23:30:00+08:00');
    expect(await owed()).toEqual(['half-month 2026-11-16…2026-11-30 owed', 'half-month 2026-12-01…2026-12-15 owed']);
    await liveTo('2026-12-01T00:40:00+08:00');
    expect(await t.every(wu)).toBe('month');
    expect(await owed()).toEqual([
      'half-month 2026-11-16…2026-11-30 missed',
      'month 2026-12-01…2026-12-31 owed',
      'month 2027-01-01…2027-01-31 owed',
    ]);
  });

  it('taken back, our reading comes back in the same way, and what was owed stays in the books', async () => {
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    expect(await t.withdraw(SECONDARY, '2026-12-16')).toMatchObject({ status: 201 });
    await liveTo('2026-12-15T12:00:00+08:00');
    expect(await t.every(wu)).toBe('week');
    await liveTo('2026-12-16T00:40:00+08:00');
    expect(await t.every(wu)).toBe('half-month');
    expect((await owed()).slice(0, 3)).toEqual([
      'half-month 2026-11-16…2026-11-30 missed',
      'week 2026-11-30…2026-12-06 missed',
      'week 2026-12-07…2026-12-13 missed',
    ]);
    expect((await owed()).at(-1)).toBe('half-month 2027-01-01…2027-01-15 owed');
  });

  it('any past day is told as it was, and says whose rule it was', async () => {
    await t.decide({ ruleId: SECONDARY, value: 'week', from: '2026-12-01', reason: '冬天路滑，多看一趟' });
    t.clock.set('2027-02-01T09:00:00+08:00');
    const told = async (on: string) => (await t.app.nest.get(Registry).evaluate(t.ctx(), wu.id, on)).visits;
    expect((await told('2026-11-30'))?.every).toBe('half-month');
    expect((await told('2026-12-01'))?.every).toBe('week');
    const detail = await t.call<{ policy: { visits: { because: { document: string; text: string }[] } } }>(
      'GET',
      `/elders/${wu.id}`,
      { as: await t.signIn(t.liufang) },
    );
    expect(detail.body.policy.visits.because[0]).toMatchObject({
      document: '本区规定',
      text: '本区规定（自2026-12-01起）：冬天路滑，多看一趟',
    });
  });

  it('who is registered or amended later follows what holds then', async () => {
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    const fresh = wuguifang(t.divisions.yaojiaCommunity);
    await t.register(fresh);
    expect(await t.every(fresh)).toBe('week');
    const mild = { facts: { ability: { level: 'mild' } } };
    await t.call('PATCH', `/elders/${fresh.id}`, { as: t.mengxiaoyan.token, body: mild });
    expect(await t.every(fresh)).toBe('month');
  });

  it('the public endpoint knows the plan alone', async () => {
    const facts = { birthDate: '1954-03-03', residence: { division: '370102009002' }, maritalStatus: 'widowed' };
    const question = { on: '2026-11-24', facts: { ...facts, relatives: [], ability: { level: 'moderate' } } };
    const ask = () => t.call('POST', '/policies/jinan/evaluate', { body: question });
    const before = await ask();
    expect(before.body).toMatchObject({ visits: { every: 'half-month' } });
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    expect((await ask()).body).toEqual(before.body);
  });
});

describe('需求：raised needs keep owner, grounds and clocks', () => {
  const decideNeeds = async (from?: string) => {
    const day = from === undefined ? {} : { from };
    await t.decide({ ruleId: 'jinan.clock.urgent.acknowledge', value: '2h', ...day });
    await t.decide({ ruleId: 'jinan.clock.urgent.close', value: '1wd', ...day });
    await t.decide({ ruleId: 'jinan.referral.community', value: 'street+first-contact', ...day });
  };

  it('没人开门: urgent as well, so of both clocks the earlier one holds; the district may set its own', async () => {
    const nobodyThere = async () => {
      const tries = [{ kind: 'knocked', at: t.clock.now() }];
      const body = { id: ulid(), elderId: t.lixiulan.id, outcome: 'unreached', tries, at: t.clock.now() };
      await t.call('POST', '/no-answers', { as: t.zhoumin.token, body });
      await t.work();
      const need = (await t.needs()).find(({ status }) => status !== 'closed')!;
      t.clock.advance(MINUTE);
      await t.find(ALL_WELL);
      t.clock.advance(MINUTE);
      return [need.acknowledgeBy - need.raisedAt, need.closeBy - need.raisedAt];
    };
    const untilMidnight = (at: number) => Date.parse('2026-11-25T00:00:00+08:00') - 1 - at;
    const morning = t.clock.now();
    expect(await nobodyThere()).toEqual([untilMidnight(morning), untilMidnight(morning)]);
    await t.decide({ ruleId: 'jinan.clock.no-answer.close', value: '24h' });
    await t.decide({ ruleId: 'jinan.clock.no-answer.acknowledge', value: '2h' });
    expect(await nobodyThere()).toEqual([2 * HOUR, 24 * HOUR]);
    await t.decide({ ruleId: 'jinan.clock.no-answer.acknowledge', value: 'day+2h' });
    await t.decide({ ruleId: 'jinan.clock.urgent.acknowledge', value: '4h' });
    expect((await nobodyThere())[0]).toBe(4 * HOUR);
  });

  it('those found before keep theirs, up every level; those found afterwards have the new ones', async () => {
    await t.find(GAS_UNSAFE);
    const before = await needAbout('gas-safety');
    await decideNeeds();
    t.clock.advance(MINUTE);
    await t.find(POWER_UNSAFE);
    expect(await needAbout('gas-safety')).toEqual(before);
    expect(before.acknowledgeBy - before.raisedAt).toBe(24 * HOUR);
    const after = await needAbout('electrical-safety');
    expect(after).toMatchObject({ ownerKind: 'street', level: 'street', inform: 'first-contact' });
    expect(after.acknowledgeBy - after.raisedAt).toBe(2 * HOUR);
    expect(after.closeBy).toBeLessThan(before.closeBy);
    expect(JSON.parse(after.because)[0]).toMatchObject({ rule: 'jinan.referral.community', document: '本区规定' });

    t.clock.advance(2 * HOUR);
    await liveTo(new Date(t.clock.now()).toISOString());
    const risen = await needAbout('electrical-safety');
    expect([risen.level, risen.acknowledgeBy - t.clock.now()]).toEqual(['district', 2 * HOUR]);
    expect((await needAbout('gas-safety')).level).toBe('community');

    await liveTo(new Date(before.acknowledgeBy).toISOString());
    const old = await needAbout('gas-safety');
    expect([old.level, old.acknowledgeBy - t.clock.now()]).toEqual(['street', 24 * HOUR]);
    expect([old.ownerKind, old.because]).toEqual([before.ownerKind, before.because]);
  });

  it('a need that a later visit finds more pressing gets the clock of that day, and keeps its owner', async () => {
    const fairly = { ...ALL_WELL, gas: 'fairly-safe', 'gas-note': '软管旧了' };
    await t.find(fairly);
    const before = await needAbout('gas-safety');
    await decideNeeds();
    t.clock.advance(HOUR);
    await t.find(GAS_UNSAFE);
    const worse = await needAbout('gas-safety');
    expect(worse.acknowledgeBy - t.clock.now()).toBe(2 * HOUR);
    expect([worse.id, worse.ownerKind, worse.because]).toEqual([before.id, before.ownerKind, before.because]);
  });

  it('a record that arrives late is judged by the rules of the day of the visit', async () => {
    await decideNeeds('2026-11-26');
    t.clock.set('2026-11-28T09:00:00+08:00');
    await t.find(GAS_UNSAFE, during('2026-11-25T10:00:00+08:00'));
    await t.find(POWER_UNSAFE, during('2026-11-26T10:00:00+08:00'));
    const [old, fresh] = [await needAbout('gas-safety'), await needAbout('electrical-safety')];
    expect([old.ownerKind, old.acknowledgeBy - old.raisedAt]).toEqual(['community', 24 * HOUR]);
    expect([fresh.ownerKind, fresh.acknowledgeBy - fresh.raisedAt]).toEqual(['street', 2 * HOUR]);
  });

  it('what is kept from the family goes to whom the district says, never to the family', async () => {
    await t.decide({ ruleId: 'jinan.referral.kept-from-family', value: 'street' });
    await t.find({ ...ALL_WELL, satisfaction: 'dissatisfied' });
    const held = (await t.needs()).filter(({ heldFromFamily }) => heldFromFamily);
    expect(held).toMatchObject([{ matter: 'satisfaction', ownerKind: 'street', inform: '' }]);
    for (const value of ['first-contact', 'community+first-contact']) {
      expect((await t.decide({ ruleId: 'jinan.referral.kept-from-family', value })).status).toBe(400);
    }
  });
});

describe('其他方式：whether it is a visit', () => {
  it('is for the district to say, by the day of the visit and not of its arrival', async () => {
    await t.decide({ ruleId: 'jinan.mode.other', value: 'no', from: '2026-12-01' });
    t.clock.set('2026-12-02T09:00:00+08:00');
    await t.tick();
    const early = t.visit(t.lixiulan, { mode: 'other', ...during('2026-11-28T08:00:00+08:00') });
    const later = t.visit(t.lixiulan, { mode: 'other', ...during('2026-12-01T08:00:00+08:00') });
    for (const visit of [early, later]) expect((await t.send(visit)).status).toBe(201);
    const [before, after] = await t.owed(t.lixiulan);
    expect([before!.periodStart, before!.status, before!.visitId]).toEqual(['2026-11-23', 'visited', early.id]);
    expect([after!.periodStart, after!.status]).toEqual(['2026-11-30', 'owed']);
  });
});

describe('搬家：the district of the day', () => {
  beforeEach(async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Accounts).grant(tx, t.liufang.id, 'community', t.hongjialou),
    );
  });
  const move = (elder: { id: string }) =>
    t.call('PATCH', `/elders/${elder.id}`, { as: t.liufang.token, body: { communityId: t.hongjialou } });

  it('who moves follows the new district from that day on; earlier days stay the old one’s', async () => {
    await t.decide({ ruleId: SECONDARY, value: 'week' });
    t.clock.advance(DAY);
    expect((await move(wu)).status).toBe(200);
    await t.work();
    expect(await t.every(wu)).toBe('half-month');
    const registry = t.app.nest.get(Registry);
    const told = async (on: string) => (await registry.evaluate(t.ctx(), wu.id, on)).visits?.every;
    expect(await told('2026-11-24')).toBe('week');
    expect(await told('2026-11-25')).toBe('half-month');
    await t.decide({ ruleId: SECONDARY, value: 'month' }, t.shaoming, t.licheng);
    expect(await t.every(wu)).toBe('month');
    expect(await told('2026-11-24')).toBe('week');
  });

  it('a visit of before the move that arrives afterwards is judged by the old district', async () => {
    await t.decide({ ruleId: 'jinan.referral.community', value: 'street' });
    await t.decide({ ruleId: 'jinan.clock.urgent.acknowledge', value: '4h' });
    t.clock.advance(DAY);
    expect((await move(t.lixiulan)).status).toBe(200);
    await t.work();
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, t.zhoumin.id));
    t.clock.advance(HOUR);
    await t.find(GAS_UNSAFE, during('2026-11-24T15:00:00+08:00'));
    await t.find(POWER_UNSAFE);
    const [old, fresh] = [await needAbout('gas-safety'), await needAbout('electrical-safety')];
    expect([old.ownerKind, old.acknowledgeBy - old.raisedAt]).toEqual(['street', 4 * HOUR]);
    expect([fresh.ownerKind, fresh.acknowledgeBy - fresh.raisedAt]).toEqual(['community', 24 * HOUR]);
    expect([old.communityId, fresh.communityId]).toEqual([t.hongjialou, t.hongjialou]);
  });

  it('a need raised before the move begins anew, with the clock of where the elder lives now', async () => {
    await t.decide({ ruleId: 'jinan.clock.urgent.acknowledge', value: '4h' });
    await t.find(GAS_UNSAFE);
    expect((await move(t.lixiulan)).status).toBe(200);
    await t.work();
    t.clock.advance(4 * HOUR);
    await t.tick();
    const need = await needAbout('gas-safety');
    expect([need.level, need.acknowledgeBy - t.clock.now()]).toEqual(['community', 20 * HOUR]);
  });
});
