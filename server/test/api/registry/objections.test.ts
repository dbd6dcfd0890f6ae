import { ulid } from 'ulid';

import { Objection, Elder } from '../../../src/modules/registry';
import { Outbox, type EventName, type Events } from '../../../src/platform/outbox';
import { startHousehold, type Household } from '../care/household';
import type { Person } from './story';

const NOTE = '她现在和我弟弟一起住，不是一个人';

interface Item {
  id: string;
  elderName: string;
  senderName: string;
  senderWord: string | null;
  note: string;
  status: string;
  outcome: string | null;
  answer: string | null;
  closedByName: string | null;
}

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const send = (body: object = { id: ulid(), note: NOTE }, person: Person = t.wangjing, elderId = t.lixiulan.id) =>
  t.call<{ code?: string }>('POST', `/parents/${elderId}/objections`, { as: person.token, body });
const sent = async (note = NOTE): Promise<string> => {
  const body = { id: ulid(t.clock.now()), note };
  expect((await send(body)).status).toBe(204);
  await t.work();
  return body.id;
};
const list = async (status = 'open', person: Person = t.liufang, more = '') =>
  (
    await t.call<{ items: Item[]; next: string | null }>('GET', `/objections?status=${status}${more}`, {
      as: person.token,
    })
  ).body;
const close = (id: string, body: object = {}, person: Person = t.liufang) =>
  t.call<{ code?: string }>('POST', `/objections/${id}/closures`, {
    as: person.token,
    body: { id: ulid(), outcome: 'amended', answer: '改成和儿子同住了', ...body },
  });
const closed = async (id: string, body: object = {}) => {
  expect((await close(id, body)).status).toBe(204);
  await t.work();
};
const own = async (person: Person = t.wangjing) =>
  (await t.call<{ objections: Item[] }>('GET', `/parents/${t.lixiulan.id}/why`, { as: person.token })).body.objections;
const rows = () => t.app.database.read.find(Objection, { order: { sentAt: 'ASC' } });

async function emit<E extends EventName>(event: E, payload: Events[E]): Promise<void> {
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Outbox).emit(tx, event, payload));
  await t.work();
}

describe('不对，告诉社区', () => {
  it('reaches the community: on the list, and in the inbox', async () => {
    const id = await sent();
    expect(await list()).toMatchObject({
      items: [{ id, elderName: '李秀兰', senderName: '王静', senderWord: '女儿', note: NOTE, status: 'open' }],
      next: null,
    });
    expect(await t.notices(t.liufang)).toMatchObject([
      {
        title: '李秀兰家：女儿王静说有地方不对',
        lines: ['请看一看，核实后回一句'],
        page: 'officer/objections/index',
        ...{ state: 'inbox', visitId: null, needIds: '' },
      },
    ]);
    for (const person of [t.tianjun, t.mengxiaoyan, t.zhoumin, t.wangjing]) expect(await t.notices(person)).toEqual([]);
  });

  it('reaches the street where the community has nobody', async () => {
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update('membership', { accountId: t.liufang.id }, { until: '2026-01-01' }),
    );
    await sent();
    expect(await t.notices(t.tianjun)).toHaveLength(1);
  });

  it('sent twice is one, told once', async () => {
    const body = { id: ulid(), note: NOTE };
    expect([(await send(body)).status, (await send(body)).status]).toEqual([204, 204]);
    await t.work();
    await emit('objection.sent', { objectionId: body.id });
    expect([await rows(), await t.notices(t.liufang)]).toEqual([[expect.anything()], [expect.anything()]]);
    expect(await t.audits(body.id, 'objection.send')).toHaveLength(1);
  });

  it('sent twice at the same moment is one', async () => {
    const body = { id: ulid(), note: NOTE };
    const answers = await Promise.all([send(body), send(body), send(body)]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await rows()).toHaveLength(1);
  });

  it('another note under the same id is refused, and says nothing of the other’s', async () => {
    const id = await sent();
    expect(await send({ id, note: '别的' })).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(await rows()).toMatchObject([{ note: NOTE }]);
  });

  it('lies encrypted in the database', async () => {
    await closed(await sent());
    const [stored] = await t.app.database.read.query<Record<string, string>[]>('SELECT * FROM objection');
    expect(JSON.stringify(stored)).not.toMatch(/弟弟|同住/);
    expect(t.log.join('\n')).not.toMatch(/弟弟|同住/);
  });

  it('follows the elder to the next community', async () => {
    await sent();
    const home = { communityId: t.divisions.yaojiaCommunity };
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update(Elder, { id: t.lixiulan.id }, home));
    expect((await list('open', t.mengxiaoyan)).items).toHaveLength(1);
    expect((await list()).items).toEqual([]);
  });

  it('is refused to everybody but confirmed kin', async () => {
    const kinship = await t.bind(t.liuyang, t.son, t.liuchanghe.id);
    const fresh = async (person: Person) => ({ ...person, token: await t.signIn(person) });
    const liuyang = await fresh(t.liuyang);
    expect(await send(undefined, liuyang)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    expect((await send(undefined, liuyang, t.liuchanghe.id)).status).toBe(204);
    await t.call('DELETE', `/kinships/${kinship}`, { as: t.liufang.token });
    const former = await fresh(t.liuyang);
    expect((await send(undefined, former, t.liuchanghe.id)).status).toBe(403);
    for (const person of [t.zhoumin, t.liufang, t.stranger]) expect((await send(undefined, person)).status).toBe(403);
    expect(await rows()).toHaveLength(1);
  });
});

describe('what came of it', () => {
  it('is read by whoever said it, on the page and in the inbox', async () => {
    const id = await sent();
    await closed(id);
    expect(await own()).toMatchObject([
      { id, note: NOTE, status: 'closed', outcome: 'amended', answer: '改成和儿子同住了' },
    ]);
    expect(await t.notices(t.wangjing)).toMatchObject([
      {
        title: '您说的妈妈的情况，社区看过了',
        lines: ['改好了', '改成和儿子同住了'],
        page: `family/why/index?elderId=${t.lixiulan.id}`,
        state: 'inbox',
      },
    ]);
    expect((await list()).items).toEqual([]);
    expect((await list('closed')).items).toMatchObject([{ id, closedByName: '刘芳', outcome: 'amended' }]);
  });

  it('closed twice is closed once, told once', async () => {
    const id = await sent();
    const closure = { id: ulid(), outcome: 'kept' };
    expect([(await close(id, closure)).status, (await close(id, closure)).status]).toEqual([204, 204]);
    await t.work();
    await emit('objection.closed', { objectionId: id });
    expect(await t.notices(t.wangjing)).toHaveLength(1);
    expect(await t.audits(id, 'objection.close')).toHaveLength(1);
    expect(await close(id, { ...closure, outcome: 'amended' })).toMatchObject({
      status: 409,
      body: { code: 'id.taken' },
    });
    expect(await close(id)).toMatchObject({ status: 409, body: { code: 'objection.state' } });
    expect(await rows()).toMatchObject([{ outcome: 'kept' }]);
  });

  it('of two officers at the same moment, one closes it', async () => {
    const id = await sent();
    const answers = await Promise.all([close(id), close(id, {}, t.tianjun)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  it('one closure cannot close two', async () => {
    const [first, second] = [await sent(), await sent('电话也不对')];
    const closure = { id: ulid() };
    await closed(first, closure);
    expect(await close(second, closure)).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect((await list()).items).toMatchObject([{ id: second }]);
  });

  it('is not told by itself after a death', async () => {
    const id = await sent();
    const body = { ended: { on: '2026-11-23', reason: 'deceased' } };
    expect((await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: t.liufang.token, body })).status).toBe(200);
    await closed(id);
    expect(await t.notices(t.wangjing)).toEqual([]);
  });

  it('is not told to one who is no relative any more; the community still sees who said it', async () => {
    const kinship = await t.bind(t.liuyang, t.son, t.liuchanghe.id);
    const liuyang = { ...t.liuyang, token: await t.signIn(t.liuyang) };
    const body = { id: ulid(), note: NOTE };
    expect((await send(body, liuyang, t.liuchanghe.id)).status).toBe(204);
    expect((await t.call('DELETE', `/kinships/${kinship}`, { as: t.liufang.token })).status).toBe(204);
    expect((await list()).items).toMatchObject([{ senderName: '刘洋', senderWord: null }]);
    await closed(body.id);
    expect(await t.notices(t.liuyang)).toEqual([]);
  });

  it('is closed by the community and the street alone; a district looks on', async () => {
    const id = await sent();
    const district = await t.person('郑海宁', 'district', 'lixia');
    expect((await list('open', district)).items).toHaveLength(1);
    for (const person of [district, t.wangjing, t.zhoumin]) expect((await close(id, {}, person)).status).toBe(403);
    expect(await close(id, {}, t.mengxiaoyan)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    expect(await close(ulid())).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    expect((await list('open', t.mengxiaoyan)).items).toEqual([]);
    expect((await close(id, {}, t.tianjun)).status).toBe(204);
  });

  it('is neither shown to nor closed by an officer who is of the family', async () => {
    const id = await sent();
    const relative = { id: ulid(), name: '王强', relation: 'child', livesWithElder: false };
    const as = t.liufang.token;
    expect((await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as, body: relative })).status).toBe(201);
    await t.bind(t.tianjun, relative.id);
    const brother = { ...t.tianjun, token: await t.signIn(t.tianjun) };
    expect((await list('open', brother)).items).toEqual([]);
    expect(await close(id, {}, brother)).toMatchObject({ status: 404, body: { code: 'access.not-found' } });
    expect((await list()).items).toHaveLength(1);
  });

  it('is nothing another relative reads', async () => {
    await sent();
    const relative = { id: ulid(), name: '王强', relation: 'child', livesWithElder: false };
    const as = t.liufang.token;
    expect((await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as, body: relative })).status).toBe(201);
    await t.bind(t.stranger, relative.id);
    expect(await own({ ...t.stranger, token: await t.signIn(t.stranger) })).toEqual([]);
    expect(await own()).toHaveLength(1);
  });
});

it('the list comes in pages: open ones the oldest first, closed ones the latest first', async () => {
  const ids: string[] = [];
  for (const note of ['一', '二', '三']) {
    ids.push(await sent(note));
    t.clock.advance(1000);
  }
  const first = await list('open', t.liufang, '&limit=2');
  const rest = await list('open', t.liufang, `&limit=2&after=${first.next}`);
  expect([...first.items, ...rest.items].map(({ note }) => note)).toEqual(['一', '二', '三']);
  for (const id of ids) await closed(id);
  const latest = await list('closed', t.liufang, '&limit=2');
  const earlier = await list('closed', t.liufang, `&limit=2&after=${latest.next}`);
  expect([...latest.items, ...earlier.items].map(({ note }) => note)).toEqual(['三', '二', '一']);
  expect((await list('closed', t.liufang, `&elderId=${t.liuchanghe.id}`)).items).toEqual([]);
  expect(await list('open', t.liufang, '&after=nonsense')).toMatchObject({ code: 'request.invalid' });
});
