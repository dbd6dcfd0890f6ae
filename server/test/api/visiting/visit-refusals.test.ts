import { ulid } from 'ulid';

import { formDefinition } from '../../../src/policy';
import { Visit } from '../../../src/modules/visiting';
import { DAY } from '../support/clock';
import { ALL_WELL, MINUTE, startRounds, type Rounds } from './rounds';

/** One server for all of them: not one of these leaves anything behind. */
let t: Rounds;
beforeAll(async () => {
  t = await startRounds();
});
afterAll(() => t.close());
afterEach(async () => {
  expect(await count()).toBe(0);
});

const count = () => t.app.database.read.count(Visit);
const without = (answers: object, field: string) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== field));

describe('whose visit is not taken in', () => {
  it.each([
    ['refuses a visitor of another elder', () => t.person('赵红', 'visitor', 'first'), 404, 'access.not-found'],
    ['refuses a worker from another street', () => Promise.resolve(t.mengxiaoyan), 404, 'access.not-found'],
    ['refuses a city officer, who does not visit', () => t.person('何伟', 'city', 'jinan'), 403, 'access.role'],
    ['refuses a relative', () => Promise.resolve(t.wangjing), 403, 'access.role'],
  ] as const)('%s', async (_, who, status, code) => {
    const answer = await t.send(t.visit(t.lixiulan), await who());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await count()).toBe(0);
    expect((await t.owed(t.lixiulan))[0]!.status).toBe('owed');
  });

  it('is that of one who wrote it, in the session of another who may visit there as well', async () => {
    const headers = { 'x-tanfang-account': t.zhoumin.id };
    const answer = await t.call('POST', '/visits', { as: t.liufang.token, body: t.visit(t.lixiulan), headers });
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.other-account' } });
  });

  it('says the same of an elder who does not exist', async () => {
    expect((await t.send(t.visit({ id: ulid() }))).body.code).toBe('access.not-found');
  });
});

describe('times that cannot be', () => {
  it.each([
    ['an end before the start', () => ({ startedAt: t.clock.now(), endedAt: t.clock.now() - MINUTE })],
    ['two days from now', () => ({ startedAt: t.clock.now() + 2 * DAY, endedAt: t.clock.now() + 2 * DAY })],
    ['years ago', () => ({ startedAt: Date.parse('2015-01-01'), endedAt: Date.parse('2015-01-01') })],
  ])('refuses %s', async (_, times) => {
    const answer = await t.send(t.visit(t.lixiulan, times()));
    expect([answer.status, answer.body.code]).toEqual([400, 'visit.time']);
    expect(await count()).toBe(0);
  });
});

describe('济南 附件1 answers', () => {
  const refused = async (answers: unknown) => {
    const answer = await t.send(t.visit(t.lixiulan, { answers }));
    expect(await count()).toBe(0);
    expect([answer.status, answer.body.code]).toEqual([400, 'visit.answers']);
    return answer.body.fields!;
  };

  it('needs every box that the form asks for', async () => {
    expect(await refused(without(ALL_WELL, 'gas'))).toEqual([
      { field: 'answers.gas', message: '「燃气安全」还没有选' },
    ]);
    expect((await refused({})).length).toBe(Object.keys(ALL_WELL).length);
  });

  it.each([
    ['an option that is not on the form', { gas: 'quite-safe' }, 'gas'],
    ['a list where one box is ticked', { gas: ['safe'] }, 'gas'],
    ['「稳定」 together with another', { economy: ['stable', 'illness-expense'] }, 'economy'],
    ['「其他」 without words', { economy: ['other'] }, 'economy-other'],
    ['words for a box that is not ticked', { 'economy-other': '借钱' }, 'economy-other'],
    ['what only the server may fill', { 'id-number': '990000194403020026' }, 'id-number'],
    ['a box that the form does not have', { blood: 'A' }, 'blood'],
    ['a number for a text', { 'gas-note': 5 }, 'gas-note'],
    ['too long a note', { 'gas-note': '旧'.repeat(5000) }, 'gas-note'],
  ])('refuses %s', async (_, change, field) => {
    const fields = await refused({ ...ALL_WELL, ...change });
    expect(fields.map((problem) => problem.field)).toEqual([`answers.${field}`]);
    expect(fields[0]!.message).toMatch(/「.+」/);
  });

  it('refuses a form that the place does not use, or a version nobody knows', async () => {
    for (const form of [
      { id: 'jinan-visit-record', version: 99 },
      { id: 'liaoning-visit-record', version: 1 },
    ]) {
      const answer = await t.send(t.visit(t.lixiulan, { form }));
      expect([answer.status, answer.body.code]).toEqual([400, 'visit.form-unknown']);
    }
    expect(formDefinition('jinan-visit-record', 1)).toBeDefined();
  });
});

describe('a record that is not one', () => {
  const sha256 = 'a'.repeat(64);
  it.each([
    ['id', { id: '1' }],
    ['elderId', { elderId: null }],
    ['obligationId', { obligationId: 'this week' }],
    ['mode', { mode: 'remote-monitoring' }],
    ['form.version', { form: { id: 'jinan-visit-record', version: '1' } }],
    ['form', { form: null }],
    ['answers', { answers: [] }],
    ['answers', { answers: undefined }],
    ['startedAt', { startedAt: 1.5 }],
    ['endedAt', { endedAt: 'now' }],
    ['signature.kind', { signature: { kind: 'stamp' } }],
    ['signature.sha256', { signature: { kind: 'signed' } }],
    ['signature.sha256', { signature: { kind: 'mark', sha256: 'abc' } }],
    ['signature.sha256', { signature: { kind: 'phone', sha256 } }],
    ['signature.proxyName', { signature: { kind: 'proxy', sha256 } }],
    ['photos', { photos: Array.from({ length: 13 }, () => ({ sha256 })) }],
    ['photos', { photos: undefined }],
    ['photos.1.sha256', { photos: [{ sha256 }, { sha256 }] }],
    ['photos.0.sha256', { signature: { kind: 'signed', sha256 }, photos: [{ sha256 }] }],
    ['photos.0.field', { photos: [{ sha256, field: 'kitchen' }] }],
    ['visitorId', { visitorId: ulid() }],
    ['receivedAt', { receivedAt: 1 }],
  ])('names the field %s', async (field, changes) => {
    const { status, body } = await t.send(t.visit(t.lixiulan, changes));
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.fields!.map((problem) => problem.field)).toEqual([field]);
    expect(body.fields![0]!.message).toMatch(/[\u4e00-\u9fff]/);
    expect(await count()).toBe(0);
  });
});
