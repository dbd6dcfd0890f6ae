import { ulid } from 'ulid';

import { PhoneCall, type PhoneTask } from '../../../src/modules/notification';
import { wordsOf } from '../../../src/platform/audit';
import { Outbox } from '../../../src/platform/outbox';
import { GAS_UNSAFE, startHousehold, type Household } from '../care/household';
import type { Person } from '../registry/story';
import type { ProblemBody } from '../visiting/rounds';

let t: Household;
let task: PhoneTask;
beforeEach(async () => {
  t = await startHousehold();
  await t.find(GAS_UNSAFE);
  task = (await t.tasks())[0]!;
});
afterEach(() => t.close());

type Body = ProblemBody & { phone?: string };
interface Listed {
  items: { id: string; callee: object; why: string; status: string; noAnswers: number }[];
  next: string | null;
}
const list = (person: Person, query = '') => t.call<Listed>('GET', `/phone-tasks${query}`, { as: person.token });
const reveal = (body: object, person = t.liufang, id = task.id) =>
  t.call<Body>('POST', `/phone-tasks/${id}/reveals`, { as: person.token, body });
const outcome = (body: object, person = t.liufang, id = task.id) =>
  t.call<Body>('POST', `/phone-tasks/${id}/outcomes`, { as: person.token, body });
const calls = () => t.app.database.read.find(PhoneCall);

describe('the community’s list of calls', () => {
  it('says whom, about what and why, with the number masked', async () => {
    const { body } = await list(t.liufang);
    expect(body).toEqual({
      items: [
        {
          id: task.id,
          elderId: t.lixiulan.id,
          elderName: '李秀兰',
          callee: { name: '王静', relation: '女儿', phoneMasked: '*** **** **01' },
          why: '对方没有允许微信提醒，请打电话告诉一声',
          about: ['燃气不安全，要处理'],
          reason: 'no-credit',
          lifeDanger: false,
          createdAt: t.clock.now(),
          status: 'open',
          noAnswers: 0,
        },
      ],
      next: null,
    });
  });

  it('puts danger to life first, and goes on page by page without losing any', async () => {
    for (let day = 0; day < 3; day += 1) {
      t.clock.advance(24 * 3_600_000);
      await t.find({ ...GAS_UNSAFE, ...[{ mobility: 'poor' }, { spirits: 'worse' }, { fire: 'unsafe' }][day] });
    }
    const tasks = await t.tasks();
    expect(tasks).toHaveLength(4);
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update('phone_task', { id: tasks[2]!.id }, { lifeDanger: true }));
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await list(t.liufang, `?limit=1${after}`);
      seen.push(...body.items.map(({ id }) => id));
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(seen).toEqual([tasks[2], tasks[0], tasks[1], tasks[3]].map((one) => one!.id));
  });

  it('is each community’s own, and the street sees its communities’', async () => {
    expect((await list(t.mengxiaoyan)).body.items).toEqual([]);
    expect((await list(t.tianjun)).body.items).toHaveLength(1);
    expect(await list(t.zhoumin)).toMatchObject({ status: 403 });
    expect(await list(t.wangjing)).toMatchObject({ status: 403 });
  });

  it('goes with the elder who moves', async () => {
    await t.app.database.tx(t.ctx(), async (tx) => {
      await tx.em.update('elder', { id: t.lixiulan.id }, { communityId: t.divisions.yaojiaCommunity });
      await t.app.nest.get(Outbox).emit(tx, 'elder.changed', { elderId: t.lixiulan.id });
    });
    await t.work();
    expect((await list(t.liufang)).body.items).toEqual([]);
    expect((await list(t.mengxiaoyan)).body.items).toHaveLength(1);
  });
});

describe('the whole number', () => {
  it('is shown for a reason, which is written down with who looked', async () => {
    expect(await reveal({ reason: '打电话告诉燃气的事' })).toMatchObject({
      status: 201,
      body: { phone: '14200000101' },
    });
    const [entry] = await t.audits(task.id, 'phone-task.reveal');
    expect(entry).toMatchObject({ actorId: t.liufang.id });
    expect(wordsOf(entry!)).toBe('打电话告诉燃气的事');
    expect(entry!.detail).not.toContain('14200000101');
  });

  it.each([
    ['missing', {}],
    ['too short', { reason: '看' }],
    ['no text', { reason: 3 }],
    ['too long', { reason: '长'.repeat(101) }],
    ['with more than asked for', { reason: '打电话', phone: '1' }],
  ])('is refused with a reason that is %s, and no look is written down', async (_, body) => {
    expect(await reveal(body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(await t.audits(task.id, 'phone-task.reveal')).toEqual([]);
  });

  it('is refused to others', async () => {
    expect(await reveal({ reason: '打电话' }, t.mengxiaoyan)).toMatchObject({
      status: 404,
      body: { code: 'access.not-found' },
    });
    expect(await reveal({ reason: '打电话' }, t.zhoumin)).toMatchObject({ status: 403 });
    expect(await reveal({ reason: '打电话' }, t.liufang, ulid())).toMatchObject({ status: 404 });
    expect(await t.audits(task.id, 'phone-task.reveal')).toEqual([]);
  });

  it('that nobody knows says so', async () => {
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update('relative', { id: t.daughter }, { phone: null }));
    expect(await reveal({ reason: '打电话' })).toMatchObject({ status: 409, body: { code: 'phone-task.no-number' } });
  });
});

describe('a call', () => {
  it('that reached her ends the task', async () => {
    expect(await outcome({ id: ulid(), outcome: 'reached', note: '她说今天就约人换' })).toMatchObject({ status: 204 });
    expect((await list(t.liufang)).body.items).toEqual([]);
    expect((await list(t.liufang, '?status=done')).body.items).toMatchObject([{ id: task.id, status: 'done' }]);
    const [row] = await t.app.database.read.query<{ note: string }[]>('SELECT note FROM phone_call');
    expect(row!.note).not.toContain('换');
  });

  it('that nobody answered keeps it open, and counts', async () => {
    await outcome({ id: ulid(), outcome: 'no-answer' });
    await outcome({ id: ulid(), outcome: 'no-answer' });
    expect((await list(t.liufang)).body.items).toMatchObject([
      { status: 'open', noAnswers: 2, why: '对方没有允许微信提醒，请打电话告诉一声（2 次没人接）' },
    ]);
  });

  it('is noted once, however often it is sent', async () => {
    const id = ulid();
    for (const _ of [1, 2]) expect(await outcome({ id, outcome: 'no-answer' })).toMatchObject({ status: 204 });
    await Promise.all([outcome({ id, outcome: 'no-answer' }), outcome({ id, outcome: 'no-answer' })]);
    expect((await t.tasks())[0]!.noAnswers).toBe(1);
    expect(await calls()).toHaveLength(1);
    const last = ulid();
    for (const _ of [1, 2]) expect(await outcome({ id: last, outcome: 'reached' })).toMatchObject({ status: 204 });
    expect(await t.audits(task.id, 'phone-task.finish')).toHaveLength(2);
  });

  it('under the same id with another outcome is refused', async () => {
    const id = ulid();
    await outcome({ id, outcome: 'no-answer' });
    expect(await outcome({ id, outcome: 'reached' })).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect((await t.tasks())[0]).toMatchObject({ status: 'open' });
  });

  it('after another has reached her is told so, and is not kept', async () => {
    await outcome({ id: ulid(), outcome: 'reached' });
    for (const late of ['reached', 'no-answer']) {
      expect(await outcome({ id: ulid(), outcome: late })).toMatchObject({
        status: 409,
        body: { code: 'phone-task.state' },
      });
    }
    expect(await calls()).toHaveLength(1);
  });

  it('is refused to others', async () => {
    expect(await outcome({ id: ulid(), outcome: 'reached' }, t.mengxiaoyan)).toMatchObject({ status: 404 });
    expect(await outcome({ id: ulid(), outcome: 'reached' }, t.wangjing)).toMatchObject({ status: 403 });
    expect(await calls()).toEqual([]);
  });

  it.each([
    ['id', { outcome: 'reached' }, '编号'],
    ['id', { id: '1', outcome: 'reached' }, '编号要是 26 位编号'],
    ['outcome', { id: ulid() }, '通话结果'],
    ['outcome', { id: ulid(), outcome: 'busy' }, '通话结果不在可选的范围里'],
    ['note', { id: ulid(), outcome: 'reached', note: '长'.repeat(301) }, '备注'],
    ['by', { id: ulid(), outcome: 'reached', by: '刘芳' }, '多了一项不认识的内容：by'],
  ])('%s is checked, and nothing is written', async (field, body, message) => {
    const refused = await outcome(body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(refused.body.fields?.find((problem) => problem.field === field)?.message).toContain(message);
    expect(await calls()).toEqual([]);
  });
});
