import { ulid } from 'ulid';

import { CheckIn, Visiting } from '../../../src/modules/visiting';
import type { Person } from '../registry/story';
import { DAY } from '../support/clock';
import { ALL_WELL, elderNamed, startRounds, type ProblemBody, type Rounds } from './rounds';

interface Card extends ProblemBody {
  checkInId: string | null;
  owed: { obligationId: string; every: string; dueOn: string } | null;
  lastAnswers: { on: string; answers: Record<string, unknown> } | null;
  lastHazards: Record<string, string>;
  emergency: {
    numbers: { call: string; number: string | null; label: string; masked: { relativeId: string } | null }[];
  };
  [field: string]: unknown;
}

let t: Rounds;
let code: { id: string; url: string };
beforeAll(async () => {
  t = await startRounds();
  code = await issueCode();
});
afterAll(() => t.close());

async function issueCode(): Promise<{ id: string; url: string }> {
  const path = `/elders/${t.lixiulan.id}/door-codes`;
  return (await t.call<{ id: string; url: string }>('POST', path, { as: t.liufang.token, body: { id: ulid() } })).body;
}

const scan = (as: Person, changes: Record<string, unknown> = {}) =>
  t.call<Card>('POST', '/check-ins', {
    as: as.token,
    body: { id: ulid(), code: code.url, at: t.clock.now(), ...changes },
  });
const open = (as: Person, elder: { id: string }) => t.call<Card>('GET', `/elders/${elder.id}/card`, { as: as.token });

describe('进门前看一眼', () => {
  it('opens at the door, with only what helps there', async () => {
    const id = ulid();
    const { status, body } = await scan(t.zhoumin, { id });
    expect(status).toBe(201);
    const [owed] = await t.owed(t.lixiulan);
    expect(body).toEqual({
      checkInId: id,
      elder: {
        ...{ id: t.lixiulan.id, name: '李秀兰', age: 82, sex: '女', livesAlone: true, callName: '李奶奶' },
        phone: '14200001001',
      },
      owed: { obligationId: owed!.id, every: 'week', dueOn: '2026-11-29' },
      hints: [{ icon: 'hearing', title: '耳背', detail: '说慢一点，大声一点' }],
      form: { id: 'jinan-visit-record', version: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ...{ pause: null, lastAnswers: null, lastHazards: {} },
      emergency: {
        address: expect.stringMatching(/^济南市历下区甸柳街道甸柳新村第一社区 ?5 号楼 1 单元 301$/),
        numbers: [
          { call: 'emergency-services', number: '120', label: '急病、受伤', masked: null },
          { call: 'emergency-services', number: '119', label: '起火、燃气', masked: null },
          { call: 'emergency-services', number: '110', label: '报警、开门', masked: null },
          { call: 'first-contact', number: '14200000101', label: '女儿 王静', masked: null },
        ],
      },
    });
    expect(JSON.stringify(body)).not.toContain(t.lixiulan.idNumber);
    expect(await t.app.database.read.findOneBy(CheckIn, { id })).toMatchObject({
      ...{ elderId: t.lixiulan.id, accountId: t.zhoumin.id, doorCodeId: code.id, receivedAt: t.clock.now() },
    });
  });

  it('opens by the bare code too, and from the list without any', async () => {
    const bare = code.url.split('/').at(-1)!;
    expect((await scan(t.zhoumin, { code: bare })).status).toBe(201);
    expect((await open(t.zhoumin, t.lixiulan)).body).toMatchObject({ checkInId: null, elder: { name: '李秀兰' } });
  });

  it('notes every look in the audit', async () => {
    const before = (await t.audits(t.lixiulan.id, 'elder.card')).length;
    await open(t.zhoumin, t.lixiulan);
    await scan(t.zhoumin);
    const looks = await t.audits(t.lixiulan.id, 'elder.card');
    expect(looks).toHaveLength(before + 2);
    expect(looks.every(({ actorId }) => actorId === t.zhoumin.id)).toBe(true);
    expect(looks.map(({ detail }) => detail).join()).not.toContain('单元');
  });

  it('shows an officer, who does not visit her, no number of the family before a reason is given, scanned or not', async () => {
    for (const officer of [t.liufang, t.tianjun])
      for (const { body } of [await open(officer, t.lixiulan), await scan(officer)]) {
        const { numbers } = body.emergency;
        expect(numbers.filter(({ number }) => number !== null).map(({ number }) => number)).toEqual([
          '120',
          '119',
          '110',
        ]);
        expect(numbers.at(-1)).toEqual({
          ...{ call: 'first-contact', number: null, label: '女儿 王静' },
          masked: { relativeId: t.daughter, phone: '*** **** **01' },
        });
        expect(JSON.stringify(body)).not.toContain('14200000101');
      }
    const looks = (await t.audits(t.lixiulan.id, 'elder.card')).filter(({ actorId }) => actorId === t.liufang.id);
    expect(looks.map(({ detail }) => JSON.parse(detail) as { fields: string })).toMatchObject([
      { fields: 'address' },
      { fields: 'address' },
    ]);
    const { masked } = (await open(t.liufang, t.lixiulan)).body.emergency.numbers.at(-1)!;
    const body = { field: 'relativePhone', relativeId: masked!.relativeId, reason: '老人摔倒，要告诉女儿' };
    const revealed = await t.call<{ value: string }>('POST', `/elders/${t.lixiulan.id}/reveals`, {
      ...{ as: t.liufang.token, body },
    });
    expect(revealed).toMatchObject({ status: 201, body: { value: '14200000101' } });
  });

  it('scanned twice with the same id is one check-in', async () => {
    const id = ulid();
    const at = t.clock.now();
    const answers = await Promise.all([1, 2, 3].map(() => scan(t.zhoumin, { id, at })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await t.app.database.read.countBy(CheckIn, { id })).toBe(1);
  });

  it('refuses the same id for another scan, whoever made the first', async () => {
    const id = ulid();
    const at = t.clock.now();
    await scan(t.zhoumin, { id, at });
    for (const [as, changes] of [
      [t.zhoumin, { id, at: at - 1000 }],
      [t.liufang, { id, at }],
    ] as const) {
      const { status, body } = await scan(as, changes);
      expect([status, body.code]).toEqual([409, 'id.taken']);
      expect(JSON.stringify(body)).not.toContain('李秀兰');
    }
  });

  it('opens for an elder to whom nothing is owed now', async () => {
    expect((await t.send(t.visit(t.liuchanghe))).status).toBe(201);
    expect((await open(t.zhoumin, t.liuchanghe)).body).toMatchObject({
      owed: null,
      elder: { name: '刘长河', sex: '男' },
    });
  });
});

describe('上次的答案', () => {
  it('are offered again, but hazards never as answers', async () => {
    const answers = { ...ALL_WELL, gas: 'fairly-safe', 'gas-note': '软管有裂纹', mobility: 'poor' };
    const startedAt = t.clock.now() - DAY;
    await t.send(t.visit(t.sunguiying, { answers, startedAt, endedAt: startedAt + 1000 }));
    const { body } = await open(t.zhoumin, t.sunguiying);
    expect(body.lastAnswers).toEqual({
      on: '2026-11-22',
      answers: {
        ...{ economy: ['stable'], mobility: 'poor', illness: 'unchanged', spirits: 'better' },
        ...{ 'personal-hygiene': 'unchanged', 'home-hygiene': 'unchanged', 'indoor-environment': 'unchanged' },
      },
    });
    expect(body.lastHazards).toEqual({
      gas: 'fairly-safe',
      'water-heating': 'safe',
      electricity: 'safe',
      fire: 'safe',
    });
  });

  it('are those of the latest visit, whenever it was uploaded', async () => {
    const startedAt = t.clock.now() - 3 * DAY;
    await t.send(
      t.visit(t.sunguiying, { startedAt, endedAt: startedAt + 1000, answers: { ...ALL_WELL, mobility: 'good' } }),
    );
    expect((await open(t.zhoumin, t.sunguiying)).body.lastAnswers!.answers.mobility).toBe('poor');
  });
});

describe('北京 二（五）4、辽宁 二（四）、济南 二（二）2 家里都能打给谁', () => {
  const HOME = '370102009002';
  let phone = 14200000300;
  const kin = (kinWord: string, more: Record<string, unknown> = {}) => {
    const { division, awaySince, ...rest } = more as { division?: string; awaySince?: string };
    return {
      ...{ id: ulid(), name: `何${kinWord}`, relation: 'child' as const, kinWord, phone: String((phone += 1)) },
      ...{ livesWithElder: false },
      circumstances: { ...(division ? { residence: { division } } : {}), ...(awaySince ? { awaySince } : {}) },
      ...rest,
    };
  };
  const called = async (elder: { id: string }) => {
    const { body } = await open(t.zhoumin, elder);
    const { numbers } = body.emergency;
    return numbers.filter(({ call }) => call !== 'emergency-services');
  };
  const household = async (relatives: ReturnType<typeof kin>[], firstContactId?: string) => {
    const first = firstContactId === undefined ? {} : { firstContactId };
    const elder = elderNamed('何秀英', '1943-01-01', t.divisions.first, { relatives, ...first });
    await t.register(elder);
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, elder.id, t.zhoumin.id));
    return elder;
  };
  const wordsOf = (people: { label: string }[]) => people.map(({ label }) => label.split(' ')[0]);

  it('the first contact, then emergency contacts, guardians, and everybody else from the nearest on', async () => {
    const first = kin('大女儿', { division: '310104007002' });
    const elder = await household(
      [
        kin('三儿子', { division: HOME, awaySince: '2026-01-01' }),
        kin('二女儿', { division: '370102009005' }),
        kin('孙女'),
        kin('大儿子', { division: HOME }),
        kin('侄子', { guardian: true, division: '310104' }),
        first,
        kin('外甥', { emergencyContact: true }),
      ],
      first.id,
    );
    const people = await called(elder);
    expect(wordsOf(people)).toEqual(['大女儿', '外甥', '侄子', '大儿子', '二女儿', '孙女', '三儿子']);
    expect(people.map(({ call }) => call)).toEqual(['first-contact', ...Array<string>(6).fill('family')]);
    expect(people[3]!.number).toMatch(/^142000003\d\d$/);
  });

  it('who lives in the same home comes before who lives next door', async () => {
    const elder = await household([kin('儿子', { division: HOME }), kin('老伴', { livesWithElder: true })]);
    expect(wordsOf(await called(elder))).toEqual(['老伴', '儿子']);
  });

  it('six of the family at most, and the first contact besides', async () => {
    const all = [...'一二三四五六七八'].map((word) => kin(`${word}孙`, { relation: 'grandchild' as const }));
    const elder = await household(all, all[7]!.id);
    const people = await called(elder);
    expect(people).toHaveLength(7);
    expect(people[0]).toMatchObject({ call: 'first-contact', label: '八孙 何八孙' });
  });

  it('nobody who has no number, unless they are named for it; nobody who was taken off the registry', async () => {
    const gone = kin('前女婿');
    const elder = await household([
      kin('孙子', { phone: undefined }),
      gone,
      kin('女儿', { phone: undefined, emergencyContact: true }),
    ]);
    const path = `/elders/${elder.id}/relatives/${gone.id}`;
    expect((await t.call('DELETE', path, { as: t.liufang.token })).status).toBe(204);
    expect(await called(elder)).toEqual([{ call: 'family', number: null, label: '女儿 何女儿', masked: null }]);
  });
});

describe('whom the card stays closed to', () => {
  it.each([
    ['refuses a visitor of another elder', () => t.person('赵红', 'visitor', 'first'), 404, 'access.not-found'],
    ['refuses a worker from another street', () => Promise.resolve(t.mengxiaoyan), 404, 'access.not-found'],
    ['refuses an account without any role', () => Promise.resolve(t.stranger), 403, 'access.role'],
  ] as const)('%s', async (_, who, status, problem) => {
    const as = await who();
    const checkIns = await t.app.database.read.count(CheckIn);
    const looks = (await t.audits(t.lixiulan.id, 'elder.card')).length;
    for (const answer of [await scan(as), await open(as, t.lixiulan)]) {
      expect([answer.status, answer.body.code]).toEqual([status, problem]);
      expect(JSON.stringify(answer.body)).not.toContain('李秀兰');
    }
    expect(await t.app.database.read.count(CheckIn)).toBe(checkIns);
    expect(await t.audits(t.lixiulan.id, 'elder.card')).toHaveLength(looks);
  });

  it('says the same of an elder who does not exist', async () => {
    expect((await open(t.zhoumin, { id: ulid() })).body.code).toBe('access.not-found');
  });

  it('says so when the code was revoked, and when it is none of ours', async () => {
    const old = code;
    code = await issueCode();
    const revoked = await scan(t.zhoumin, { code: old.url });
    expect([revoked.status, revoked.body.code]).toEqual([410, 'door-code.revoked']);
    const unknown = await scan(t.zhoumin, { code: 'https://example.com/d/abcdefghijklmnopqrstuvwx' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'door-code.unknown']);
  });
});

describe('a check-in that is not one', () => {
  it.each([
    ['id', { id: 'one' }],
    ['id', { id: undefined }],
    ['code', { code: '' }],
    ['code', { code: 12 }],
    ['code', { code: 'x'.repeat(501) }],
    ['at', { at: '9:00' }],
    ['at', { at: -1 }],
    ['place', { place: { lat: 36.6, lon: 117.1 } }],
  ])('names the field %s', async (field, changes) => {
    const before = await t.app.database.read.count(CheckIn);
    const { status, body } = await scan(t.zhoumin, changes);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.fields).toEqual([{ field, message: expect.stringMatching(/[\u4e00-\u9fff]/) }]);
    expect(await t.app.database.read.count(CheckIn)).toBe(before);
  });

  it('lies more than a day ahead', async () => {
    const { status, body } = await scan(t.zhoumin, { at: t.clock.now() + 2 * DAY });
    expect([status, body.code]).toEqual([400, 'visit.time']);
  });
});
