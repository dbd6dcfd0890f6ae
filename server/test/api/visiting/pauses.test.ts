import { ulid } from 'ulid';

import { Accounts } from '../../../src/modules/identity';
import { AuditEntry } from '../../../src/platform/audit';
import type { Person } from '../registry/story';
import { DAY } from '../support/clock';
import { elderNamed, startRounds, type ProblemBody, type Rounds } from './rounds';

/** Monday 2026-11-23: 李秀兰 is owed a visit this week and the next, 刘长河 one this month and the next. */
let t: Rounds;
beforeEach(async () => {
  t = await startRounds();
});
afterEach(() => t.close());

interface Pause extends ProblemBody {
  id: string;
  from: string;
  backOn: string;
  note: string;
  running: boolean;
  endedHow: string | null;
}
interface Listed {
  items: {
    name: string;
    status: string;
    reason: string;
    backOn: string;
    over: boolean;
    pause: object | null;
    seenOn: string | null;
  }[];
  next: string | null;
}

const inHospital = (changes: Record<string, unknown> = {}) => ({
  ...{ id: ulid(t.clock.now()), reason: 'hospital', backOn: '2026-12-05', note: '女儿来电话，住进了千佛山医院' },
  ...changes,
});
const path = (elder: { id: string } = t.lixiulan) => `/elders/${elder.id}/pauses`;
const set = (body: object, as = t.liufang, elder: { id: string } = t.lixiulan) =>
  t.call<Pause>('POST', path(elder), { as: as.token, body });
const amend = (id: string, body: object, as = t.liufang) =>
  t.call<Pause>('PATCH', `${path()}/${id}`, { as: as.token, body });
const end = (id: string, how = 'back', as = t.liufang) =>
  t.call<Pause>('POST', `${path()}/${id}/endings`, { as: as.token, body: { how } });
const setOne = async (changes: Record<string, unknown> = {}, elder: { id: string } = t.lixiulan) => {
  const answer = await set(inHospital(changes), t.liufang, elder);
  expect([answer.status, answer.body.fields]).toEqual([201, undefined]);
  return answer.body.id;
};
const standing = async (elder: { id: string } = t.lixiulan) =>
  (await t.owed(elder)).map(({ periodStart, status, excuse }) => [periodStart, status, excuse]);
const worklist = async (as: Person = t.zhoumin, query = '') =>
  (await t.call<Listed>('GET', `/worklist${query}`, { as: as.token })).body.items;
const paused = async (as = t.liufang, query = '') =>
  (await t.call<Listed>('GET', `/pauses${query}`, { as: as.token })).body;
/** Days later everything that runs by itself has run. */
const later = async (days: number) => {
  t.clock.advance(days * DAY);
  await t.tick();
  await t.work();
};
const amendElder = async (changes: object) => {
  const { status } = await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: t.liufang.token, body: changes });
  expect(status).toBe(200);
  await t.work();
};

describe('暂时不用去', () => {
  it('excuses what ends while it lasts, and leaves owed what has enough days left after the return', async () => {
    await setOne();
    expect(await standing()).toEqual([
      ['2026-11-23', 'excused', 'hospital'],
      // Back on Saturday: two days are left.
      ['2026-11-30', 'owed', null],
    ]);
    const [current] = await t.owed(t.lixiulan);
    expect(await t.changes(current!.id)).toMatchObject([
      { status: 'excused', effectiveAt: Date.parse('2026-11-23T00:00:00+08:00'), knownAt: t.clock.now() },
    ]);
  });

  it('excuses what the planner makes while it lasts', async () => {
    await setOne({ backOn: '2026-12-20' });
    await later(7);
    await later(7);
    expect(await standing()).toEqual([
      ['2026-11-23', 'excused', 'hospital'],
      ['2026-11-30', 'excused', 'hospital'],
      ['2026-12-07', 'excused', 'hospital'],
      // Back on Sunday, with one day left.
      ['2026-12-14', 'excused', 'hospital'],
    ]);
    await later(7);
    expect((await standing()).slice(4)).toEqual([['2026-12-21', 'owed', null]]);
  });

  it('brings her back by itself on the day, though nothing has run since', async () => {
    await setOne({ backOn: '2026-12-03' });
    const mine = async () => (await worklist()).find(({ name }) => name === '李秀兰');
    expect(await mine()).toMatchObject({ status: 'excused', pause: { reason: 'hospital', backOn: '2026-12-03' } });
    t.clock.set('2026-12-02T23:59:00+08:00');
    expect(await mine()).toMatchObject({ status: 'excused' });
    t.clock.set('2026-12-03T00:00:00+08:00');
    expect(await mine()).toMatchObject({ status: 'owed', pause: null });
  });

  it('that nobody prolongs and nobody visits after ends as missed', async () => {
    await setOne({ backOn: '2026-12-01' });
    await later(14);
    expect(await standing()).toEqual(expect.arrayContaining([['2026-11-30', 'missed', null]]));
  });

  it('said late takes back what was counted as missed, and the week after is urgent no longer', async () => {
    await later(8);
    expect(await standing()).toEqual([
      ['2026-11-23', 'missed', null],
      ['2026-11-30', 'owed', null],
      ['2026-12-07', 'owed', null],
    ]);
    expect((await t.owed(t.lixiulan))[1]!.listRank).toBe(0);
    await setOne({ from: '2026-11-27', backOn: '2026-12-03' });
    expect(await standing()).toMatchObject([
      ['2026-11-23', 'excused', 'hospital'],
      ['2026-11-30', 'owed', null],
      ['2026-12-07', 'owed', null],
    ]);
    expect((await t.owed(t.lixiulan))[1]!.listRank).toBe(1);
  });

  it('is prolonged, or turns out shorter, and what is owed follows', async () => {
    const id = await setOne({ backOn: '2026-12-03' });
    expect((await amend(id, { backOn: '2026-12-10', note: '医生说再住一周' })).body).toMatchObject({
      ...{ backOn: '2026-12-10', note: '医生说再住一周', running: true },
    });
    expect((await standing()).map(([, status]) => status)).toEqual(['excused', 'excused']);
    await amend(id, { backOn: '2026-11-26' });
    expect((await standing()).map(([, status]) => status)).toEqual(['owed', 'owed']);
    expect(await t.audits(t.lixiulan.id, 'pause.set')).toHaveLength(3);
    await amend(id, { backOn: '2026-11-26' });
    expect(await t.audits(t.lixiulan.id, 'pause.set')).toHaveLength(3);
  });

  it('ends when somebody says that she is back: owed at once, on every list', async () => {
    const id = await setOne({ reason: 'away', backOn: '2027-01-20' });
    await later(1);
    expect((await end(id)).body).toMatchObject({ running: false, endedHow: 'back', backOn: '2026-11-24' });
    expect((await standing()).map(([, status]) => status)).toEqual(['owed', 'owed']);
    expect((await worklist()).find(({ name }) => name === '李秀兰')).toMatchObject({ status: 'owed', pause: null });
    expect((await paused()).items).toEqual([]);
    const [entry] = await t.audits(t.lixiulan.id, 'pause.end');
    expect(entry).toMatchObject({ actorId: t.liufang.id });
    expect((await end(id)).status).toBe(200);
    expect(await t.audits(t.lixiulan.id, 'pause.end')).toHaveLength(1);
  });

  it('said of the wrong elder is taken back as if it had never been said', async () => {
    await later(8);
    const id = await setOne({ from: '2026-11-25', backOn: '2026-12-20' });
    expect((await standing()).map(([, status]) => status)).toEqual(['excused', 'excused', 'excused']);
    expect((await end(id, 'mistake')).body).toMatchObject({ running: false, endedHow: 'mistake' });
    expect((await standing()).map(([, status]) => status)).toEqual(['missed', 'owed', 'owed']);
    expect((await t.owed(t.lixiulan))[1]!.listRank).toBe(0);
  });

  it('谢绝 lasts until the day to ask again, and a call meanwhile counts as a visit', async () => {
    expect((await set(inHospital({ reason: 'declined', backOn: '2026-12-24' }))).body.fields).toMatchObject([
      { field: 'backOn' },
    ]);
    await setOne({ reason: 'declined', backOn: '2026-12-20' });
    expect((await t.send(t.visit(t.lixiulan, { mode: 'phone' }))).status).toBe(201);
    expect(await standing()).toEqual([
      ['2026-11-23', 'visited', null],
      ['2026-11-30', 'excused', 'declined'],
    ]);
  });

  it('ended after a visit, leaves the visit what it was', async () => {
    const id = await setOne();
    await t.send(t.visit(t.lixiulan));
    await end(id);
    expect((await standing())[0]).toEqual(['2026-11-23', 'visited', null]);
  });
});

describe('what a visitor and an officer see', () => {
  it('the visitor reads why and until when, behind what is owed and before what is done', async () => {
    await setOne();
    await t.send(t.visit(t.sunguiying));
    const shown = await worklist();
    expect(shown.map(({ name, status }) => [name, status])).toEqual([
      ['刘长河', 'owed'],
      ['李秀兰', 'excused'],
      ['孙桂英', 'visited'],
    ]);
    const first = await t.call<Listed>('GET', '/worklist?limit=1', { as: t.zhoumin.token });
    const second = await t.call<Listed>('GET', `/worklist?limit=1&after=${first.body.next}`, { as: t.zhoumin.token });
    const third = await t.call<Listed>('GET', `/worklist?limit=1&after=${second.body.next}`, { as: t.zhoumin.token });
    expect([first, second, third].map(({ body }) => body.items[0]!.name)).toEqual(shown.map(({ name }) => name));
    expect(third.body.next).toBeNull();
  });

  it('her card says it as well, and owes nothing', async () => {
    await setOne();
    const { body } = await t.call('GET', `/elders/${t.lixiulan.id}/card`, { as: t.zhoumin.token });
    expect(body).toMatchObject({ owed: null, pause: { reason: 'hospital', backOn: '2026-12-05' } });
  });

  it('the officer sees who rests, the next to be back first, and for a week who should be', async () => {
    await setOne();
    await setOne({ reason: 'away', backOn: '2026-11-25' }, t.liuchanghe);
    const names = async () => (await paused()).items.map(({ name, over }) => [name, over]);
    expect(await names()).toEqual([
      ['刘长河', false],
      ['李秀兰', false],
    ]);
    const first = await paused(t.liufang, '?limit=1');
    expect((await paused(t.liufang, `?limit=1&after=${first.next}`)).items.map(({ name }) => name)).toEqual(['李秀兰']);
    await later(2);
    expect(await names()).toEqual([
      ['刘长河', true],
      ['李秀兰', false],
    ]);
    await later(7);
    expect(await names()).toEqual([['李秀兰', false]]);
    expect((await paused(t.mengxiaoyan)).items).toEqual([]);
  });

  it('that a visit belies is asked about, and runs on until somebody says what holds', async () => {
    const id = await setOne({ backOn: '2026-12-10' });
    const seen = async () => (await paused()).items.map(({ name, seenOn }) => [name, seenOn]);
    expect(await seen()).toEqual([['李秀兰', null]]);
    await later(2);
    expect((await t.send(t.visit(t.lixiulan))).status).toBe(201);
    expect(await seen()).toEqual([['李秀兰', '2026-11-25']]);
    const { body } = await t.call<{ items: object[] }>('GET', path(), { as: t.liufang.token });
    expect(body.items).toMatchObject([{ running: true, seenOn: '2026-11-25' }]);
    expect((await t.owed(t.lixiulan)).map(({ status }) => status)).toEqual(['visited', 'excused']);
    await later(1);
    expect((await t.send(t.visit(t.lixiulan))).status).toBe(201);
    expect(await seen()).toEqual([['李秀兰', '2026-11-26']]);
    expect(await amend(id, { backOn: '2026-12-10' })).toMatchObject({ status: 200, body: { seenOn: null } });
    expect(await seen()).toEqual([['李秀兰', null]]);
    const acts = await t.app.database.read.findBy(AuditEntry, { action: 'pause.set', subjectId: t.lixiulan.id });
    expect(acts).toHaveLength(2);
    await later(1);
    expect((await t.send(t.visit(t.lixiulan))).status).toBe(201);
    expect(await seen()).toEqual([['李秀兰', '2026-11-27']]);
    await end(id);
    expect(await seen()).toEqual([]);
    await setOne();
    expect(await seen()).toEqual([['李秀兰', null]]);
  });

  it.each([
    ['a call', {}, { mode: 'phone' }, 'after'],
    ['a visit to somebody who does not want any', { reason: 'declined' }, {}, 'after'],
    ['a visit from before it was said, on its first day', {}, {}, 'before'],
  ])('is not belied by %s', async (_, changes, how, when) => {
    const before = t.visit(t.lixiulan, how);
    t.clock.advance(DAY / 12);
    await setOne(changes);
    expect((await t.send(when === 'before' ? before : t.visit(t.lixiulan, how))).status).toBe(201);
    expect((await paused()).items).toMatchObject([{ name: '李秀兰', seenOn: null }]);
  });

  it('of the officer’s list nobody drops out who is owed a visit after the return', async () => {
    await setOne({ backOn: '2026-11-26' });
    const of = async () => (await worklist(t.liufang)).find(({ name }) => name === '李秀兰');
    expect(await of()).toMatchObject({ status: 'excused', pause: { backOn: '2026-11-26' } });
    await later(3);
    expect(await of()).toMatchObject({ status: 'owed', pause: null });
  });
});

describe('an open pause when', () => {
  it('the record ends: nothing is owed, for the reason of the ending; reopened, she is owed at once', async () => {
    const id = await setOne({ backOn: '2026-12-20' });
    await later(2);
    await amendElder({ ended: { on: '2026-11-25', reason: 'deceased' } });
    expect(await standing()).toEqual([['2026-11-23', 'excused', 'deceased']]);
    const list = await t.call<{ items: Pause[] }>('GET', path(), { as: t.liufang.token });
    expect(list.body.items).toMatchObject([{ id, running: false, endedHow: 'record-ended', backOn: '2026-11-25' }]);
    expect((await paused()).items).toEqual([]);
    expect((await set(inHospital())).body.code).toBe('pause.state');
    const reason = { reason: '登记的人看错了，老人还在' };
    await t.call('POST', `/elders/${t.lixiulan.id}/reopenings`, { as: t.liufang.token, body: reason });
    await t.work();
    expect(await standing()).toEqual([
      ['2026-11-23', 'owed', null],
      ['2026-11-30', 'owed', null],
    ]);
    await setOne();
  });

  it('she moves: it goes along, and so does what rests', async () => {
    const id = await setOne({ backOn: '2026-12-20' });
    const both = [t.divisions.first, t.divisions.yaojiaCommunity];
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Accounts).grant(tx, t.liufang.id, 'community', both[1]!));
    await amendElder({ communityId: both[1], address: '9 号楼 2 单元 502' });
    expect((await paused(t.mengxiaoyan)).items.map(({ name }) => name)).toEqual(['李秀兰']);
    expect((await t.owed(t.lixiulan)).map(({ communityId }) => communityId)).toEqual([both[1], both[1]]);
    expect((await end(id, 'back', t.mengxiaoyan)).status).toBe(200);
    expect((await standing()).map(([, status]) => status)).toEqual(['owed', 'owed']);
  });

  it('another cadence comes into force: only the new one rests, and only the new one is owed afterwards', async () => {
    const id = await setOne({ backOn: '2026-12-20' });
    await later(1);
    // Her daughter comes to live with her: the plan asks for less, or for nothing.
    const daughter = `/elders/${t.lixiulan.id}/relatives/${t.daughter}`;
    const moved = await t.call('PATCH', daughter, { as: t.liufang.token, body: { livesWithElder: true } });
    expect(moved.status).toBe(200);
    await t.work();
    const { body } = await t.call<{ every: string | null }>('GET', `/elders/${t.lixiulan.id}`, { as: t.liufang.token });
    expect(body.every).not.toBe('week');
    expect(
      (await t.owed(t.lixiulan)).filter(({ every, periodStart }) => every === 'week' && periodStart > '2026-11-23'),
    ).toEqual([]);
    await end(id, 'mistake');
    await later(14);
    const weeks = (await t.owed(t.lixiulan)).filter(({ every }) => every === 'week');
    expect(weeks.map(({ periodStart }) => periodStart)).toEqual(['2026-11-23']);
  });

  it('the plan is made anew: nothing changes', async () => {
    await setOne({ backOn: '2026-12-20' });
    const before = await standing();
    await amendElder({ callName: '李奶奶' });
    await later(1);
    expect(await standing()).toEqual(before);
  });

  it('the next one begins: what ran out makes room, what runs does not', async () => {
    const id = await setOne({ backOn: '2026-11-27' });
    expect((await set(inHospital())).body.code).toBe('pause.state');
    await later(5);
    expect((await amend(id, { backOn: '2026-12-05' })).body.code).toBe('pause.state');
    await setOne({ from: '2026-11-27', backOn: '2026-12-20' });
    expect((await standing()).map(([, status]) => status)).toEqual(['excused', 'excused']);
    expect((await paused()).items).toHaveLength(1);
  });
});

describe('POST /elders/{id}/pauses', () => {
  it('sent twice is kept once; another content under its id is refused', async () => {
    const body = inHospital();
    const first = await set(body);
    const again = await set(body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await t.audits(t.lixiulan.id, 'pause.set')).toHaveLength(1);
    expect((await set({ ...body, note: '别的话' })).body.code).toBe('id.taken');
    expect((await set(body, t.tianjun)).status).toBe(409);
  });

  it('said by two officers at once, the second hears so', async () => {
    const answers = await Promise.all([set(inHospital()), set(inHospital({ reason: 'away' }), t.tianjun)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await paused()).items).toHaveLength(1);
  });

  it('a visit that comes in at the same moment counts', async () => {
    const [saved, visited] = await Promise.all([set(inHospital()), t.send(t.visit(t.lixiulan))]);
    expect([saved.status, visited.status]).toEqual([201, 201]);
    expect((await standing())[0]).toEqual(['2026-11-23', 'visited', null]);
  });

  it('reaches an elder of whose registration nothing has been heard yet', async () => {
    const elder = elderNamed('韩秀英', '1944-05-06', t.divisions.first);
    const { id, name, sex, birthDate, idNumber, communityId, address } = elder;
    const body = {
      id,
      name,
      sex,
      birthDate,
      idNumber,
      communityId,
      address,
      facts: { maritalStatus: 'widowed' },
      relatives: [],
    };
    expect((await t.call('POST', '/elders', { as: t.liufang.token, body })).status).toBe(201);
    await setOne({ backOn: '2026-12-20' }, elder);
    await t.work();
    expect((await standing(elder)).map(([, , excuse]) => excuse)).toEqual(expect.arrayContaining(['hospital']));
    expect((await standing(elder)).every(([, status]) => status === 'excused')).toBe(true);
  });

  it.each([
    ['back today', { backOn: '2026-11-23' }, 'backOn'],
    ['back in three months', { backOn: '2027-02-23' }, 'backOn'],
    ['away since last month', { from: '2026-10-01' }, 'from'],
    ['away from tomorrow', { from: '2026-11-24' }, 'from'],
    ['for no such reason', { reason: 'deceased' }, 'reason'],
    ['without a word', { note: ' ' }, 'note'],
  ])('refuses %s, and names the field', async (_case, changes, field) => {
    const answer = await set(inHospital(changes));
    expect([answer.status, answer.body.fields?.map((each) => each.field)]).toEqual([400, [field]]);
    expect((await standing()).map(([, status]) => status)).toEqual(['owed', 'owed']);
  });

  it('refuses a worker of another street, the visitor and the daughter', async () => {
    const id = await setOne();
    for (const [person, status] of [
      [t.mengxiaoyan, 404],
      [t.zhoumin, 403],
      [t.wangjing, 403],
    ] as const) {
      const answers = [
        await set(inHospital(), person),
        await amend(id, { backOn: '2026-12-01' }, person),
        await end(id, 'back', person),
        await t.call('GET', path(), { as: person.token }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
    }
    // A pause of hers under another elder's address is none.
    const elsewhere = `/elders/${t.liuchanghe.id}/pauses/${id}/endings`;
    expect((await t.call('POST', elsewhere, { as: t.liufang.token, body: { how: 'back' } })).status).toBe(404);
  });

  it('leaves no word in the clear, neither in the table nor in the audit', async () => {
    await setOne();
    const rows = await t.app.database.read.query('SELECT * FROM visit_pause');
    expect(JSON.stringify(rows)).not.toContain('千佛山');
    const audits = await t.app.database.read.findBy(AuditEntry, { action: 'pause.set' });
    expect(audits).toHaveLength(1);
    expect(JSON.stringify(audits)).not.toMatch(/千佛山|hospital/);
  });
});
