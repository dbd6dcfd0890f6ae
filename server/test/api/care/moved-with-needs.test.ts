import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Accounts } from '../../../src/modules/identity';
import { Outbox } from '../../../src/platform/outbox';
import type { Person } from '../registry/story';
import { DAY, HOUR } from '../support/clock';
import { GAS_UNSAFE, NEGLECTED, startHousehold, type Household } from './household';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const only = async () => (await t.needs())[0]!;
const step = async (kind: string, body: object = {}, as = t.liufang) =>
  t.call('POST', `/needs/${(await only()).id}/${kind}`, { as: as.token, body: { id: ulid(), ...body } });
const told = async (person: Person) =>
  (await t.notices(person)).filter(({ eventKey }) => eventKey.startsWith('need.moved')).map(({ title }) => title);
/** 刘芳 moves 李秀兰 to another community, and what follows from it has happened. */
async function move(communityId: string): Promise<void> {
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, t.liufang.id, 'community', communityId));
  const body = { communityId, address: '9 号楼 2 单元 502' };
  const moved = await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: t.liufang.token, body });
  expect(moved.status).toBe(200);
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).revoke(tx, t.liufang.id, 'community', communityId));
  await t.work();
}
/** 甸柳第二社区, in the same street. */
async function nextDoor(): Promise<{ id: string; officer: Person }> {
  const id = ulid();
  const division = {
    ...{ id, parentId: t.divisions.dianliu, name: '甸柳第二社区', level: 'community' as const, rural: false },
  };
  const code = { id: ulid(), divisionId: id, code: '370102009099', since: '2020-01-01', until: null };
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Divisions).add(tx, [division], [code]));
  const officer = await t.person('赵红');
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, officer.id, 'community', id));
  return { id, officer };
}

describe('an elder who moves with something in hand', () => {
  it('what nobody had taken yet is told to the new community, with the clock from now', async () => {
    await t.find(GAS_UNSAFE);
    t.clock.advance(20 * HOUR);
    await move(t.divisions.yaojiaCommunity);
    const acknowledgeBy = t.clock.now() + DAY;
    expect(await only()).toMatchObject({
      ...{ status: 'open', communityId: t.divisions.yaojiaCommunity, acknowledgeBy, risesAt: acknowledgeBy },
    });
    expect(await told(t.mengxiaoyan)).toEqual(['李秀兰家：燃气不安全，要处理，老人搬来了，要接着办']);
    expect([await told(t.liufang), await told(t.wangjing)]).toEqual([[], []]);
  });

  it('what the old community had taken is the new one’s to take', async () => {
    await t.find(GAS_UNSAFE);
    await step('acknowledgements');
    await move(t.divisions.yaojiaCommunity);
    expect(await only()).toMatchObject({ status: 'open', handler: null, acknowledgedBy: null, level: 'community' });
    expect(await told(t.mengxiaoyan)).toHaveLength(1);
    expect((await step('acknowledgements', {}, t.mengxiaoyan)).status).toBe(201);
  });

  it('what went up to the street is the new community’s where the street is another', async () => {
    await t.find(GAS_UNSAFE);
    t.clock.advance(25 * HOUR);
    await t.tick();
    await t.work();
    expect(await only()).toMatchObject({ level: 'street' });
    t.liufang.token = await t.signIn(t.liufang);
    await move(t.divisions.yaojiaCommunity);
    expect(await only()).toMatchObject({ level: 'community', status: 'open' });
    expect(await told(t.mengxiaoyan)).toHaveLength(1);
  });

  it('stays the street’s where the street is the same, and the community’s changes hands', async () => {
    const { id, officer } = await nextDoor();
    await t.find({ ...GAS_UNSAFE, ...NEGLECTED, gas: 'unsafe', 'gas-note': '软管裂了' });
    const held = (await t.needs()).find(({ heldFromFamily }) => heldFromFamily)!;
    const take = { as: t.tianjun.token, body: { id: ulid() } };
    expect((await t.call('POST', `/needs/${held.id}/acknowledgements`, take)).status).toBe(201);
    const { risesAt } = (await t.needs()).find(({ id: one }) => one === held.id)!;
    await move(id);
    const after = await t.needs();
    expect(after.find(({ id: one }) => one === held.id)).toMatchObject({
      ...{ status: 'acknowledged', handler: 'street', communityId: id, risesAt },
    });
    expect(await told(officer)).toEqual(['李秀兰家：燃气不安全，要处理，老人搬来了，要接着办']);
    expect(await told(t.tianjun)).toEqual([]);
  });

  it('stays the family’s when they had taken it', async () => {
    await t.find(GAS_UNSAFE);
    await step('answers', { choice: 'self' }, t.wangjing);
    const { risesAt } = await only();
    await move(t.divisions.yaojiaCommunity);
    expect(await only()).toMatchObject({
      ...{ status: 'acknowledged', handler: 'family', communityId: t.divisions.yaojiaCommunity, risesAt },
    });
    expect(await told(t.mengxiaoyan)).toEqual([]);
  });

  it('is told once, however often her record is looked at', async () => {
    await t.find(GAS_UNSAFE);
    await move(t.divisions.yaojiaCommunity);
    await step('acknowledgements', {}, t.mengxiaoyan);
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Outbox).emit(tx, 'elder.changed', { elderId: t.lixiulan.id }),
    );
    await t.work();
    expect(await only()).toMatchObject({ status: 'acknowledged', handler: 'community' });
    expect(await told(t.mengxiaoyan)).toHaveLength(1);
  });
});
