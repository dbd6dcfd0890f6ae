import { ulid } from 'ulid';

import { Registry } from '../../../src/modules/registry';
import { AuditEntry, wordsOf } from '../../../src/platform/audit';
import { DAY } from '../support/clock';
import { idNumber, startStory, type Story } from './story';

interface ProblemBody {
  code: string;
  fields?: { field: string; message: string }[];
}

let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

/** 陈桂芳, 76, lives alone since her husband died, and has no children. */
function chenguifang(changes: Record<string, unknown> = {}) {
  return {
    ...{
      id: ulid(),
      name: '陈桂芳',
      sex: 'female',
      idNumber: idNumber('1950-02-11', 'female'),
      birthDate: '1950-02-11',
    },
    ...{ phone: '142 0000 2001', address: '9 号楼 2 单元 501', place: '9 号楼 2 单元', communityId: t.divisions.first },
    facts: { maritalStatus: 'widowed' },
    relatives: [] as object[],
    ...changes,
  };
}

const register = (body: object, as = t.liufang.token) =>
  t.call<Record<string, unknown> & ProblemBody>('POST', '/elders', { as, body });

describe('registering an elder', () => {
  it('answers masked, with what the plan says', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 31) });
    const answer = await register(body);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...{ id: body.id, name: '陈桂芳', age: 76, callName: '陈奶奶', packId: 'jinan', categories: ['living-alone'] },
      ...{ idNumberMasked: `9900 **** **** **${body.idNumber.slice(-2)}`, phoneMasked: '*** **** **01' },
      ...{
        addressMasked: '济南市历下区甸柳街道甸柳新村第一社区****',
        tier: 'general',
        every: 'month',
        place: '9 号楼 2 单元',
      },
      ...{ policy: { eligible: true, pack: 'jinan' }, firstContact: null, relativesKnown: true },
    });
    expect(JSON.stringify(answer.body)).not.toContain(body.idNumber);
    expect(JSON.stringify(answer.body)).not.toContain('14200002001');
  });

  it('twice with the same id and body registers once', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 2) });
    const [first, second] = [await register(body), await register(body)];
    expect(second).toMatchObject({ status: 201, body: { id: body.id, version: 1 } });
    expect(second.body).toEqual(first.body);
  });

  it('twice at the same moment registers once', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 3) });
    const answers = await Promise.all([register(body), register(body), register(body)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await audits('elder.register', body.id)).length).toBe(1);
  });

  it('refuses another body under the same id and tells nothing of the first', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 4) });
    await register(body);
    const answer = await register({ ...body, name: '陈桂英' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(JSON.stringify(answer.body)).not.toContain('陈桂芳');
  });

  it('refuses an identity number that is registered, also by two at the same moment', async () => {
    const number = idNumber('1950-02-11', 'female', 5);
    const answers = await Promise.all([1, 2, 3].map(() => register(chenguifang({ idNumber: number }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('elder.duplicate');
  });

  it('takes an identity number with spaces and a small x', async () => {
    const serial = [...Array(400).keys()].find((at) => idNumber('1950-02-11', 'female', at).endsWith('X'))!;
    const number = idNumber('1950-02-11', 'female', serial);
    const typed = `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14).toLowerCase()}`;
    const body = chenguifang({ idNumber: typed });
    expect((await register(body)).body).toMatchObject({ idNumberMasked: expect.stringMatching(/\*\*.X$/) });
  });

  it('leaves "no relatives" unknown when nobody has asked', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 7), relatives: undefined });
    expect((await register(body)).body).toMatchObject({
      relativesKnown: false,
      categories: [],
      every: null,
      policy: { eligible: false },
    });
  });

  it('is refused to a worker of another street', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 8) });
    expect(await register(body, t.mengxiaoyan.token)).toMatchObject({
      status: 404,
      body: { code: 'access.not-found' },
    });
  });

  it('is refused to a visitor, to family and without a session', async () => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 8) });
    expect(await register(body, t.zhoumin.token)).toMatchObject({ status: 403, body: { code: 'access.role' } });
    expect(await register(body, t.wangjing.token)).toMatchObject({ status: 403, body: { code: 'access.role' } });
    expect(await t.call('POST', '/elders', { body })).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  it('refuses a street where a community is meant', async () => {
    const answer = await register(chenguifang({ communityId: t.divisions.dianliu }), t.tianjun.token);
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'communityId', message: expect.stringContaining('社区') }] },
    });
  });
});

describe('what is refused of a registration', () => {
  const cases: [string, Record<string, unknown>, string, RegExp][] = [
    ['no name', { name: undefined }, 'name', /姓名/],
    ['an empty name', { name: '  ' }, 'name', /姓名/],
    ['a name of 51 characters', { name: '李'.repeat(51) }, 'name', /姓名/],
    ['a name that is a number', { name: 7 }, 'name', /姓名/],
    ['an unknown sex', { sex: 'x' }, 'sex', /性别/],
    ['no identity number', { idNumber: undefined }, 'idNumber', /身份证号/],
    ['an identity number that is short', { idNumber: '99000019500211' }, 'idNumber', /身份证号少了/],
    ['a wrong check digit', { idNumber: '990000195002110020' }, 'idNumber', /身份证号/],
    ['an identity number that is a number', { idNumber: 5 }, 'idNumber', /身份证号/],
    ['an identity number of a book’s length', { idNumber: '1'.repeat(5000) }, 'idNumber', /身份证号/],
    ['a date that does not exist', { birthDate: '1950-02-30' }, 'birthDate', /出生日期/],
    ['a birth date unlike the number’s', { birthDate: '1950-02-12' }, 'birthDate', /出生日期/],
    ['a sex unlike the number’s', { sex: 'male' }, 'sex', /性别/],
    ['a phone that is none', { phone: '12345' }, 'phone', /电话|座机|手机/],
    ['no address', { address: undefined }, 'address', /住址/],
    ['an address too long', { address: '号'.repeat(121) }, 'address', /住址/],
    ['a community that is no id', { communityId: 'x' }, 'communityId', /社区/],
    ['no facts', { facts: undefined }, 'facts', /老人情况/],
    ['an unknown fact', { facts: { rich: true } }, 'facts.rich', /不认识/],
    ['an unknown marital status', { facts: { maritalStatus: 'single' } }, 'facts.maritalStatus', /婚姻状况/],
    ['a flag that is a word', { facts: { dementia: 'yes' } }, 'facts.dementia', /失智/],
    ['a disability without grade', { facts: { disability: {} } }, 'facts.disability.grade', /残疾等级/],
    ['grade five', { facts: { disability: { grade: 5 } } }, 'facts.disability.grade', /残疾等级/],
    [
      'an only child disabled without grade',
      { facts: { onlyChild: { status: 'disabled' } } },
      'facts.onlyChild.disabilityGrade',
      /残疾等级/,
    ],
    ['unknown assistance', { facts: { assistance: ['gold'] } }, 'facts.assistance', /救助/],
    ['relatives that are no list', { relatives: {} }, 'relatives', /亲属/],
    ['an unknown relation', { relatives: [relative({ relation: 'friend' })] }, 'relatives.0.relation', /关系/],
    ['a relative without a name', { relatives: [relative({ name: undefined })] }, 'relatives.0.name', /亲属姓名/],
    ['a hint without words', { hints: [{ icon: 'dog', title: '有狗' }] }, 'hints.0.detail', /提示说明/],
    ['an unknown hint', { hints: [{ icon: 'cat', title: '有猫', detail: '不咬人' }] }, 'hints.0.icon', /提示图标/],
    ['a field nobody knows', { income: 3 }, 'income', /不认识/],
    ['an id that is no ULID', { id: 'lixiulan' }, 'id', /老人编号/],
  ];

  function relative(changes: object) {
    return { id: ulid(), name: '陈明', relation: 'sibling', livesWithElder: false, ...changes };
  }

  it.each(cases)('%s', async (_, changes, field, message) => {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', 90), ...changes });
    const answer = await register(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.fields).toContainEqual({ field, message: expect.stringMatching(message) });
    expect(await t.app.nest.get(Registry).views(t.ctx(), [String(body.id)])).toEqual(new Map());
  });

  it('a first contact who is not among the relatives', async () => {
    const answer = await register(
      chenguifang({ idNumber: idNumber('1950-02-11', 'female', 91), firstContactId: ulid() }),
    );
    expect(answer).toMatchObject({ status: 400, body: { code: 'relative.unknown' } });
  });
});

describe('the list', () => {
  type List = { items: { id: string; name: string; doorCode: boolean; firstContact: unknown }[]; next: string | null };
  const list = (query: string, as = t.liufang.token) => t.call<List>('GET', `/elders?${query}`, { as });
  const search = (q: string, as = t.liufang.token, more: object = {}) =>
    t.call<List>('POST', '/elders/searches', { as, body: { q, ...more } });
  const names = ({ body }: { body: List }) => body.items.map(({ name }) => name);
  const found = async (q: string, as?: string) => names(await search(q, as));

  it('finds by any part of a name, and only as it is written', async () => {
    expect(await found('李秀')).toEqual(['李秀兰']);
    expect(await found('秀兰')).toEqual(['李秀兰']);
    expect(await found('兰')).toEqual(['李秀兰']);
    expect(await found('李兰')).toEqual([]);
  });

  it('does not take a search for a pattern', async () => {
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual([]);
  });

  it('finds by the whole identity number, phone or address', async () => {
    expect(await found(t.lixiulan.idNumber)).toEqual(['李秀兰']);
    expect(await found(t.lixiulan.idNumber.slice(0, 17))).toEqual([]);
    expect(await found('142-0000-1001')).toEqual(['李秀兰']);
    expect(await found('5号楼1单元301')).toEqual(['李秀兰']);
  });

  it('names the first contact, and never a whole value', async () => {
    const answer = await search('李秀兰');
    expect(answer.body.items).toMatchObject([{ firstContact: { name: '王静', relation: 'child' }, doorCode: false }]);
    for (const secret of [t.lixiulan.idNumber, t.lixiulan.phone!, '301'])
      expect(JSON.stringify(answer.body)).not.toContain(secret);
  });

  it('goes on page by page, each elder once', async () => {
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await list(`limit=2${after && `&after=${after}`}`);
      seen.push(...body.items.map(({ id }) => id));
      if (!body.next) break;
      after = body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual((await list('limit=100')).body.items.map(({ id }) => id));
  });

  it('shows a worker the elders of their own division only', async () => {
    expect(names(await list('', t.mengxiaoyan.token))).toEqual(['高玉兰']);
    expect(await found(t.lixiulan.idNumber, t.mengxiaoyan.token)).toEqual([]);
    expect(names(await list('', t.tianjun.token))).not.toContain('高玉兰');
  });

  it('goes on page by page in what was found', async () => {
    const first = await search('陈', t.liufang.token, { limit: 1 });
    expect(first.body.next).not.toBeNull();
    const second = await search('陈', t.liufang.token, { limit: 1, after: first.body.next });
    expect(second.body.items[0]!.id > first.body.items[0]!.id).toBe(true);
    for (const name of [...names(first), ...names(second)]) expect(name).toMatch(/^陈/);
  });

  it('takes no question in the address, where it would be logged on the way', async () => {
    expect(await list(`q=${t.lixiulan.idNumber}`)).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'q', message: expect.stringContaining('不认识') }] },
    });
  });

  it.each([
    [{ q: '' }, 'q'],
    [{ q: 'x'.repeat(61) }, 'q'],
    [{ q: '李', limit: 101 }, 'limit'],
    [{ q: '李', limit: '5' }, 'limit'],
    [{ q: '李', name: '李' }, 'name'],
  ])('is not searched for %j', async (body, field) => {
    const answer = await t.call('POST', '/elders/searches', { as: t.liufang.token, body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', fields: [{ field }] } });
  });

  it('refuses a visitor and a limit of 101', async () => {
    expect(await list('', t.zhoumin.token)).toMatchObject({ status: 403 });
    expect(await search('李', t.zhoumin.token)).toMatchObject({ status: 403 });
    expect(await t.call('POST', '/elders/searches', { body: { q: '李' } })).toMatchObject({ status: 401 });
    expect(await list('limit=101')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

describe('one elder', () => {
  const read = (id: string, as: string) => t.call('GET', `/elders/${id}`, { as });

  it('is shown with relatives, hints and the reasons of the plan', async () => {
    expect((await read(t.lixiulan.id, t.liufang.token)).body).toMatchObject({
      ...{ age: 82, tier: 'key', every: 'week', hints: t.lixiulan.hints, callName: '李奶奶' },
      relatives: [{ id: t.daughter, name: '王静', kinWord: '女儿', phoneMasked: '*** **** **01', firstContact: true }],
      policy: { tier: { code: 'key', because: [{ document: expect.any(String), text: expect.any(String) }] } },
    });
  });

  it('looks to a worker of another street as if it did not exist', async () => {
    const there = await read(t.lixiulan.id, t.mengxiaoyan.token);
    const nowhere = await read(ulid(), t.mengxiaoyan.token);
    expect(there.status).toBe(404);
    expect({ ...there.body, requestId: '' }).toEqual({ ...nowhere.body, requestId: '' });
  });
});

describe('changing an elder', () => {
  const amend = (id: string, body: object, as = t.liufang.token) =>
    t.call<Record<string, unknown> & ProblemBody>('PATCH', `/elders/${id}`, { as, body });

  async function registered(serial: number) {
    const body = chenguifang({ idNumber: idNumber('1950-02-11', 'female', serial) });
    await register(body);
    return body;
  }

  it('works out anew what is owed', async () => {
    const { id } = await registered(40);
    expect((await amend(id, { facts: { maritalStatus: 'widowed', dementia: true } })).body).toMatchObject({
      ...{ tier: 'key', every: 'week', version: 2 },
      categories: ['living-alone', 'disabled-ability'],
    });
    expect(await audits('elder.amend', id)).toEqual([{ fields: 'traits' }]);
  });

  it('twice the same changes once', async () => {
    const { id } = await registered(41);
    const body = { version: 1, phone: null, name: '陈桂香' };
    const [first, second] = [await amend(id, body), await amend(id, body)];
    expect(first.body).toMatchObject({ version: 2, phoneMasked: null, name: '陈桂香', callName: '陈奶奶' });
    expect(second).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('tells the second of two officers that the first was faster', async () => {
    const { id } = await registered(42);
    await amend(id, { version: 1, place: '9 号楼' });
    expect(await amend(id, { version: 1, place: '东门' })).toMatchObject({
      status: 409,
      body: { code: 'elder.stale' },
    });
  });

  it('keeps what is left out or null', async () => {
    const { id } = await registered(43);
    expect((await amend(id, { name: null, address: null, hints: null })).body).toMatchObject({
      name: '陈桂芳',
      version: 1,
    });
  });

  it('refuses the identity number of another', async () => {
    const { id } = await registered(44);
    const { idNumber: number, birthDate, sex } = t.lixiulan;
    expect(await amend(id, { idNumber: number, birthDate, sex })).toMatchObject({
      status: 409,
      body: { code: 'elder.duplicate' },
    });
  });

  it('refuses a worker of another street, and a move to a street that is not one’s own', async () => {
    const { id } = await registered(45);
    expect(await amend(id, { place: '东门' }, t.mengxiaoyan.token)).toMatchObject({ status: 404 });
    expect(await amend(id, { communityId: t.divisions.yaojiaCommunity })).toMatchObject({ status: 404 });
  });

  it('refuses an unknown field and says which', async () => {
    const answer = await amend(t.lixiulan.id, { tier: 'general' });
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'tier', message: expect.stringContaining('不认识') }] },
    });
  });

  it('ends a record, so that the person can be registered again', async () => {
    const body = await registered(46);
    expect((await amend(body.id, { ended: { on: '2026-11-30', reason: 'moved' } })).body.fields).toEqual([
      { field: 'ended.on', message: expect.stringContaining('销册日期') },
    ]);
    await amend(body.id, { ended: { on: '2026-11-23', reason: 'moved' } });
    expect((await t.app.nest.get(Registry).get(t.ctx(), body.id)).endedOn).toBe('2026-11-23');
    expect(await register({ ...body, id: ulid() })).toMatchObject({ status: 201 });
    const owing = await t.app.nest.get(Registry).owing(t.ctx(), null, 100);
    expect(owing.map(({ elderId }) => elderId)).not.toContain(body.id);
  });

  it('is found among those that have ended, and no longer on the register', async () => {
    const body = await registered(47);
    const found = async (status: string, as = t.liufang.token) => {
      const asked = { q: '陈桂芳', limit: 100, status };
      const list = await t.call<{ items: { id: string }[] }>('POST', '/elders/searches', { as, body: asked });
      return list.body.items.find(({ id }) => id === body.id);
    };
    expect([await found('running'), await found('ended')]).toMatchObject([{ id: body.id, endedOn: null }, undefined]);
    await amend(body.id, { ended: { on: '2026-11-23', reason: 'deceased' } });
    const ended = { id: body.id, endedOn: '2026-11-23', endReason: 'deceased' };
    expect([await found('running'), await found('ended')]).toMatchObject([undefined, ended]);
    expect(await found('ended', t.mengxiaoyan.token)).toBeUndefined();
  });
});

describe('a whole value', () => {
  const reveal = (body: object, as = t.liufang.token) =>
    t.call<{ value: string; until: number } & ProblemBody>('POST', `/elders/${t.lixiulan.id}/reveals`, { as, body });

  it('is told for ten minutes, and the reason is written down', async () => {
    const answer = await reveal({ field: 'idNumber', reason: '核对低保申请' });
    expect(answer.body).toEqual({ value: t.lixiulan.idNumber, until: t.clock.now() + 600_000 });
    const [entry] = await t.app.database.read.findBy(AuditEntry, { action: 'elder.reveal', subjectId: t.lixiulan.id });
    expect(JSON.parse(entry!.detail)).toEqual({ field: 'idNumber', words: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(wordsOf(entry!)).toBe('核对低保申请');
  });

  it('may be the phone, the address or the phone of a relative', async () => {
    const value = async (body: object) => (await reveal({ reason: '上门前联系', ...body })).body.value;
    expect(await value({ field: 'phone' })).toBe('14200001001');
    expect(await value({ field: 'address' })).toBe('济南市历下区甸柳街道甸柳新村第一社区 5 号楼 1 单元 301');
    expect(await value({ field: 'relativePhone', relativeId: t.daughter })).toBe('14200000101');
  });

  it('of a relative is not told through another elder', async () => {
    expect(await reveal({ field: 'relativePhone', relativeId: t.son, reason: '上门前联系' })).toMatchObject({
      status: 400,
      body: { code: 'relative.unknown' },
    });
  });

  it.each([
    ['without a reason', { field: 'phone' }, 'reason'],
    ['for a reason of three characters', { field: 'phone', reason: '看一下' }, 'reason'],
    ['that is none', { field: 'name', reason: '核对低保申请' }, 'field'],
  ])('is refused %s', async (_, body, field) => {
    const before = (await audits('elder.reveal', t.lixiulan.id)).length;
    expect(await reveal(body)).toMatchObject({ status: 400, body: { fields: [{ field }] } });
    expect((await audits('elder.reveal', t.lixiulan.id)).length).toBe(before);
  });

  it('is refused to a worker of another street, a visitor and the family', async () => {
    const body = { field: 'phone', reason: '核对低保申请' };
    expect((await reveal(body, t.mengxiaoyan.token)).status).toBe(404);
    expect((await reveal(body, t.zhoumin.token)).status).toBe(403);
    expect((await reveal(body, t.wangjing.token)).status).toBe(403);
  });
});

describe('the day', () => {
  it('on which somebody turns 80 makes their visits weekly', async () => {
    const id = ulid();
    await register(
      chenguifang({
        id,
        idNumber: idNumber('1946-11-25', 'female', 9),
        birthDate: '1946-11-25',
        address: '2 号楼 301',
      }),
    );
    const every = async () => (await t.app.nest.get(Registry).get(t.ctx(), id)).every;
    await t.tick();
    expect(await every()).toBe('month');
    t.clock.advance(2 * DAY);
    await t.tick();
    expect(await every()).toBe('week');
    expect(await audits('elder.evaluate', id)).toEqual([{ every: 'week', tier: 'key' }]);
    t.clock.advance(DAY);
    await t.tick();
    expect((await audits('elder.evaluate', id)).length).toBe(1);
  });
});

async function audits(action: string, subjectId: string): Promise<unknown[]> {
  const rows = await t.app.database.read.find(AuditEntry, { where: { action, subjectId }, order: { id: 'ASC' } });
  return rows.map(({ detail }) => JSON.parse(detail) as unknown);
}
