import { ulid } from 'ulid';

import { Visiting } from '../../../src/modules/visiting';
import { newId } from '../../../src/platform/database';
import { Outbox, type EventName, type Events } from '../../../src/platform/outbox';
import { CLOSED, GAS_FAIRLY_SAFE, GAS_UNSAFE, NEGLECTED, startHousehold, type Household } from '../care/household';
import type { Person } from '../registry/story';
import { DAY } from '../support/clock';
import { elderNamed } from '../visiting/rounds';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const titles = async (person: Person) => (await t.notices(person)).map(({ title }) => title);
const need = async () => (await t.needs())[0]!;
const post = (person: Person, step: string, body: object) =>
  need().then(({ id }) => t.call('POST', `/needs/${id}/${step}`, { as: person.token, body: { id: ulid(), ...body } }));
const act = async (person: Person, step: string, body: object = {}) => {
  t.clock.advance(1000);
  expect(await post(person, step, body)).toMatchObject({ status: 201 });
  await t.work();
};

async function emit<E extends EventName>(event: E, payload: Events[E]): Promise<void> {
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Outbox).emit(tx, event, payload));
  await t.work();
}

describe('a visit that found something', () => {
  it('is told to the first contact and to the community', async () => {
    await t.find(GAS_UNSAFE);
    expect(await t.notices(t.wangjing)).toMatchObject([
      {
        title: '妈妈家有件事请您看看',
        lines: ['燃气不安全，要处理', '请在11月24日前拿个主意'],
        template: 'needRaised',
      },
    ]);
    expect(await t.notices(t.liufang)).toMatchObject([
      {
        title: '李秀兰家：燃气不安全，要处理',
        lines: ['厨房燃气有隐患，要尽快修好或者换掉', '请在11月24日前有人接'],
        template: null,
        state: 'inbox',
      },
    ]);
    for (const person of [t.tianjun, t.mengxiaoyan, t.zhoumin, t.stranger]) expect(await t.notices(person)).toEqual([]);
  });

  it('is one message, however many things it found', async () => {
    await t.allow(t.wangjing);
    await t.find({ ...GAS_UNSAFE, mobility: 'poor', participation: 'wants' });
    expect(await t.needs()).toHaveLength(3);
    expect(await t.notices(t.wangjing)).toMatchObject([
      { title: '妈妈家有 3 件事请您看看', page: `family/parent/index?elderId=${t.lixiulan.id}` },
    ]);
    expect(t.messages(t.wangjing).map(({ rows }) => rows[0]!.value)).toEqual(['李奶奶家有 3 件事请您看看']);
    expect(await titles(t.liufang)).toEqual(['李秀兰家：探访看到 3 件事']);
  });

  it('is told once, although its events are handled twice', async () => {
    await t.allow(t.wangjing);
    const visit = await t.find(GAS_UNSAFE);
    await emit('need.raised', { needId: (await need()).id });
    await emit('visit.recorded', { visitId: visit.id });
    expect(await t.notices(t.wangjing)).toHaveLength(1);
    expect(await t.notices(t.liufang)).toHaveLength(1);
    expect(t.messages(t.wangjing)).toHaveLength(1);
  });
});

describe('the next visit with the same finding', () => {
  it('is the same need, new evidence, and no second notice', async () => {
    await t.find(GAS_UNSAFE);
    t.clock.advance(7 * DAY);
    await t.find(GAS_UNSAFE);
    expect(await t.needs()).toHaveLength(1);
    expect(await t.evidence((await need()).id)).toHaveLength(2);
    expect(await t.notices(t.wangjing)).toHaveLength(1);
    expect(await t.notices(t.liufang)).toHaveLength(1);
    expect(await t.tasks()).toHaveLength(1);
  });

  it('is news when it has become more pressing, once', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    t.clock.advance(7 * DAY);
    const visit = await t.find(GAS_UNSAFE);
    await emit('need.evidenced', { needId: (await need()).id, visitId: visit.id });
    expect(await titles(t.wangjing)).toEqual(['妈妈家有件事请您看看', '妈妈家的事更要紧了，请您看看']);
    expect(await titles(t.liufang)).toEqual(['李秀兰家：燃气要留意', '李秀兰家：燃气不安全，要处理，比上次要紧']);
  });
});

describe('a visit that finds something new and something worse', () => {
  it('is one message as well', async () => {
    await t.allow(t.wangjing);
    await t.find(GAS_FAIRLY_SAFE);
    t.clock.advance(7 * DAY);
    await t.allow(t.wangjing);
    await t.find({ ...GAS_UNSAFE, spirits: 'worse' });
    expect(await titles(t.wangjing)).toEqual(['妈妈家有件事请您看看', '妈妈家有 2 件事请您看看']);
    expect((await t.notices(t.wangjing)).at(-1)!.lines).toEqual([
      '燃气不安全，要处理',
      '精神不如上次',
      '请在11月30日前拿个主意',
    ]);
    expect(t.messages(t.wangjing)).toHaveLength(2);
  });
});

describe('suspected neglect', () => {
  it('is told to the street alone: no relative, no message, no phone call', async () => {
    await t.allow(t.wangjing);
    const visit = await t.find(NEGLECTED);
    expect(await t.notices(t.tianjun)).toMatchObject([
      {
        title: '李秀兰家：家人不履行赡养扶养义务',
        lines: [
          '家人不履行赡养扶养义务，请街道核实，按提醒、规劝、调解的次序办',
          '这件事不告诉家人，请当面核实',
          '请在11月24日前有人接',
        ],
      },
    ]);
    for (const person of [t.wangjing, t.liufang]) expect(await t.notices(person)).toEqual([]);
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toEqual([]);
    const told = await t.call<{ items: object[] }>('GET', `/notices?visitId=${visit.id}`, { as: t.zhoumin.token });
    expect(told.body.items).toEqual([]);
  });

  it('found together with something else leaves no trace in the family’s message', async () => {
    await t.allow(t.wangjing);
    await t.find({ ...NEGLECTED, gas: 'unsafe' });
    expect(JSON.stringify([await t.notices(t.wangjing), t.messages(t.wangjing)])).not.toMatch(/赡养|2 件事/);
    expect(await t.notices(t.wangjing)).toHaveLength(1);
  });

  it('is not told to an officer of the street who is a relative', async () => {
    const nephew = await t.person('李建', 'street', 'dianliu');
    const body = { id: ulid(), name: '李建', relation: 'other', livesWithElder: false };
    await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as: t.liufang.token, body });
    await t.bind(nephew, body.id);
    await t.find(NEGLECTED);
    expect(await t.notices(nephew)).toEqual([]);
    expect(await t.notices(t.tianjun)).toHaveLength(1);
  });

  it('closed by the street is told to nobody of the family', async () => {
    await t.allow(t.wangjing, CLOSED);
    await t.find(NEGLECTED);
    await act(t.tianjun, 'acknowledgements');
    await act(t.tianjun, 'closures', { outcome: 'done', note: '谈过了' });
    expect(await t.notices(t.wangjing)).toEqual([]);
    expect(t.messages(t.wangjing)).toEqual([]);
  });
});

describe('what the family answers', () => {
  it('is told to the community, in people’s words', async () => {
    await t.find(GAS_UNSAFE);
    await act(t.wangjing, 'answers', { choice: 'community' });
    expect((await t.notices(t.liufang)).at(-1)).toMatchObject({
      title: '李秀兰家：家里请社区协助',
      lines: ['燃气不安全，要处理', '女儿王静请社区帮忙，请先联系他们'],
    });
  });

  it('ends the open call to that person: they have been reached', async () => {
    await t.find(GAS_UNSAFE);
    expect(await t.tasks()).toMatchObject([{ status: 'open', reason: 'no-credit' }]);
    await act(t.wangjing, 'answers', { choice: 'self' });
    expect(await t.tasks()).toMatchObject([{ status: 'done', closedBy: 'answered' }]);
    expect((await t.notices(t.liufang)).at(-1)).toMatchObject({ title: '李秀兰家：家里自己来办' });
  });

  it('ends the call as well when her phone is another one by then', async () => {
    await t.find(GAS_UNSAFE);
    const newPhone = await t.person('王静的新手机');
    await t.bind(newPhone, t.daughter);
    await act(newPhone, 'answers', { choice: 'self' });
    expect(await t.tasks()).toMatchObject([{ status: 'done', closedBy: 'answered', relativeId: t.daughter }]);
  });
});

describe('a need that is closed', () => {
  it('by the community is told to the daughter, in WeChat too', async () => {
    await t.allow(t.wangjing);
    await t.find(GAS_UNSAFE);
    await act(t.liufang, 'acknowledgements');
    await act(t.liufang, 'closures', { outcome: 'done', note: '燃气公司换好了' });
    expect((await t.notices(t.wangjing)).at(-1)).toMatchObject({
      ...{ title: '妈妈家的事办好了', lines: ['燃气不安全，要处理', '社区说办好了，下次探访会再看看'], state: 'sent' },
    });
    expect(t.messages(t.wangjing).at(-1)).toMatchObject({
      templateId: CLOSED,
      rows: [
        { value: '李奶奶家的事办好了' },
        { value: '谢谢您惦记，下次探访会再看看' },
        { value: '2026年11月23日 09:00' },
      ],
    });
    expect(JSON.stringify(await t.notices(t.wangjing))).not.toContain('燃气公司');
    expect(await titles(t.liufang)).toEqual(['李秀兰家：燃气不安全，要处理']);
  });

  it('as not needed is not called done', async () => {
    await t.allow(t.wangjing);
    await t.find(GAS_UNSAFE);
    await act(t.liufang, 'acknowledgements');
    await act(t.liufang, 'closures', { outcome: 'not-needed' });
    expect((await titles(t.wangjing)).at(-1)).toBe('妈妈家的事不用办了');
    expect(t.messages(t.wangjing).at(-1)!.rows[0]!.value).toBe('李奶奶家的事有了结果');
  });

  it('by the family is told to the community, and not to the family', async () => {
    await t.find(GAS_UNSAFE);
    await act(t.wangjing, 'answers', { choice: 'self' });
    await act(t.wangjing, 'closures', { outcome: 'done' });
    expect((await t.notices(t.liufang)).at(-1)).toMatchObject({
      title: '李秀兰家：燃气不安全，要处理，办好了',
      lines: ['女儿王静说办好了'],
    });
    expect(await t.notices(t.wangjing)).toHaveLength(1);
  });
});

describe('nobody who can be written to', () => {
  it('is a call for the community: the first contact has no account', async () => {
    const mother = await unbound({ firstContact: true });
    await t.send(t.visit(mother, { answers: GAS_UNSAFE }));
    await t.work();
    expect(await t.tasks()).toMatchObject([
      { elderId: mother.id, reason: 'no-account', noticeId: null, status: 'open' },
    ]);
    const told = await t.notices(t.liufang);
    expect(told.at(-1)!.lines).not.toContain('名册里没有第一联系人，由社区先办，请尽快补上');
  });

  it('is a call to whoever is registered: no first contact is named', async () => {
    const mother = await unbound({ firstContact: false });
    await t.send(t.visit(mother, { answers: GAS_UNSAFE }));
    await t.work();
    expect(await t.tasks()).toMatchObject([{ elderId: mother.id, reason: 'no-first-contact' }]);
  });

  it('is asked for once, although the event is handled twice', async () => {
    const mother = await unbound({ firstContact: true });
    await t.send(t.visit(mother, { answers: GAS_UNSAFE }));
    await t.work();
    const [raised] = await t.needs();
    await emit('need.raised', { needId: raised!.id });
    expect(await t.tasks()).toHaveLength(1);
  });

  it('without any relative there is nobody to phone, and the community knows', async () => {
    await t.send(t.visit(t.sunguiying, { answers: GAS_UNSAFE }));
    await t.work();
    expect(await t.tasks()).toEqual([]);
    expect(await t.notices(t.liufang)).toHaveLength(1);
  });

  it('includes a daughter whose lost phone was unbound', async () => {
    await t.allow(t.wangjing);
    await t.call('POST', `/accounts/${t.wangjing.id}/sign-outs`, { as: t.liufang.token });
    await t.find(GAS_UNSAFE);
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toMatchObject([{ reason: 'no-account', relativeId: t.daughter }]);
  });
});

describe('a community where nobody has an account', () => {
  const leave = (person: Person) =>
    t.app.database.tx(t.ctx(), (tx) => tx.em.update('membership', { accountId: person.id }, { until: '2026-11-23' }));

  it('is stood in for by the street at once, which learns why', async () => {
    await leave(t.liufang);
    await t.find(GAS_UNSAFE);
    expect(await t.notices(t.liufang)).toEqual([]);
    expect(await t.notices(t.tianjun)).toMatchObject([
      {
        title: '李秀兰家：燃气不安全，要处理',
        lines: ['厨房燃气有隐患，要尽快修好或者换掉', '请在11月24日前有人接', '社区那边还没有人能收到提醒，先告诉您'],
      },
    ]);
    await emit('need.raised', { needId: (await need()).id });
    expect(await t.notices(t.tianjun)).toHaveLength(1);
  });

  it('and where the street has nobody either, by the district; the other street hears nothing', async () => {
    const district = await t.person('郑海宁', 'district', 'lixia');
    for (const person of [t.liufang, t.tianjun]) await leave(person);
    await t.find(GAS_UNSAFE);
    t.clock.advance(1000);
    await t.find({ ...NEGLECTED, gas: 'unsafe' });
    expect(await titles(district)).toEqual(['李秀兰家：燃气不安全，要处理', '李秀兰家：家人不履行赡养扶养义务']);
    expect((await t.notices(district)).at(-1)!.lines.at(-1)).toBe('街道那边还没有人能收到提醒，先告诉您');
    expect(await t.notices(t.mengxiaoyan)).toEqual([]);
  });
});

describe('the same thing in two calls to the same person', () => {
  const open = async () => (await t.tasks()).filter(({ status }) => status === 'open');
  const about = async () => {
    const matters = new Map((await t.needs()).map(({ id, matter }) => [id, matter]));
    return (await open()).map(({ needIds }) => needIds.split(',').map((id) => matters.get(id)!));
  };

  it('is said in the newer one alone, which keeps how often she was tried', async () => {
    await t.find(GAS_FAIRLY_SAFE);
    const [first] = await t.tasks();
    const body = { id: ulid(), outcome: 'no-answer' };
    await t.call('POST', `/phone-tasks/${first!.id}/outcomes`, { as: t.liufang.token, body });
    t.clock.advance(7 * DAY);
    const worse = await t.find(GAS_UNSAFE);
    await emit('phone-task.opened', { taskId: first!.id });
    expect(await t.tasks()).toMatchObject([
      { id: first!.id, status: 'done', closedBy: 'merged' },
      { status: 'open', visitId: worse.id, noAnswers: 1, needIds: first!.needIds },
    ]);
    expect(await t.audits(first!.id, 'phone-task.merge')).toHaveLength(1);
  });

  it('leaves the older call what else it is about', async () => {
    await t.find({ ...GAS_FAIRLY_SAFE, participation: 'wants' });
    t.clock.advance(7 * DAY);
    await t.find({ ...GAS_UNSAFE, spirits: 'worse' });
    const [older, newer] = await about();
    expect(older).toEqual(['participation']);
    expect([...newer!].sort()).toEqual(['gas-safety', 'spirits']);
    const [call] = await open();
    await emit('phone-task.opened', { taskId: call!.id });
    expect(await about()).toEqual([older, newer]);
  });

  it('is not merged between two people', async () => {
    const son = { id: ulid(), name: '王磊', relation: 'child', kinWord: '儿子', livesWithElder: false };
    await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as: t.liufang.token, body: son });
    await t.find(GAS_UNSAFE);
    const [task] = await t.tasks();
    const twin = {
      ...task!,
      id: newId(t.clock.now()),
      sourceKey: 'to her brother',
      noticeId: null,
      relativeId: son.id,
    };
    await t.app.database.tx(t.ctx(), (tx) => tx.em.insert('phone_task', twin));
    await emit('phone-task.opened', { taskId: task!.id });
    expect((await open()).map(({ relativeId }) => relativeId)).toEqual([t.daughter, son.id]);
  });

  it('opened by two workers at the same moment ends as one call', async () => {
    await t.find(GAS_UNSAFE);
    const [task] = await t.tasks();
    const twin = { ...task!, id: newId(t.clock.now()), sourceKey: 'notice:twin', noticeId: null };
    await t.app.database.tx(t.ctx(), (tx) => tx.em.insert('phone_task', twin));
    await Promise.all([task!.id, twin.id].map((taskId) => emit('phone-task.opened', { taskId })));
    expect(await t.tasks()).toMatchObject([
      { id: task!.id, status: 'done', closedBy: 'merged' },
      { id: twin.id, status: 'open' },
    ]);
  });
});

describe('after a death', () => {
  it('nothing goes out to the family by itself', async () => {
    await t.allow(t.wangjing);
    const late = t.visit(t.lixiulan, { answers: GAS_UNSAFE });
    await t.send(late);
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.update(
        'elder',
        { id: t.lixiulan.id },
        { endedOn: '2026-11-23', endReason: 'deceased', idNumberIndex: null },
      ),
    );
    await t.work();
    expect(await t.notices(t.wangjing)).toEqual([]);
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toEqual([]);
  });
});

describe('a call that has become pointless', () => {
  it('is taken off the list when all it is about was closed', async () => {
    const mother = await unbound({ firstContact: true });
    await t.send(t.visit(mother, { answers: { ...GAS_UNSAFE, mobility: 'poor' } }));
    await t.work();
    const closeOne = async (id: string) => {
      await t.call('POST', `/needs/${id}/acknowledgements`, { as: t.liufang.token, body: { id: ulid() } });
      await t.call('POST', `/needs/${id}/closures`, { as: t.liufang.token, body: { id: ulid(), outcome: 'done' } });
      await t.work();
    };
    const [one, other] = await t.needs();
    await closeOne(one!.id);
    expect(await t.tasks()).toMatchObject([{ status: 'open' }]);
    await closeOne(other!.id);
    expect(await t.tasks()).toMatchObject([{ status: 'done', closedBy: 'settled' }]);
  });
});

async function unbound({ firstContact }: { firstContact: boolean }) {
  const daughter = ulid();
  const mother = elderNamed('赵桂芝', '1943-01-05', t.divisions.first, {
    relatives: [
      {
        id: daughter,
        name: '赵敏',
        relation: 'child',
        kinWord: '女儿',
        callsElder: '妈',
        phone: '14200000155',
        livesWithElder: false,
      },
    ],
    ...(firstContact ? { firstContactId: daughter } : {}),
  } as never);
  await t.register(mother);
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, mother.id, t.zhoumin.id));
  return mother;
}
