import { ulid } from 'ulid';

import { Divisions } from '../../../src/modules/divisions';
import { Accounts } from '../../../src/modules/identity';
import { Registry } from '../../../src/modules/registry';
import { Visiting } from '../../../src/modules/visiting';
import { Visit } from '../../../src/modules/visiting/visits.entities';
import { DAY, HOUR } from '../support/clock';
import { GAS_UNSAFE, startHousehold, type Household } from './household';

let t: Household;
/** A community of 沈阳, whose plan has a record form of its own. */
let shenyang: string;

beforeEach(async () => {
  t = await startHousehold();
  const ids = [ulid(), ulid(), ulid(), ulid(), ulid()] as const;
  shenyang = ids[4];
  const names = [
    ['21', '辽宁省', 'province'],
    ['2101', '沈阳市', 'city'],
    ['210102', '和平区', 'district'],
    ['210102001', '某街道', 'street'],
    ['210102001001', '某社区', 'community'],
  ] as const;
  const divisions = names.map(([, name, level], place) => {
    return { id: ids[place]!, parentId: place === 0 ? null : ids[place - 1]!, name, level, rural: false };
  });
  const codes = names.map(([code], place) => {
    return { id: ulid(), divisionId: ids[place]!, code, since: '2020-01-01', until: null };
  });
  await t.app.database.tx(t.ctx(), async (tx) => {
    await t.app.nest.get(Divisions).add(tx, divisions, codes);
    await t.app.nest.get(Accounts).grant(tx, t.liufang.id, 'community', shenyang);
  });
});
afterEach(() => t.close());

/** 李秀兰 has moved to 沈阳; what follows from it has happened. */
async function move(): Promise<void> {
  const { status } = await t.call('PATCH', `/elders/${t.lixiulan.id}`, {
    as: t.liufang.token,
    body: { communityId: shenyang },
  });
  expect(status).toBe(200);
  await t.work();
  expect((await t.app.nest.get(Registry).get(t.ctx(), t.lixiulan.id)).packId).toBe('liaoning');
}
/** The new community sends the same visitor. */
const assignAnew = () =>
  t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, t.zhoumin.id));
const kept = (id: string) => t.app.database.read.findOneByOrFail(Visit, { id });
const since = (ms: number) => ({ startedAt: t.clock.now() - ms, endedAt: t.clock.now() - ms + HOUR / 2 });

describe('a record that lay on the phone while the elder moved to another place', () => {
  it('of a visit before the move is kept, and what it found becomes a need', async () => {
    t.clock.advance(DAY);
    await move();
    const visit = await t.find(GAS_UNSAFE, since(DAY));
    expect(await kept(visit.id)).toMatchObject({
      formId: 'jinan-visit-record',
      review: 'assignment-ended earlier-home',
    });
    expect(await t.needs()).toMatchObject([{ matter: 'gas-safety', severity: 'urgent', communityId: shenyang }]);
    const there = await t.person('孙红');
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, there.id, 'community', shenyang));
    const list = await t.call<{ items: object[] }>('GET', `/visits?elderId=${t.lixiulan.id}`, { as: there.token });
    expect(list.body.items).toMatchObject([{ id: visit.id, review: ['assignment-ended', 'earlier-home'] }]);
  });

  it('of the day of the move is kept as well: the visitor had got ready before', async () => {
    t.clock.advance(2 * HOUR);
    await move();
    const visit = await t.find(GAS_UNSAFE, since(HOUR));
    expect((await kept(visit.id)).review).toBe('assignment-ended earlier-home');
    expect(await t.needs()).toHaveLength(1);
  });

  it('is received once, however often it is sent', async () => {
    t.clock.advance(DAY);
    await move();
    const visit = await t.find(GAS_UNSAFE, since(DAY));
    expect((await t.send(visit)).status).toBe(200);
    await t.work();
    expect([await t.app.database.read.count(Visit), (await t.needs()).length]).toEqual([1, 1]);
  });

  it('is refused on a later day, on which that form was nobody’s any more', async () => {
    await move();
    t.clock.advance(2 * DAY);
    await assignAnew();
    const answer = await t.send(t.visit(t.lixiulan, since(HOUR)));
    expect([answer.status, answer.body.code]).toEqual([400, 'visit.form-unknown']);
    expect(await t.app.database.read.count(Visit)).toBe(0);
  });

  it('is refused on the form of a place where she never lived', async () => {
    await move();
    await assignAnew();
    const form = { id: 'shishi-visit-record', version: 1 };
    const answer = await t.send(t.visit(t.lixiulan, { form }));
    expect([answer.status, answer.body.code]).toEqual([400, 'visit.form-unknown']);
  });
});
