import { ACCESS, scopeOf, type Action } from '../../../src/platform/access/table';
import { setStage, type Stage } from './cast';
import { routesOf } from './routes';
import { SAMPLES } from './samples';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: unknown[];
  maxLength?: number;
  minLength?: number;
  maximum?: number;
  maxItems?: number;
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean;
}

interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}

interface Bad {
  what: string;
  /** Path of the field that the answer must name. */
  field: string;
  body: unknown;
}

interface ProblemBody {
  code: string;
  detail: string;
  fields?: { field: string; message: string }[];
}

const CHINESE = /[\u4e00-\u9fff]/;

/** Bodies that are checked by a form definition or by the policy's own parser have tests of their own. */
const OPEN = new Set(['answers']);

/** Everything that can be wrong with one field by its schema. */
function badValues(schema: Schema): [string, unknown][] {
  const wrong: [string, unknown][] = [
    ['wrong type', schema.type === 'object' || schema.type === 'array' ? 'text' : { not: 'this' }],
  ];
  if (schema.enum) wrong.push(['unknown option', 'no-such-option']);
  if (schema.type === 'string' && !schema.enum) wrong.push(['a number for a text', 12345]);
  if (schema.maxLength) wrong.push(['too long', '长'.repeat(schema.maxLength + 1)]);
  if (schema.format === 'date') wrong.push(['no such day', '2026-02-30']);
  if (schema.type === 'integer') wrong.push(['a fraction', 1.5], ['text for a number', '1']);
  if (schema.maximum !== undefined) wrong.push(['too large', schema.maximum + 1]);
  if (schema.maxItems) wrong.push(['too many', Array.from({ length: schema.maxItems + 1 }, () => ({}))]);
  return wrong;
}

function badBodies(document: Document, schema: Schema, body: Record<string, unknown>): Bad[] {
  const { properties = {}, required = [] } = resolved(document, schema);
  const bad: Bad[] = [{ what: 'unknown field', field: 'smuggled', body: { ...body, smuggled: 1 } }];
  for (const [name, given] of Object.entries(properties)) {
    const property = resolved(document, given);
    if (required.includes(name)) {
      const { [name]: _, ...rest } = body;
      bad.push({ what: 'missing', field: name, body: rest });
    }
    if (OPEN.has(name)) continue;
    for (const [what, value] of badValues(property)) bad.push({ what, field: name, body: { ...body, [name]: value } });
    const inner = body[name];
    if (property.properties && inner && typeof inner === 'object') {
      const deeper = badBodies(document, property, inner as Record<string, unknown>);
      bad.push(
        ...deeper.map((one) => ({ ...one, field: `${name}.${one.field}`, body: { ...body, [name]: one.body } })),
      );
    }
  }
  return bad;
}

function resolved(document: Document, schema: Schema): Schema {
  const ref = schema.$ref ?? schema.allOf?.[0]?.$ref;
  return ref ? document.components.schemas[ref.split('/').at(-1)!]! : schema;
}

describe('bad input', () => {
  let stage: Stage;
  let document: Document;
  const tokens = new Map<string, string | null>();
  beforeAll(async () => {
    stage = await setStage();
    document = (await stage.t.call<Document>('GET', '/openapi.json')).body;
    for (const caller of stage.callers) tokens.set(caller.who, await caller.token());
  });
  afterAll(() => stage.t.close());

  /** Somebody who may do it. */
  function tokenFor(name: string): string | null {
    const action = routesOf(stage.t.app).find((route) => route.name === name)!.action as Action;
    const grant = ACCESS[action];
    const caller = stage.callers.find(({ role, inside }) => {
      if (typeof grant === 'string') return role === 'family' && inside;
      return inside && role !== 'nobody' && role !== 'anonymous' && scopeOf(action, role) !== null;
    });
    return tokens.get(caller!.who)!;
  }

  async function rowCounts(): Promise<Record<string, number>> {
    const read = stage.t.app.database.read;
    const names = read.dataSource.entityMetadatas.map(({ tableName }) => tableName);
    const counts: Record<string, number> = {};
    for (const name of names)
      counts[name] = Number((await read.query<{ n: string }[]>(`SELECT COUNT(*) AS n FROM ${name}`))[0]!.n);
    return counts;
  }

  const withBody = Object.keys(SAMPLES).filter((name) => /^(POST|PUT|PATCH)/.test(name) && !name.includes('/files/'));

  it.each(withBody)('%s names the field in Chinese and changes nothing', async (name) => {
    const [verb, path] = name.split(' ') as ['POST', string];
    const operation = document.paths[`/api${path.replace(/:(\w+)/g, '{$1}')}`]?.[verb.toLowerCase()];
    const schema = operation?.requestBody?.content['application/json']?.schema;
    if (!schema) return;
    const sample = await SAMPLES[name]!.call(stage);
    const as = tokenFor(name);
    const bad = badBodies(document, schema, sample.body as Record<string, unknown>);
    expect(bad.length).toBeGreaterThan(1);
    const before = await rowCounts();
    const faults: string[] = [];
    for (const { what, field, body } of bad) {
      const answer = await stage.t.call<ProblemBody>(verb, sample.path, { as, body });
      const named = answer.body.fields?.filter((one) => one.field === field || one.field.startsWith(`${field}.`)) ?? [];
      const where = `${field}, ${what}: ${answer.status} ${answer.body.code}`;
      if (answer.status !== 400) faults.push(where);
      else if (named.length === 0) faults.push(`${where} names ${answer.body.fields?.map((one) => one.field).join()}`);
      else if (!named.every(({ message }) => CHINESE.test(message)))
        faults.push(`${where} says ${named.map((one) => one.message).join()}`);
    }
    expect(faults).toEqual([]);
    expect(await rowCounts()).toEqual(before);
  });

  it('that is no JSON at all is refused with a sentence', async () => {
    const answer = await stage.t.app.nest.inject({
      method: 'POST',
      url: '/api/visits',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenFor('POST /visits')}` },
      payload: '{"id": ',
    });
    expect([answer.statusCode, JSON.parse(answer.payload).code]).toEqual([400, 'request.malformed']);
  });

  it('of a strange kind or size is refused with a sentence', async () => {
    const as = tokenFor('POST /visits');
    const kind = await stage.t.call('POST', '/visits', {
      as,
      body: 'x',
      headers: { 'content-type': 'application/xml' },
    });
    const size = await stage.t.call('POST', '/visits', { as, body: { text: 'x'.repeat(1_100_000) } });
    expect([kind.status, size.status]).toEqual([415, 413]);
    expect([kind.body, size.body]).toEqual([
      expect.objectContaining({ code: 'request.unsupported-media', detail: expect.stringMatching(CHINESE) }),
      expect.objectContaining({ code: 'request.too-large', detail: expect.stringMatching(CHINESE) }),
    ]);
  });

  it.each([
    ['deep', JSON.parse('['.repeat(2000) + ']'.repeat(2000))],
    ['a list', []],
    ['null', null],
    ['a text', 'text'],
  ])('of the wrong shape (%s) does not crash', async (_, body) => {
    const answer = await stage.t.call<ProblemBody>('POST', '/visits', { as: tokenFor('POST /visits'), body });
    expect([answer.status, CHINESE.test(answer.body.detail)]).toEqual([400, true]);
  });
});
