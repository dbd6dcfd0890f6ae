import { ulid } from 'ulid';

import { Accounts } from '../../../src/modules/identity';
import { VisitedElder, Visiting, VisitorAssignment } from '../../../src/modules/visiting';
import type { Person } from '../registry/story';
import { startRounds, type ProblemBody, type Rounds } from './rounds';

interface Visitor extends ProblemBody {
  accountId: string;
  name: string;
  since: number;
  items: { id: string; accountId: string; name: string }[];
}

let t: Rounds;
let zhaohong: Person;
beforeEach(async () => {
  t = await startRounds();
  zhaohong = await t.person('赵红', 'visitor', 'first');
});
afterEach(() => t.close());

const path = (elder: { id: string }) => `/elders/${elder.id}/visitors`;
const assign = (as: Person, elder: { id: string }, body: object) =>
  t.call<Visitor>('POST', path(elder), { as: as.token, body });
const end = (as: Person, elder: { id: string }, accountId: string) =>
  t.call<ProblemBody>('DELETE', `${path(elder)}/${accountId}`, { as: as.token });
const running = (elder: { id: string }) => t.app.nest.get(Visiting).visitorsOf(t.ctx(), elder.id);

describe('giving an elder a visitor', () => {
  it('opens the card, and ending it closes the card', async () => {
    const open = () => t.call('GET', `/elders/${t.lixiulan.id}/card`, { as: zhaohong.token });
    expect((await open()).status).toBe(404);
    const answer = await assign(t.liufang, t.lixiulan, { id: ulid(), accountId: zhaohong.id });
    expect([answer.status, answer.body]).toEqual([
      201,
      { accountId: zhaohong.id, name: '赵红', phoneMasked: null, since: t.clock.now() },
    ]);
    expect((await open()).status).toBe(200);
    expect((await end(t.liufang, t.lixiulan, zhaohong.id)).status).toBe(204);
    expect((await open()).status).toBe(404);
    expect(await t.audits(t.lixiulan.id, 'visitor.assign')).toHaveLength(3);
  });

  it('twice, at once, or under another id, is one assignment', async () => {
    const body = { id: ulid(), accountId: zhaohong.id };
    const answers = await Promise.all([1, 2, 3, 4].map(() => assign(t.liufang, t.lixiulan, body)));
    answers.push(await assign(t.tianjun, t.lixiulan, { id: ulid(), accountId: zhaohong.id }));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(5).fill(201));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await t.app.database.read.countBy(VisitorAssignment, { accountId: zhaohong.id })).toBe(1);
  });

  it('can be ended and given again', async () => {
    await assign(t.liufang, t.lixiulan, { id: ulid(), accountId: zhaohong.id });
    await end(t.liufang, t.lixiulan, zhaohong.id);
    await end(t.liufang, t.lixiulan, zhaohong.id);
    await assign(t.liufang, t.lixiulan, { id: ulid(), accountId: zhaohong.id });
    await end(t.liufang, t.lixiulan, zhaohong.id);
    expect(await t.app.database.read.countBy(VisitorAssignment, { accountId: zhaohong.id })).toBe(2);
    expect(await running(t.lixiulan)).toEqual([t.zhoumin.id]);
  });

  it('refuses an id that was used for somebody else', async () => {
    const id = ulid();
    await assign(t.liufang, t.lixiulan, { id, accountId: zhaohong.id });
    const answer = await assign(t.liufang, t.liuchanghe, { id, accountId: zhaohong.id });
    expect([answer.status, answer.body.code]).toEqual([409, 'id.taken']);
    expect(await running(t.liuchanghe)).toEqual([t.zhoumin.id]);
  });

  it('shows officers whoever has visited longest, and the next one once that ends', async () => {
    const shown = async () =>
      (await t.app.database.read.findOneBy(VisitedElder, { elderId: t.lixiulan.id }))!.visitorId;
    t.clock.advance(1000);
    await assign(t.liufang, t.lixiulan, { id: ulid(t.clock.now()), accountId: zhaohong.id });
    expect(await shown()).toBe(t.zhoumin.id);
    await end(t.liufang, t.lixiulan, t.zhoumin.id);
    expect(await shown()).toBe(zhaohong.id);
    await end(t.liufang, t.lixiulan, zhaohong.id);
    expect(await shown()).toBeNull();
    const list = await t.call<Visitor>('GET', path(t.liuchanghe), { as: t.liufang.token });
    expect(list.body.items).toEqual([
      { accountId: t.zhoumin.id, name: '周敏', phoneMasked: null, since: expect.any(Number) },
    ]);
  });
});

describe('who may be assigned, and by whom', () => {
  const candidates = (as: Person, elder: { id: string }) =>
    t.call<Visitor>('GET', `${path(elder)}/candidates`, { as: as.token });

  it('offers the visitors of the elder’s community and of the divisions around it', async () => {
    await t.person('孔令', 'visitor', 'dianliu');
    await t.person('钱伟', 'visitor', 'yaojiaCommunity');
    for (const officer of [t.liufang, t.tianjun]) {
      const names = (await candidates(officer, t.lixiulan)).body.items.map(({ name }) => name);
      expect(names.sort()).toEqual(['周敏', '孔令', '赵红'].sort());
    }
  });

  it('neither offers nor takes a visitor of another community of the same officer', async () => {
    const qianwei = await t.person('钱伟', 'visitor', 'yaojiaCommunity');
    const both = await t.person('韩雪', 'street', 'dianliu');
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, both.id, 'street', t.divisions.yaojia));
    both.token = await t.signIn(both);
    expect((await candidates(both, t.lixiulan)).body.items.map(({ name }) => name)).not.toContain('钱伟');
    const answer = await assign(both, t.lixiulan, { id: ulid(), accountId: qianwei.id });
    expect(answer).toMatchObject({
      ...{ status: 400, body: { fields: [{ field: 'accountId', message: '这个人不是老人所在社区的探访员' }] } },
    });
    expect(await running(t.lixiulan)).toEqual([t.zhoumin.id]);
  });

  it.each([
    ['an account without the role', () => t.stranger.id],
    ['an account that does not exist', () => ulid()],
  ])('refuses %s', async (_, accountId) => {
    const answer = await assign(t.liufang, t.lixiulan, { id: ulid(), accountId: accountId() });
    expect([answer.status, answer.body.fields![0]!.field]).toEqual([400, 'accountId']);
    expect(await running(t.lixiulan)).toEqual([t.zhoumin.id]);
  });

  it('refuses a worker from another street', async () => {
    const qianwei = await t.person('钱伟', 'visitor', 'yaojiaCommunity');
    for (const answer of [
      await assign(t.mengxiaoyan, t.lixiulan, { id: ulid(), accountId: qianwei.id }),
      await end(t.mengxiaoyan, t.lixiulan, t.zhoumin.id),
      await t.call<ProblemBody>('GET', path(t.lixiulan), { as: t.mengxiaoyan.token }),
      await candidates(t.mengxiaoyan, t.lixiulan),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'access.not-found']);
    }
    expect(await running(t.lixiulan)).toEqual([t.zhoumin.id]);
  });

  it('refuses visitors themselves', async () => {
    const answer = await assign(zhaohong, t.lixiulan, { id: ulid(), accountId: zhaohong.id });
    expect([answer.status, answer.body.code]).toEqual([403, 'access.role']);
    expect((await candidates(zhaohong, t.lixiulan)).status).toBe(403);
  });

  it.each([
    ['id', { id: 'x' }],
    ['accountId', { accountId: undefined }],
    ['accountId', { accountId: 7 }],
    ['until', { until: 1 }],
  ])('names the field %s of a bad request', async (field, changes) => {
    const answer = await assign(t.liufang, t.lixiulan, { id: ulid(), accountId: zhaohong.id, ...changes });
    expect([answer.status, answer.body.fields!.map((problem) => problem.field)]).toEqual([400, [field]]);
    expect(await running(t.lixiulan)).toEqual([t.zhoumin.id]);
  });
});

describe('the number of a visitor', () => {
  const reveal = (as: Person, accountId: string, reason = '处理突发') =>
    t.call<ProblemBody & { value: string; until: number }>('POST', `${path(t.lixiulan)}/${accountId}/reveals`, {
      as: as.token,
      body: { reason },
    });
  const bind = (person: Person, phone: string) =>
    t.app.nest.get(Accounts).bindPhone({ ...t.ctx(), who: { ...t.ctx().who, accountId: person.id } }, phone);

  it('is masked in the list, and whole for the office for a reason, which is written down', async () => {
    await bind(t.zhoumin, '14200002001');
    const list = await t.call<{ items: object[] }>('GET', path(t.lixiulan), { as: t.liufang.token });
    expect(list.body.items).toMatchObject([{ accountId: t.zhoumin.id, phoneMasked: '*** **** **01' }]);
    const answer = await reveal(t.liufang, t.zhoumin.id);
    expect([answer.status, answer.body.value]).toEqual([201, '14200002001']);
    expect(answer.body.until).toBe(t.clock.now() + 10 * 60_000);
    const [look] = await t.audits(t.lixiulan.id, 'visitor.reveal');
    expect(look).toMatchObject({ actorId: t.liufang.id });
    expect(JSON.stringify(look)).not.toContain('14200002001');
  });

  it('is nobody’s without a reason, and of nobody who does not visit the elder', async () => {
    await bind(zhaohong, '14200002002');
    expect(await reveal(t.liufang, t.zhoumin.id, ' ')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    expect(await reveal(t.liufang, zhaohong.id)).toMatchObject({ status: 404 });
    expect(await reveal(t.mengxiaoyan, t.zhoumin.id)).toMatchObject({ status: 404 });
    expect(await reveal(t.liufang, t.zhoumin.id)).toMatchObject({ status: 409, body: { code: 'visitor.no-number' } });
    expect(await t.audits(t.lixiulan.id, 'visitor.reveal')).toEqual([]);
  });
});
