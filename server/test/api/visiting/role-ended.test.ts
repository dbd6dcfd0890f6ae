import { ulid } from 'ulid';

import { Accounts, Membership } from '../../../src/modules/identity';
import { VisitedElder, Visiting } from '../../../src/modules/visiting';
import { DAY } from '../support/clock';
import { startRounds, type Rounds } from './rounds';

let t: Rounds;
beforeEach(async () => {
  t = await startRounds();
});
afterEach(() => t.close());

type Place = keyof Rounds['divisions'];

const visitorsOf = (elder: { id: string }) => t.app.nest.get(Visiting).visitorsOf(t.ctx(), elder.id);
const grant = (place: Place, { id } = t.zhoumin) =>
  t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, id, 'visitor', t.divisions[place]));
/** As the operator's command does it. */
const revoke = (place: Place = 'first', { id } = t.zhoumin) =>
  t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).revoke(tx, id, 'visitor', t.divisions[place]));
const assign = (elder: { id: string }, { id } = t.zhoumin) =>
  t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, elder.id, id));
const withoutVisitor = async (as = t.liufang) => {
  const body = { hasVisitor: false, limit: 100 };
  const answer = await t.call<{ items: { name: string }[] }>('POST', '/elders/searches', { as: as.token, body });
  return answer.body.items.map(({ name }) => name).sort();
};
const ALL = ['刘长河', '孙桂英', '李秀兰'].sort();

describe('a visitor’s role that ends', () => {
  it('ends what they were given there, and the community sees at once who has nobody', async () => {
    expect(await withoutVisitor()).toEqual([]);
    await revoke();
    await t.work();
    expect(await visitorsOf(t.lixiulan)).toEqual([]);
    expect(await withoutVisitor()).toEqual(ALL);
    const { body } = await t.call<{ items: { name: string; visitor: object | null }[] }>('GET', '/worklist', {
      as: t.liufang.token,
    });
    expect(body.items.map(({ visitor }) => visitor)).toEqual([null, null, null]);
    expect(await withoutVisitor(t.mengxiaoyan)).not.toContain('李秀兰');
  });

  it('is written down for each elder, with the reason, once', async () => {
    await revoke();
    await t.work();
    await t.tick();
    t.clock.advance(DAY);
    await t.tick();
    const ended = async (elder: { id: string }) =>
      (await t.audits(elder.id, 'visitor.assign'))
        .map(({ actorId, detail }) => [actorId, JSON.parse(detail) as { ended?: boolean }] as const)
        .filter(([, detail]) => detail.ended);
    const told = [[null, { accountId: t.zhoumin.id, ended: true, because: 'role-ended' }]];
    for (const elder of [t.lixiulan, t.liuchanghe, t.sunguiying]) expect(await ended(elder)).toEqual(told);
  });

  it('leaves the other visitor of the elder, whom officers see from then on', async () => {
    const zhaohong = await t.person('赵红', 'visitor', 'first');
    await assign(t.lixiulan, zhaohong);
    await revoke();
    await t.work();
    expect(await visitorsOf(t.lixiulan)).toEqual([zhaohong.id]);
    const shown = await t.app.database.read.findOneByOrFail(VisitedElder, { elderId: t.lixiulan.id });
    expect(shown.visitorId).toBe(zhaohong.id);
    expect(await withoutVisitor()).toEqual(['刘长河', '孙桂英'].sort());
  });

  it('leaves what they were given where they have the role still', async () => {
    await t.work();
    await grant('yaojiaCommunity');
    await assign(t.gaoyulan);
    await revoke();
    await t.work();
    expect([await visitorsOf(t.lixiulan), await visitorsOf(t.gaoyulan)]).toEqual([[], [t.zhoumin.id]]);
  });

  it('leaves all of it to whom the street or the community has given the role again', async () => {
    await grant('dianliu');
    await revoke();
    await t.work();
    expect(await visitorsOf(t.lixiulan)).toEqual([t.zhoumin.id]);
    await revoke('dianliu');
    await grant('first');
    await t.work();
    expect(await visitorsOf(t.lixiulan)).toEqual([t.zhoumin.id]);
  });

  it('by its last day, is noticed when that day has come', async () => {
    const zhaohong = await t.person('赵红', 'visitor', 'first');
    await t.work();
    await assign(t.gaoyulan, zhaohong);
    const role = { role: 'visitor' as const };
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update(Membership, role, { until: '2026-11-25' }));
    await t.tick();
    expect(await visitorsOf(t.lixiulan)).toEqual([t.zhoumin.id]);
    t.clock.advance(2 * DAY);
    await t.tick();
    expect([await visitorsOf(t.lixiulan), await visitorsOf(t.gaoyulan)]).toEqual([[], []]);
    expect(await withoutVisitor()).toEqual(ALL);
  });

  it('while the elder’s record has ended, does not come back with the record', async () => {
    const path = `/elders/${t.lixiulan.id}`;
    const as = t.liufang.token;
    const ended = { on: '2026-11-23', reason: 'mistake' };
    expect((await t.call('PATCH', path, { as, body: { ended } })).status).toBe(200);
    await t.work();
    await revoke();
    await t.work();
    const body = { id: ulid(), reason: '登记的人看错了，老人还在' };
    expect((await t.call('POST', `${path}/reopenings`, { as, body: { reason: body.reason } })).status).toBe(201);
    await t.work();
    expect(await visitorsOf(t.lixiulan)).toEqual([]);
    expect(await withoutVisitor()).toEqual(ALL);
  });
});
