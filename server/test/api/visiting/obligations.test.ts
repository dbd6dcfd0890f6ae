import { Registry } from '../../../src/modules/registry';
import { Obligation, VisitedElder, Visiting } from '../../../src/modules/visiting';
import { DAY } from '../support/clock';
import { elderNamed, MINUTE, startRounds, type Rounds } from './rounds';

let t: Rounds;
beforeEach(async () => {
  t = await startRounds();
});
afterEach(() => t.close());

const periods = (rows: Obligation[]) =>
  rows.map(({ every, periodStart, dueOn, status }) => `${every} ${periodStart}…${dueOn} ${status}`);
const plan = (on: string) => t.app.nest.get(Visiting).plan(t.ctx(), on);

describe('济南 二（一）频次: what is owed', () => {
  it('is this and the next period from the day of registration', async () => {
    expect(periods(await t.owed(t.lixiulan))).toEqual([
      'week 2026-11-23…2026-11-29 owed',
      'week 2026-11-30…2026-12-06 owed',
    ]);
    expect(periods(await t.owed(t.liuchanghe))).toEqual([
      'month 2026-11-01…2026-11-30 owed',
      'month 2026-12-01…2026-12-31 owed',
    ]);
  });

  it('is planned once, however often and by however many planners', async () => {
    expect(await plan('2026-11-23')).toBe(0);
    t.clock.set('2026-11-30T00:05:00+08:00');
    const made = await Promise.all([plan('2026-11-30'), plan('2026-11-30'), plan('2026-11-30')]);
    expect(made.filter((count) => count > 0)).toEqual([2]);
    expect(await plan('2026-11-30')).toBe(0);
    expect((await t.owed(t.lixiulan)).map(({ periodStart }) => periodStart)).toEqual([
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  it('is planned for elders whose registration was never heard of', async () => {
    await t.app.database.tx(t.ctx(), async (tx) => {
      await tx.em.clear(Obligation);
      await tx.em.clear(VisitedElder);
    });
    expect(await plan('2026-11-23')).toBe(8);
    expect(periods(await t.owed(t.sunguiying))).toEqual([
      'week 2026-11-23…2026-11-29 owed',
      'week 2026-11-30…2026-12-06 owed',
    ]);
    expect(await t.app.database.read.findOneBy(VisitedElder, { elderId: t.lixiulan.id })).toMatchObject({
      ...{ name: '李秀兰', place: '5 号楼 1 单元', visitorId: t.zhoumin.id, communityId: t.divisions.first },
    });
  });

  it('keeps up by itself as days go by', async () => {
    for (let day = 0; day < 16; day += 1) {
      await t.tick();
      await t.work();
      t.clock.advance(DAY);
    }
    expect(periods(await t.owed(t.lixiulan))).toEqual([
      'week 2026-11-23…2026-11-29 missed',
      'week 2026-11-30…2026-12-06 missed',
      'week 2026-12-07…2026-12-13 owed',
      'week 2026-12-14…2026-12-20 owed',
    ]);
  });

  it('begins a new cadence with the next period', async () => {
    const becomes80 = elderNamed('赵玉梅', '1946-11-25', t.divisions.first);
    await t.register(becomes80);
    expect(periods(await t.owed(becomes80))).toEqual([
      'month 2026-11-01…2026-11-30 owed',
      'month 2026-12-01…2026-12-31 owed',
    ]);
    t.clock.set('2026-11-25T06:00:00+08:00');
    await t.tick();
    await t.work();
    expect(periods(await t.owed(becomes80))).toEqual([
      'month 2026-11-01…2026-11-30 owed',
      'week 2026-11-30…2026-12-06 owed',
    ]);
    expect(await t.audits(becomes80.id, 'obligation.plan')).toHaveLength(1);
  });

  it('follows the elder to another community while it is not settled', async () => {
    await t.call('PATCH', `/elders/${t.liuchanghe.id}`, { as: t.tianjun.token, body: { address: '1 号楼 101' } });
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(VisitedElder, { elderId: t.liuchanghe.id }, { communityId: t.divisions.yaojiaCommunity }),
    );
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(Obligation, { elderId: t.liuchanghe.id }, { communityId: t.divisions.yaojiaCommunity }),
    );
    await t.work();
    expect((await t.owed(t.liuchanghe)).map(({ communityId }) => communityId)).toEqual([
      t.divisions.first,
      t.divisions.first,
    ]);
  });

  it('ends with a death, and what was counted as missed after it is excused', async () => {
    t.clock.set('2026-12-01T09:00:00+08:00');
    await t.tick();
    expect(periods(await t.owed(t.lixiulan))[0]).toBe('week 2026-11-23…2026-11-29 missed');
    t.clock.advance(MINUTE);
    const ended = { on: '2026-11-26', reason: 'deceased' };
    const answer = await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: t.liufang.token, body: { ended } });
    expect(answer.status).toBe(200);
    await t.work();
    const rows = await t.owed(t.lixiulan);
    expect(rows.map(({ periodStart, status, excuse }) => [periodStart, status, excuse])).toEqual([
      ['2026-11-23', 'excused', 'deceased'],
      ['2026-11-30', 'excused', 'deceased'],
    ]);
    const [missed, excused] = await t.changes(rows[0]!.id);
    expect(missed).toMatchObject({ status: 'missed', effectiveAt: Date.parse('2026-11-30T00:00:00+08:00') });
    expect(excused).toMatchObject({
      status: 'excused',
      effectiveAt: Date.parse('2026-11-26T00:00:00+08:00'),
      knownAt: t.clock.now(),
    });
  });
});

describe('没见到', () => {
  it('is said once a period is over, with when it took effect and when it was known', async () => {
    t.clock.set('2026-12-02T09:00:00+08:00');
    await Promise.all([t.tick(), t.tick()]);
    const [week, next] = await t.owed(t.lixiulan);
    expect([week!.status, week!.listRank]).toEqual(['missed', 1]);
    expect([next!.status, next!.listRank]).toEqual(['owed', 0]);
    expect(await t.changes(week!.id)).toEqual([
      expect.objectContaining({
        status: 'missed',
        effectiveAt: Date.parse('2026-11-30T00:00:00+08:00'),
        knownAt: t.clock.now(),
      }),
    ]);
  });

  it('is taken back by a visit that is uploaded late, at the time of the visit', async () => {
    t.clock.set('2026-12-02T09:00:00+08:00');
    await t.tick();
    const closedAt = t.clock.now();
    t.clock.advance(MINUTE);
    const visitedAt = Date.parse('2026-11-27T10:00:00+08:00');
    const late = t.visit(t.lixiulan, { startedAt: visitedAt, endedAt: visitedAt + 20 * 60_000 });
    expect((await t.send(late)).status).toBe(201);
    const [week, next] = await t.owed(t.lixiulan);
    expect(week).toMatchObject({ status: 'visited', visitId: late.id, visitedAt, visitedBy: t.zhoumin.id });
    expect(next).toMatchObject({ status: 'owed', listRank: 1 });
    expect(
      (await t.changes(week!.id)).map(({ status, effectiveAt, knownAt }) => [status, effectiveAt, knownAt]),
    ).toEqual([
      ['missed', Date.parse('2026-11-30T00:00:00+08:00'), closedAt],
      ['visited', visitedAt, t.clock.now()],
    ]);
  });

  it('leaves visited periods alone', async () => {
    await t.send(t.visit(t.lixiulan));
    t.clock.set('2026-12-02T09:00:00+08:00');
    await t.tick();
    const [week, next] = await t.owed(t.lixiulan);
    expect([week!.status, next!.status, next!.listRank]).toEqual(['visited', 'owed', 1]);
  });
});

describe('the front door', () => {
  it('tells what is owed next', async () => {
    const visiting = t.app.nest.get(Visiting);
    expect(await visiting.nextOwed(t.ctx(), t.lixiulan.id)).toEqual({ periodStart: '2026-11-23', every: 'week' });
    await t.send(t.visit(t.lixiulan));
    expect(await visiting.nextOwed(t.ctx(), t.lixiulan.id)).toEqual({ periodStart: '2026-11-30', every: 'week' });
  });

  it('gives visits by time, the one before among them', async () => {
    const visiting = t.app.nest.get(Visiting);
    const at = (text: string) => ({ startedAt: Date.parse(text), endedAt: Date.parse(text) + 60_000 });
    const first = t.visit(t.lixiulan, at('2026-11-20T09:00:00+08:00'));
    const second = t.visit(t.lixiulan, at('2026-11-23T08:00:00+08:00'));
    for (const visit of [second, first]) expect((await t.send(visit)).status).toBe(201);
    const all = await visiting.ofElder(t.ctx(), t.lixiulan.id, { limit: 10 });
    expect(all.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect((await visiting.previous(t.ctx(), all[0]!))?.id).toBe(first.id);
    expect(await visiting.previous(t.ctx(), all[1]!)).toBeNull();
    const since = Date.parse('2026-11-22T00:00:00+08:00');
    expect((await visiting.ofElder(t.ctx(), t.lixiulan.id, { since, limit: 10 })).map(({ id }) => id)).toEqual([
      second.id,
    ]);
    expect(await t.app.nest.get(Registry).get(t.ctx(), t.lixiulan.id)).toMatchObject({ every: 'week' });
  });
});
