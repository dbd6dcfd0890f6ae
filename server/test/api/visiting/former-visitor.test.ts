import { ulid } from 'ulid';

import { Accounts } from '../../../src/modules/identity';
import { Emergency, NoAnswer, Visit, Visiting } from '../../../src/modules/visiting';
import { DAY, HOUR } from '../support/clock';
import { photo, startRounds, type ProblemBody, type Rounds, type VisitBody } from './rounds';

let t: Rounds;
/** 周敏's phone was without a network from here on. */
let visit: VisitBody;
let noAnswer: object;
let emergency: object;
let picture: { bytes: Buffer; sha256: string };
beforeEach(async () => {
  t = await startRounds();
  picture = await photo();
  visit = t.visit(t.lixiulan, { photos: [{ sha256: picture.sha256, field: 'gas' }] });
  noAnswer = unreached(t.liuchanghe);
  emergency = fall(t.sunguiying);
  t.clock.advance(2 * HOUR);
});
afterEach(() => t.close());

const unreached = ({ id: elderId }: { id: string }) => ({
  ...{ id: ulid(), elderId, outcome: 'unreached', at: t.clock.now() },
  tries: [{ kind: 'knocked', at: t.clock.now() - HOUR / 6 }],
});
const fall = ({ id: elderId }: { id: string }) => ({
  ...{ id: ulid(), elderId, what: 'fall', outcome: 'safe', calls: [] },
  ...{ happenedAt: t.clock.now() - HOUR / 6, at: t.clock.now() },
});

/** The operator takes the role back, which signs the phone out; WeChat signs it in again. */
async function revoke(place: keyof Rounds['divisions'] = 'first'): Promise<void> {
  await t.app.database.tx(t.ctx(), (tx) =>
    t.app.nest.get(Accounts).revoke(tx, t.zhoumin.id, 'visitor', t.divisions[place]),
  );
  await t.work();
}
async function signInAgain(): Promise<void> {
  t.zhoumin.token = await t.signIn(t.zhoumin);
}
const call = (method: 'GET' | 'POST', path: string, body?: object) =>
  t.call<ProblemBody>(method, path, { as: t.zhoumin.token, ...(body ? { body } : {}) });
const outcome = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('who was the visitor at the time', () => {
  it('is signed out with the role, by a refusal that lets the phone keep what it holds', async () => {
    await revoke();
    expect(outcome(await t.send(visit))).toEqual([401, 'session.expired']);
    await signInAgain();
    const me = await t.call<{ roles: object[] }>('GET', '/sessions/current', { as: t.zhoumin.token });
    expect(me.body.roles).toEqual([]);
  });

  it('still hands in the visit with its photo: it counts, and is marked for another look', async () => {
    await revoke();
    await signInAgain();
    expect((await t.send(visit)).status).toBe(201);
    expect((await t.send(visit)).status).toBe(200);
    const path = `/visits/${visit.id}/files/${picture.sha256}`;
    const headers = { 'content-type': 'image/jpeg' };
    const sent = await t.call('PUT', path, { as: t.zhoumin.token, body: picture.bytes, headers });
    expect(sent.status).toBe(204);
    const kept = await t.app.database.read.findOneByOrFail(Visit, { id: visit.id });
    expect([kept.visitorId, kept.review]).toEqual([t.zhoumin.id, 'assignment-ended']);
    expect((await t.owed(t.lixiulan))[0]).toMatchObject({ status: 'visited', visitId: visit.id });
  });

  it('still hands in that nobody opened, and a call for help', async () => {
    await revoke();
    await signInAgain();
    expect((await call('POST', '/no-answers', noAnswer)).status).toBe(201);
    expect((await call('POST', '/emergencies', emergency)).status).toBe(201);
    expect(await t.app.database.read.countBy(NoAnswer, { visitorId: t.zhoumin.id })).toBe(1);
    expect(await t.app.database.read.countBy(Emergency, { visitorId: t.zhoumin.id })).toBe(1);
  });

  it('for thirty days from the end of the role, and not on the next', async () => {
    await revoke();
    t.clock.advance(29 * DAY);
    await signInAgain();
    expect((await t.send(visit)).status).toBe(201);
    t.clock.advance(DAY);
    await signInAgain();
    expect(outcome(await call('POST', '/no-answers', noAnswer))).toEqual([403, 'access.role']);
    expect(outcome(await call('POST', '/emergencies', emergency))).toEqual([403, 'access.role']);
  });

  it('and of what happened before, nothing of afterwards', async () => {
    await revoke();
    t.clock.advance(HOUR);
    await signInAgain();
    expect(outcome(await t.send(t.visit(t.lixiulan)))).toEqual([404, 'access.not-found']);
    expect(outcome(await call('POST', '/no-answers', unreached(t.liuchanghe)))).toEqual([404, 'access.not-found']);
    expect(outcome(await call('POST', '/emergencies', fall(t.sunguiying)))).toEqual([404, 'access.not-found']);
  });

  it('and of the elders they visited, of no other', async () => {
    await revoke();
    await signInAgain();
    const { id: elderId } = t.gaoyulan;
    expect(outcome(await t.send({ ...visit, elderId }))).toEqual([404, 'access.not-found']);
    expect(outcome(await call('POST', '/no-answers', { ...noAnswer, elderId }))).toEqual([404, 'access.not-found']);
    expect(outcome(await call('POST', '/emergencies', { ...emergency, elderId }))).toEqual([404, 'access.not-found']);
  });

  it('also who is a visitor elsewhere still', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      t.app.nest.get(Accounts).grant(tx, t.zhoumin.id, 'visitor', t.divisions.yaojiaCommunity),
    );
    await revoke();
    await signInAgain();
    expect((await t.send(visit)).status).toBe(201);
    expect((await call('GET', `/elders/${t.lixiulan.id}/card`)).status).toBe(404);
  });

  it('photos only of their own visit', async () => {
    const zhaohong = await t.person('赵红', 'visitor', 'first');
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, zhaohong.id));
    const hers = t.visit(t.lixiulan, { photos: [{ sha256: picture.sha256, field: 'gas' }] });
    expect((await t.send(hers, zhaohong)).status).toBe(201);
    await revoke();
    await signInAgain();
    const path = `/visits/${hers.id}/files/${picture.sha256}`;
    const headers = { 'content-type': 'image/jpeg' };
    expect((await t.call('PUT', path, { as: t.zhoumin.token, body: picture.bytes, headers })).status).toBe(404);
  });
});

describe('reading', () => {
  it('is closed to a former visitor, their own records included', async () => {
    const before = t.visit(t.liuchanghe);
    expect((await t.send(before)).status).toBe(201);
    await revoke();
    await signInAgain();
    expect((await t.send(visit)).status).toBe(201);
    for (const path of [
      '/worklist',
      '/no-answers',
      '/visits?mine=1',
      `/visits/${before.id}`,
      `/visits/${visit.id}`,
      `/elders/${t.lixiulan.id}/card`,
      `/elders/${t.lixiulan.id}/matters`,
      `/elders/${t.lixiulan.id}/sheets`,
      `/needs`,
    ])
      expect([path, ...outcome(await call('GET', path))]).toEqual([path, 403, 'access.role']);
    expect(outcome(await call('POST', '/check-ins', { id: ulid(), code: 'x', at: 1 }))).toEqual([403, 'access.role']);
  });

  it('and handing in, to an account that never was a visitor', async () => {
    const { token } = t.stranger;
    for (const [path, body] of [
      ['/visits', visit],
      ['/no-answers', noAnswer],
      ['/emergencies', emergency],
    ] as const)
      expect(outcome(await t.call<ProblemBody>('POST', path, { as: token, body }))).toEqual([403, 'access.role']);
  });
});
