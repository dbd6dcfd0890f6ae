import type { FormDefinition } from '@tanfang/shared';

import { canonicalJson, sha256 } from '../../../src/platform/crypto';
import { startStory, type Story } from '../registry/story';

interface Reply {
  code: string;
  fields: { field: string; message: string }[];
  definition: FormDefinition;
  hash: string;
  items: { id: string; name: string; document: string }[];
  [field: string]: unknown;
}

let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

const LIXIULAN = {
  birthDate: '1944-03-02',
  residence: { division: '370102009002', rural: false },
  maritalStatus: 'widowed',
  relatives: [{ relation: 'child', residence: { division: '310104007002' } }],
};
const evaluate = (body: unknown, packId = 'jinan') => t.call<Reply>('POST', `/policies/${packId}/evaluate`, { body });

describe('GET /policies', () => {
  it('names the plans, for anybody', async () => {
    const { status, body } = await t.call<Reply>('GET', '/policies');
    expect(status).toBe(200);
    expect(body.items).toContainEqual({
      ...{ id: 'jinan', name: '济南', document: expect.stringMatching(/实施方案/) },
      asks: expect.arrayContaining(['relatives.awaySince', 'entrustment']),
    });
  });
});

describe('POST /policies/{packId}/evaluate', () => {
  it('says what the plan says of 李秀兰, and why', async () => {
    const { status, body } = await evaluate({ on: '2026-11-23', facts: LIXIULAN });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ pack: 'jinan', on: '2026-11-23', age: 82, eligible: true },
      ...{
        categories: [{ code: 'living-alone' }],
        tier: { code: 'key' },
        visits: { every: 'week' },
        serviceProvider: 'assigned',
      },
    });
    expect(Object.keys(body).sort()).toEqual(
      [
        'pack',
        'on',
        'age',
        'eligible',
        'because',
        'categories',
        'tier',
        'visits',
        'entrustment',
        'referral',
        'serviceProvider',
        'flags',
        'notes',
      ].sort(),
    );
    expect((body.because as object[])[0]).toEqual({
      ...{
        rule: expect.any(String),
        document: expect.any(String),
        article: expect.any(String),
        text: expect.any(String),
      },
      reading: expect.any(Boolean),
    });
  });

  it('does not know another place', async () => {
    const { status, body } = await evaluate({ on: '2026-11-23', facts: LIXIULAN }, 'atlantis');
    expect([status, body.code]).toEqual([404, 'policy.pack-unknown']);
  });

  it.each([
    [['on'], { facts: LIXIULAN }],
    [['facts'], { on: '2026-11-23' }],
    [['facts.birthDate'], { on: '2026-11-23', facts: { ...LIXIULAN, birthDate: '2027-01-01' } }],
    [['facts.birthDate'], { on: '2026-11-23', facts: { ...LIXIULAN, birthDate: '1944-02-30' } }],
    [['facts.maritalStatus'], { on: '2026-11-23', facts: { ...LIXIULAN, maritalStatus: 'single' } }],
    [['facts.relatives[0].relation'], { on: '2026-11-23', facts: { ...LIXIULAN, relatives: [{ relation: 'son' }] } }],
    [['facts.shoeSize'], { on: '2026-11-23', facts: { ...LIXIULAN, shoeSize: 38 } }],
    [['facts.birthDate', 'facts.residence', 'on'], { facts: {} }],
    [[''], []],
    [[''], 'elder'],
  ])('names %j', async (fields, question) => {
    const { status, body } = await evaluate(question);
    expect([status, body.code]).toEqual([400, 'policy.facts']);
    expect(body.fields.map(({ field }) => field).sort()).toEqual([...fields].sort());
    for (const { message } of body.fields) expect(message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('POST /policies/{packId}/explanations', () => {
  const explain = (facts: object, packId = 'jinan') =>
    t.call<Reply>('POST', `/policies/${packId}/explanations`, { body: { on: '2026-11-23', facts } });

  it('holds the evaluation as it is, and why it names its provider; for anybody', async () => {
    const facts = { ...LIXIULAN, entrustment: 'active' };
    const { status, body } = await explain(facts);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['evaluation', 'provider']);
    expect(body.evaluation).toEqual((await evaluate({ on: '2026-11-23', facts })).body);
    expect(body.provider).toMatchObject({
      code: 'agency',
      because: [{ rule: 'jinan.provider.agency', reading: false }],
    });
  });

  it('names no provider where nothing is owed', async () => {
    expect((await explain({ ...LIXIULAN, birthDate: '1980-01-01' })).body).toMatchObject({
      evaluation: { eligible: false, serviceProvider: null },
      provider: null,
    });
  });

  it('refuses what the evaluation refuses', async () => {
    expect((await explain(LIXIULAN, 'atlantis')).body.code).toBe('policy.pack-unknown');
    const { status, body } = await explain({ ...LIXIULAN, maritalStatus: 'single' });
    expect([status, body.code, body.fields.map(({ field }) => field)]).toEqual([
      400,
      'policy.facts',
      ['facts.maritalStatus'],
    ]);
  });
});

describe('GET /forms/{formId}/{version}', () => {
  const read = (path: string, headers = {}) => t.call<Reply>('GET', `/forms/${path}`, { as: t.zhoumin.token, headers });

  it('gives the definition and the hash that the phone keeps it under', async () => {
    const { status, body, headers } = await read('jinan-visit-record/1');
    expect(status).toBe(200);
    expect(body.definition).toMatchObject({ id: 'jinan-visit-record', version: 1 });
    expect(body.hash).toBe(sha256(canonicalJson(body.definition)));
    expect(headers.etag).toBe(`"${body.hash}"`);
  });

  it('is not sent again to a phone that has it', async () => {
    const { body } = await read('jinan-visit-record/1');
    const again = await read('jinan-visit-record/1', { 'if-none-match': `"${body.hash}"` });
    expect(again.status).toBe(304);
    expect((await read('jinan-visit-record/1', { 'if-none-match': '"old"' })).status).toBe(200);
  });

  it('knows no other', async () => {
    for (const path of ['jinan-visit-record/2', 'toString/1', 'liaoning/1']) {
      expect((await read(path)).body.code).toBe('form.unknown');
    }
    expect((await read('jinan-visit-record/one')).body.fields[0]!.field).toBe('version');
    expect((await t.call<Reply>('GET', '/forms/jinan-visit-record/1')).body.code).toBe('session.missing');
  });
});
