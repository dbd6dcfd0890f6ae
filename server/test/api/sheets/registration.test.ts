import { ulid } from 'ulid';

import { Sheet } from '../../../src/modules/sheets';
import { AuditEntry } from '../../../src/platform/audit';
import { DAY, MINUTE } from '../support/clock';
import { REGISTERED, SON_ID_NUMBER, startVillage, type Village } from './village';

let t: Village;
beforeEach(async () => {
  t = await startVillage();
});
afterEach(() => t.close());

interface Shown {
  id: string;
  boxes: { field: string; words: string | null }[];
  answers: Record<string, unknown>;
  amends: { id: string; recorderName: string } | null;
  latest: boolean;
}

const open = (as = t.visitor) => t.call<Shown>('GET', `/elders/${t.elder.id}/sheets/registration`, { as: as.token });
const read = (id: string, as = t.worker) => t.call<Shown>('GET', `/sheets/${id}`, { as: as.token });
const list = (as = t.worker) =>
  t.call<{ forms: object[]; items: { id: string; ordinal: number }[] }>('GET', `/elders/${t.elder.id}/sheets`, {
    as: as.token,
  });
const rows = () => t.app.database.read.find(Sheet, { order: { ordinal: 'ASC' } });
const boxOf = ({ boxes }: Shown, field: string) => boxes.find((box) => box.field === field)?.words;

describe('石狮 附件3, filled on the phone', () => {
  it('begins with what the registry knows, masked', async () => {
    const { status, body } = await open();
    expect(status).toBe(200);
    expect(body.amends).toBeNull();
    expect(body.answers).toEqual({});
    expect(Object.fromEntries(body.boxes.map(({ field, words }) => [field, words]))).toEqual({
      'filed-on': '2026-11-23',
      'elder-name': '施玉英',
      'elder-sex': '女',
      'id-number': expect.stringMatching(/^9900 \*{4} \*{4} \*\*\d[\dX]$/),
      phone: '*** **** **10',
      'emergency-contact': '施志强',
      'emergency-contact-phone': '*** **** **11',
      'household-address': '石狮市祥芝镇古浮村****',
      'home-address': '石狮市祥芝镇古浮村****',
      ability: '重度失能（评估为完全失能）',
      assistance: '低保、低保边缘',
      identities: '独居老年人、空巢老年人、留守老年人、失能老年人（包括中、重）',
      tier: '重点对象',
      'staff-signature': '蔡美红',
      'staff-signature-date': '2026-11-23',
    });
  });

  it('is kept, listed with its day and who recorded it, and can be read again', async () => {
    const sheet = t.sheet();
    expect(await t.hand(sheet)).toMatchObject({ status: 201, body: { id: sheet.id, ordinal: 1 } });
    expect((await list()).body).toEqual({
      forms: [{ kind: 'registration', title: '特殊困难老年人信息登记表', mayRecord: true }],
      items: [
        {
          ...{ id: sheet.id, kind: 'registration', ordinal: 1, title: '特殊困难老年人信息登记表' },
          recordedAt: t.clock.now(),
          recorder: { id: t.visitor.id, name: '蔡美红' },
        },
      ],
    });
    const { body } = await read(sheet.id);
    expect(body).toMatchObject({ id: sheet.id, latest: true, answers: { 'past-illnesses': '高血压' } });
    expect(boxOf(body, 'tier')).toBe('重点对象');
  });

  it('sent twice is one record; something else under its id is refused', async () => {
    const sheet = t.sheet();
    const first = await t.hand(sheet);
    t.clock.advance(MINUTE);
    expect(await t.hand(sheet)).toEqual({ ...first, status: 200, headers: expect.anything() });
    expect(await t.hand({ ...sheet, answers: { 'past-illnesses': '糖尿病' } })).toMatchObject({
      ...{ status: 409, body: { code: 'id.taken' } },
    });
    const taken = await t.hand({ ...sheet, amends: sheet.id }, t.worker);
    expect(taken).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(JSON.stringify(taken.body)).not.toMatch(/高血压|蔡美红/);
    expect(await rows()).toHaveLength(1);
  });

  it('is written down who recorded, opened and read it, without a word of its content', async () => {
    const sheet = t.sheet();
    await open();
    t.clock.advance(MINUTE);
    await t.hand(sheet);
    t.clock.advance(MINUTE);
    await read(sheet.id);
    const entries = await t.app.database.read.find(AuditEntry, { order: { id: 'ASC' } });
    const about = entries.filter(({ action }) => action.startsWith('sheet.'));
    expect(about.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['sheet.open', t.visitor.id],
      ['sheet.record', t.visitor.id],
      ['sheet.read', t.worker.id],
    ]);
    for (const { detail } of about) expect(detail).not.toMatch(/高血压|施志强|\d{17}/);
  });

  it('is a new record when something has changed; the old one stays as it was', async () => {
    const first = t.sheet();
    await t.hand(first);
    t.clock.advance(DAY);
    const { body: blank } = await open(t.worker);
    expect(blank.amends).toMatchObject({ id: first.id, recorderName: '蔡美红' });
    expect(blank.answers).toMatchObject({ 'past-illnesses': '高血压', 'pension-monthly': 210 });
    // Looked at afresh each time.
    expect(blank.answers).not.toHaveProperty('drinking-water');
    const answers = { ...blank.answers, 'pension-monthly': 230, 'drinking-water': 'safe' };
    const second = t.sheet({ answers, amends: first.id });
    expect(await t.hand(second, t.worker)).toMatchObject({ status: 201, body: { ordinal: 2 } });
    expect((await list()).body.items.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      [second.id, 2],
      [first.id, 1],
    ]);
    expect((await read(first.id)).body).toMatchObject({ latest: false, answers: { 'pension-monthly': 210 } });
    expect((await read(second.id)).body).toMatchObject({ latest: true, answers: { 'pension-monthly': 230 } });
  });

  it('of two who amend the same one the second hears of the first, and nothing is lost silently', async () => {
    const first = t.sheet();
    await t.hand(first);
    const [one, other] = await Promise.all([
      t.hand(t.sheet({ amends: first.id }), t.visitor),
      t.hand(t.sheet({ amends: first.id }), t.worker),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
    expect(one.status === 409 ? one.body.code : other.body.code).toBe('sheet.stale');
    expect(await t.hand(t.sheet())).toMatchObject({ status: 409, body: { code: 'sheet.stale' } });
    expect((await rows()).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it('keeps what the registry said on that day, for the printed sheet', async () => {
    const sheet = t.sheet();
    await t.hand(sheet);
    await t.call('PATCH', `/elders/${t.elder.id}`, { as: t.worker.token, body: { phone: '14200004099' } });
    expect(boxOf((await read(sheet.id)).body, 'phone')).toBe('*** **** **10');
    expect(boxOf((await open()).body, 'phone')).toBe('*** **** **99');
    const [row] = await rows();
    expect(row!.boxes).toMatchObject({ 'id-number': t.elder.idNumber, phone: '14200004010', ability: 'total' });
  });
});

describe('identity numbers of the household', () => {
  it('are checked when they are typed', async () => {
    const typed = (number: string) =>
      t.hand(t.sheet({ answers: { members: [{ name: '施志强', relation: '儿子', 'id-number': number }] } }));
    expect(await typed('99000019761118')).toMatchObject({
      status: 400,
      body: {
        code: 'sheet.answers',
        fields: [{ field: 'answers.members', message: expect.stringContaining('少了 4 位') }],
      },
    });
    expect(await typed(` ${SON_ID_NUMBER.toLowerCase()} `)).toMatchObject({ status: 201 });
    expect((await rows())[0]!.answers['members']).toMatchObject([{ 'id-number': SON_ID_NUMBER }]);
  });

  it('are on no screen afterwards, and in no row in the clear', async () => {
    const sheet = t.sheet();
    await t.hand(sheet);
    for (const as of [t.visitor, t.worker, t.town, t.city]) {
      const text = JSON.stringify([(await read(sheet.id, as)).body, (await list(as)).body]);
      expect(text).not.toMatch(/\d{17}[\dX]/);
    }
    expect(JSON.stringify((await open()).body)).not.toMatch(/\d{17}[\dX]/);
    const [raw] = await t.app.database.read.query('SELECT answers, boxes FROM sheet');
    expect(JSON.stringify(raw)).not.toMatch(/施|高血压|9900/);
  });

  it('stay what they were when the mask comes back, also in another row', async () => {
    const first = t.sheet();
    await t.hand(first);
    const members = (await open()).body.answers['members'] as Record<string, string>[];
    expect(members[1]!['id-number']).toMatch(/\*{4}/);
    const second = t.sheet({ amends: first.id, answers: { members: [members[1], members[0]] } });
    expect(await t.hand(second)).toMatchObject({ status: 201 });
    expect((await rows())[1]!.answers['members']).toMatchObject([{ 'id-number': SON_ID_NUMBER }, { name: '施玉英' }]);
  });

  it('a mask that stands for nothing is no number', async () => {
    const members = [{ name: '谁', relation: '女儿', 'id-number': '3505 **** **** **34' }];
    expect(await t.hand(t.sheet({ answers: { members } }))).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'answers.members', message: '「家庭成员」第 1 行的身份证号没有填全' }] },
    });
    expect(await rows()).toEqual([]);
  });
});

describe('the number of a certificate', () => {
  const CERTIFICATE = '99000019531003122X43';

  it('is on no screen afterwards, and stays what it was when the mask comes back', async () => {
    const first = t.sheet({ answers: { 'certificate-number': ` ${CERTIFICATE.toLowerCase()} ` } });
    await t.hand(first);
    const { answers } = (await open()).body;
    expect(answers).toEqual({ 'certificate-number': '9900 **** **** **43' });
    expect(JSON.stringify((await read(first.id)).body)).not.toContain('122');
    await t.hand(t.sheet({ amends: first.id, answers: { ...answers, 'past-illnesses': '高血压' } }));
    expect((await rows()).map((row) => row.answers['certificate-number'])).toEqual([CERTIFICATE, CERTIFICATE]);
  });

  it('a mask that stands for nothing is no number', async () => {
    expect(await t.hand(t.sheet({ answers: { 'certificate-number': '3505 **** **** **43' } }))).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'answers.certificate-number', message: '「残疾证号」没有填全' }] },
    });
    expect(await rows()).toEqual([]);
  });
});

describe('a sheet of the first version', () => {
  it('that was begun before is taken in, and amended with the boxes of now', async () => {
    const first = t.sheet({ form: { id: 'shishi-registration', version: 1 } });
    expect(await t.hand(first)).toMatchObject({ status: 201 });
    expect((await open()).body).toMatchObject({ form: { version: 2 }, answers: { 'past-illnesses': '高血压' } });
    expect(boxOf((await read(first.id)).body, 'certificate-number')).toBeNull();
  });
});

describe('what is refused', () => {
  const WRONG: [string, Record<string, unknown>, string][] = [
    ['an empty sheet', { answers: {} }, 'sheet.answers'],
    ['an unknown question', { answers: { shoe: 43 } }, 'sheet.answers'],
    ['what the server fills', { answers: { tier: 'key' } }, 'sheet.answers'],
    ['a visit record as registration', { form: { id: 'shishi-visit-record', version: 1 } }, 'sheet.form-unknown'],
    ['another place’s form', { form: { id: 'jinan-entrustment-record', version: 1 } }, 'sheet.form-unknown'],
    ['a version nobody published', { form: { id: 'shishi-registration', version: 3 } }, 'sheet.form-unknown'],
    ['a kind that cannot be filled yet', { kind: 'entrustment' }, 'request.invalid'],
  ];

  it('what is not this form, and what is not on it', async () => {
    for (const [what, changes, code] of WRONG) {
      const { status, body } = await t.hand(t.sheet(changes));
      expect([what, status, body.code]).toEqual([what, 400, code]);
    }
    expect(await rows()).toEqual([]);
  });

  it('a registration is not a visit either', async () => {
    const visit = t.visit(t.elder, { form: { id: 'shishi-registration', version: 2 }, answers: REGISTERED });
    expect(await t.send(visit, t.visitor)).toMatchObject({ status: 400, body: { code: 'visit.form-unknown' } });
  });

  it('where the plan has no such form nothing is offered, and nothing taken', async () => {
    const lixiulan = await t.call<{ forms: object[] }>('GET', `/elders/${t.lixiulan.id}/sheets`, {
      as: t.liufang.token,
    });
    expect(lixiulan.body).toEqual({ forms: [], items: [] });
    const path = `/elders/${t.lixiulan.id}/sheets/registration`;
    expect(await t.call('GET', path, { as: t.liufang.token })).toMatchObject({ body: { code: 'sheet.kind-unknown' } });
    expect(await t.hand(t.sheet({ elderId: t.lixiulan.id }), t.liufang)).toMatchObject({
      ...{ status: 400, body: { code: 'sheet.kind-unknown' } },
    });
  });

  it('after a death nothing is registered any more; what was stays readable', async () => {
    const sheet = t.sheet();
    await t.hand(sheet);
    const ended = { ended: { on: '2026-11-23', reason: 'deceased' } };
    await t.call('PATCH', `/elders/${t.elder.id}`, { as: t.worker.token, body: ended });
    expect(await t.hand(t.sheet({ amends: sheet.id }), t.worker)).toMatchObject({ status: 404 });
    expect((await list()).body.forms).toMatchObject([{ mayRecord: false }]);
    expect((await read(sheet.id)).status).toBe(200);
  });
});

describe('who may', () => {
  const NOT_FOUND = { status: 404, body: { code: 'access.not-found' } };

  it('record: who visits the elder, the community, the town', async () => {
    let amends: string | undefined;
    for (const person of [t.visitor, t.worker, t.town]) {
      const sheet = t.sheet(amends ? { amends } : {});
      expect(await t.hand(sheet, person)).toMatchObject({ status: 201 });
      amends = sheet.id;
    }
  });

  it('the city reads, and neither opens nor records', async () => {
    const sheet = t.sheet();
    await t.hand(sheet);
    expect((await read(sheet.id, t.city)).status).toBe(200);
    expect((await list(t.city)).body.forms).toMatchObject([{ mayRecord: false }]);
    expect(await open(t.city)).toMatchObject({ status: 403 });
    expect(await t.hand(t.sheet({ amends: sheet.id }), t.city)).toMatchObject({ status: 403 });
  });

  it('refuses the visitor and the worker of another community, as if there were nothing', async () => {
    const sheet = t.sheet();
    await t.hand(sheet);
    for (const person of [t.elsewhere.visitor, t.elsewhere.worker]) {
      expect(await read(sheet.id, person)).toMatchObject(NOT_FOUND);
      expect(await open(person)).toMatchObject(NOT_FOUND);
      expect(await list(person)).toMatchObject(NOT_FOUND);
      expect(await t.hand(t.sheet({ amends: sheet.id }), person)).toMatchObject(NOT_FOUND);
    }
    expect(await read(ulid(), t.worker)).toMatchObject(NOT_FOUND);
    expect(await rows()).toHaveLength(1);
  });

  it('refuses a visitor who is no longer assigned, the family, and whoever is not signed in', async () => {
    const sheet = t.sheet();
    await t.hand(sheet);
    await t.call('DELETE', `/elders/${t.elder.id}/visitors/${t.visitor.id}`, { as: t.worker.token });
    expect(await read(sheet.id, t.visitor)).toMatchObject(NOT_FOUND);
    expect(await t.hand(t.sheet({ amends: sheet.id }))).toMatchObject(NOT_FOUND);
    expect(await read(sheet.id, t.wangjing)).toMatchObject({ status: 403 });
    expect(await t.call('GET', `/sheets/${sheet.id}`)).toMatchObject({ status: 401 });
  });
});

describe('what is found while registering', () => {
  it('becomes a need like that of a visit, once, and its owner is told', async () => {
    const sheet = t.sheet({ answers: { ...REGISTERED, house: 'unsafe' } });
    await t.hand(sheet);
    await t.work();
    await t.hand(sheet);
    await t.work();
    expect(await t.needs()).toMatchObject([
      { matter: 'housing-safety', severity: 'urgent', ownerKind: 'community', visitId: sheet.id, elderId: t.elder.id },
    ]);
    expect(await t.notices(t.worker)).toHaveLength(1);
    const [need] = await t.needs();
    const detail = await t.call('GET', `/needs/${need!.id}`, { as: t.worker.token });
    expect(detail).toMatchObject({ status: 200, body: { evidence: [{ visitorName: '蔡美红' }], photos: [] } });
  });

  it('seen again on the next sheet is evidence, not another need', async () => {
    const first = t.sheet({ answers: { ...REGISTERED, house: 'unsafe' } });
    await t.hand(first);
    await t.work();
    t.clock.advance(DAY);
    await t.hand(t.sheet({ amends: first.id, answers: { ...REGISTERED, house: 'unsafe' } }));
    await t.work();
    const needs = await t.needs();
    expect(needs).toHaveLength(1);
    expect(await t.evidence(needs[0]!.id)).toHaveLength(2);
  });

  it('a calm registration leads to nothing', async () => {
    await t.hand(t.sheet());
    await t.work();
    expect(await t.needs()).toEqual([]);
  });
});
