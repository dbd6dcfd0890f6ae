import { PushRow } from '../../../src/platform/wechat';
import { DEMO_WECHAT } from '../../../src/platform/config/config';
import { OutboxJob } from '../../../src/platform/outbox';
import { startTestApp, type TestApp } from '../support/app';
import {
  arrived,
  encrypt,
  greeting,
  plain,
  popupEvent,
  safe,
  sealed,
  sentEvent,
  write,
  type Console,
  type Event,
  type Format,
  type PushRequest,
} from './platform';

/** Not the demo's: made for this test. */
const SIDE: Console = {
  token: 'aTokenOfThisTest1',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  appid: DEMO_WECHAT.appId,
};
const PLAIN = { WECHAT_PUSH_TOKEN: SIDE.token, WECHAT_PUSH_AES_KEY: '' };
const SAFE = { WECHAT_PUSH_TOKEN: SIDE.token, WECHAT_PUSH_AES_KEY: SIDE.encodingAesKey };
const NOW = Math.floor(Date.parse('2026-11-23T09:00:00+08:00') / 1000);
const WANG = 'oWangJing000000000000000002';
const MSGID = '3395159288267931653';

let t: TestApp;
let next = 0;
/** Nobody has told it before. */
const fresh = (count = 1): Event => {
  next += 1;
  const items = Array.from({ length: count }, (_, index) => arrived(`template-${index}`, `${MSGID}${next}`));
  return sentEvent(WANG, NOW + next, ...items);
};

const post = async ({ query, body }: PushRequest, headers: Record<string, string> = {}) => {
  const { status, body: answer } = await t.call<Buffer | { code: string }>('POST', path(query), {
    body: Buffer.from(body),
    headers: { 'content-type': body.startsWith('<') ? 'text/xml' : 'application/json', ...headers },
  });
  return { status, answer: Buffer.isBuffer(answer) ? answer.toString() : answer };
};
const greet = async (query: Record<string, string>) => {
  const { status, body, headers } = await t.call<Buffer | { code: string }>('GET', path(query));
  return { status, answer: Buffer.isBuffer(body) ? body.toString() : body, type: headers['content-type'] };
};
const path = (query: Record<string, string>) => `/wechat/push?${new URLSearchParams(query)}`;
const kept = () => t.app.database.read.find(PushRow, { order: { id: 'ASC' } });
const jobs = () => t.app.database.read.find(OutboxJob, { order: { id: 'ASC' } });
const TAKEN = { status: 200, answer: 'success' };
/** The one answer to everything that may not come from the platform. */
const REFUSED = {
  status: 403,
  answer: {
    type: 'urn:tanfang:problem:wechat.push-refused',
    title: '没有收下',
    status: 403,
    code: 'wechat.push-refused',
    detail: '这条推送没有收下',
    requestId: expect.any(String),
  },
};

async function refusedAndNothingKept(request: PushRequest): Promise<void> {
  const before = [await kept(), await jobs()];
  expect(await post(request)).toEqual(REFUSED);
  expect([await kept(), await jobs()]).toEqual(before);
}

/** A person left, told on 2026-11-22T10:00:00+08:00. */
const FIXED: PushRequest = {
  query: {
    ...{ timestamp: '1795312800', nonce: '486291', encrypt_type: 'aes' },
    msg_signature: '797ccf483cb2d120427e3f5afdb44545fc09f25e',
  },
  body: JSON.stringify({
    ToUserName: 'gh_tanfang00000',
    Encrypt:
      'Q3stYC6hdFzMh9T8HCvyDKItcELCm4olqZZf84QA4c3hnkz/lSnRbmFHyWPfCMuaLK6qIKfxRQgf6T/Hk/VnUtXL4Teo0fRZpvfrWhmq4iqud+kR3ulQYPxPN7riXZyWvusmf9bTtfvP3H+O/w8aU7fvpffM4Ov/xWXmml3LKNjCZjfNFWgHYueZ8Lz1OVt81MDf11TJXwRIaJ3Sdm/I1/OIZ7QmAqzoFKQCFQBVIDpSOUurBOja57PEOvTm2or0mZtgWaK58WT03r4wcY/VPxy3ZFGHsnuHyTys+LHjPggl14BfwL9tP9fW2M9Fp+Qe6Kmc6wHx3SXu+uCD/FvLD5hm6MdMIG2v1O0f/Y1AmNtCRmGDgty8abiCfGng/whUYIhiuqi9v23OyjTcXgt1zYP4MKv/isqYMziG4CBIHab+demAFNJFVeci4GNpkuPFfC5R3Jk5iIh2VcoOyQZPoyz5wITF89FV8kPQyCG82bwtvyrBeslmGIyno4YrtlY6',
  }),
};

describe.each([
  ['plain', PLAIN, plain],
  ['safe', SAFE, safe],
] as const)('in %s mode', (mode, env, send) => {
  beforeAll(async () => {
    t = await startTestApp({ env });
  });
  afterAll(() => t.close());

  it('the address answers for itself, as it was asked', async () => {
    const answer = await greet(greeting(SIDE, NOW, '5927463812345678901'));
    expect(answer).toEqual({ status: 200, answer: '5927463812345678901', type: 'text/plain; charset=utf-8' });
    expect(await greet(greeting(SIDE, NOW, '<b>a&b</b>'))).toMatchObject({ answer: '<b>a&b</b>', type: /text\/plain/ });
  });

  it.each([
    ['signed by another token', () => greeting({ ...SIDE, token: 'anotherToken' }, NOW, 'x')],
    ['at another time', () => ({ ...greeting(SIDE, NOW, 'x'), timestamp: String(NOW + 1) })],
    ['with another nonce', () => ({ ...greeting(SIDE, NOW, 'x'), nonce: '1' })],
    ['without a signature', () => ({ timestamp: String(NOW), nonce: '1', echostr: 'x' })],
    ['without anything', () => ({})],
  ])('a question %s is refused', async (_, query) => {
    expect(await greet(query() as Record<string, string>)).toMatchObject(REFUSED);
  });

  const formats: Format[] = ['json', 'xml'];
  it.each(formats.flatMap((format) => [1, 3].map((count) => [format, count] as const)))(
    '%s with %s in the list is taken, to the last digit',
    async (format, count) => {
      const event = fresh(count);
      expect(await post(send(SIDE, event, format))).toEqual(TAKEN);
      const contents = (await kept()).flatMap(({ content }) => (content?.at === event.at * 1000 ? [content] : []));
      const of = { kind: 'message-reported', openid: WANG, at: event.at * 1000, failure: null };
      const expected = event.items!.map(({ TemplateId, MsgID }) => ({ ...of, templateId: TemplateId, msgid: MsgID }));
      expect(contents.sort(byTemplate)).toEqual(expected);
    },
  );

  it.each(formats)('%s repeated after no answer in time is taken once', async (format) => {
    const event = fresh(2);
    const before = (await kept()).length;
    const first = send(SIDE, event, format);
    for (const request of [first, first, send(SIDE, event, format), send(SIDE, event, format)]) {
      expect(await post(request)).toEqual(TAKEN);
    }
    expect(await kept()).toHaveLength(before + 2);
  });

  it('repeated at the very same moment is taken once', async () => {
    const event = fresh();
    const before = (await kept()).length;
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(send(SIDE, event, 'json'))));
    expect(answers).toEqual([TAKEN, TAKEN, TAKEN, TAKEN]);
    expect(await kept()).toHaveLength(before + 1);
  });

  it('the content type says nothing about what it is', async () => {
    const before = (await kept()).length;
    for (const type of ['text/plain', 'application/json', 'text/xml', 'application/octet-stream', 'nonsense']) {
      expect(await post(send(SIDE, fresh(), 'xml'), { 'content-type': type })).toEqual(TAKEN);
      expect(await post(send(SIDE, fresh(), 'json'), { 'content-type': type })).toEqual(TAKEN);
    }
    expect(await kept()).toHaveLength(before + 10);
  });

  it.each(formats)('%s about something nobody waits for is answered and forgotten', async (format) => {
    const before = await kept();
    const others: Event[] = [
      { name: 'wxa_media_check', from: WANG, at: NOW, more: { trace_id: 'x' } },
      { name: 'constructor', from: WANG, at: NOW },
      { name: '', from: WANG, at: NOW, more: { MsgType: 'text', Content: '您好，妈妈今天怎么样' } },
    ];
    for (const event of others) expect(await post(send(SIDE, event, format))).toEqual(TAKEN);
    expect(await kept()).toEqual(before);
    expect(t.log.join()).not.toContain('妈妈');
  });

  it.each([
    ['no list', { ...sentEvent(WANG, NOW) }],
    ['a message id that has lost its last digits', sentEvent(WANG, NOW, { ...arrived('a', '1'), MsgID: 2 ** 60 })],
    ['no outcome', sentEvent(WANG, NOW, { TemplateId: 'a', MsgID: '7' })],
    ['no time', { ...fresh(), at: Number.NaN }],
    ['nobody', { ...fresh(), from: '' }],
    ['a template with signs', sentEvent(WANG, NOW, arrived("a' OR 1=1", '9'))],
  ])('with %s it is not acted upon, and the log says so', async (_, event) => {
    const before = await kept();
    expect(await post(send(SIDE, event, 'json'))).toEqual(TAKEN);
    expect(await kept()).toEqual(before);
    expect(t.log.at(-2)).toContain('not as it is described');
  });

  it('with one of several unreadable it takes the others', async () => {
    const before = (await kept()).length;
    const event = fresh(3);
    event.items![1] = { TemplateId: 'template-1' };
    expect(await post(send(SIDE, event, 'xml'))).toEqual(TAKEN);
    expect(await kept()).toHaveLength(before + 2);
  });

  it('signed by another token it is refused', async () => {
    await refusedAndNothingKept(send({ ...SIDE, token: 'anotherToken' }, fresh(), 'json'));
  });

  it.each(['timestamp', 'nonce', mode === 'plain' ? 'signature' : 'msg_signature'])(
    'with another %s it is refused',
    async (parameter) => {
      const { query, body } = send(SIDE, fresh(), 'json');
      const { [parameter]: _, ...without } = query;
      await refusedAndNothingKept({ query: { ...query, [parameter]: '12345678' }, body });
      await refusedAndNothingKept({ query: { ...query, [parameter]: '短' }, body });
      await refusedAndNothingKept({ query: without, body });
    },
  );

  it.each([
    ['neither JSON nor XML', 'success'],
    ['broken JSON', '{"Event":"subscribe_msg_sent_event"'],
    ['broken XML', '<xml><Event>subscribe_msg_sent_event</xml>'],
    ['a list', '[]'],
    ['no <xml>', '<html></html>'],
    ['a document type', '<!DOCTYPE xml [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>'],
    ['elements without end', '<a>'.repeat(9_000)],
    ['lists without end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('%s is no message', async (_, text) => {
    const request = mode === 'plain' ? plain(SIDE, fresh(), 'json') : sealed(SIDE, encrypt(SIDE, text), fresh(), 'xml');
    const answer = await post({ query: request.query, body: mode === 'plain' ? text : request.body });
    expect(answer).toMatchObject({ status: 400, answer: { code: 'request.malformed' } });
  });

  it('a hundred kilobytes are not read', async () => {
    const before = await kept();
    const request = send(SIDE, { ...fresh(), more: { Content: 'x'.repeat(100_000) } }, 'json');
    expect(await post(request)).toMatchObject({ status: 413, answer: { code: 'request.too-large' } });
    expect(await kept()).toEqual(before);
  });

  it('nothing at all is refused', async () => {
    await refusedAndNothingKept({ query: {}, body: '' });
    const { query } = send(SIDE, fresh(), 'json');
    const answer = await t.call<{ code: string }>('POST', path(query));
    // In plain mode the query alone is signed: it is authentic, and there is nothing to read.
    const expected = mode === 'plain' ? [400, 'request.malformed'] : [403, 'wechat.push-refused'];
    expect([answer.status, answer.body.code]).toEqual(expected);
  });

  it('what it says lies encrypted in the database', async () => {
    await post(send(SIDE, fresh(), 'json'));
    const rows = await t.app.database.read.query<{ content: string }[]>('SELECT * FROM wechat_push');
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${WANG}|${MSGID}|template-0`));
  });
});

describe('in safe mode', () => {
  beforeAll(async () => {
    t = await startTestApp({ env: SAFE });
  });
  afterAll(() => t.close());

  it('agrees with a message that was encrypted once and for all', async () => {
    // Computed apart from this repository's code: openssl enc -aes-256-cbc -nopad, sha1sum.
    expect(await post(FIXED)).toEqual(TAKEN);
    expect((await kept()).map(({ content }) => content)).toEqual([
      { kind: 'user-left', openid: 'oLeft', at: 1_795_312_800_000 },
    ]);
  });

  it('a plain message is refused: its signature says nothing about its body', async () => {
    await refusedAndNothingKept(plain(SIDE, fresh(), 'json'));
    await refusedAndNothingKept(plain(SIDE, fresh(), 'xml'));
  });

  it('another body under the same signature is refused', async () => {
    const [one, other] = [safe(SIDE, fresh(), 'json'), safe(SIDE, fresh(), 'json')];
    await refusedAndNothingKept({ query: one.query, body: other.body });
  });

  it('what 兼容模式 adds in the clear is not believed', async () => {
    const event = fresh();
    const { query, body } = safe(SIDE, event, 'json');
    const both = { ...JSON.parse(write(popupEvent('oForged', NOW, { x: 'accept' }), 'json')), ...JSON.parse(body) };
    expect(await post({ query, body: JSON.stringify(both) })).toEqual(TAKEN);
    const contents = (await kept()).map(({ content }) => content);
    expect(contents).toContainEqual(expect.objectContaining({ at: event.at * 1000, openid: WANG }));
    expect(JSON.stringify(contents)).not.toContain('oForged');
  });

  const good = () => encrypt(SIDE, write(fresh(), 'json'));
  it.each([
    ['for another app', () => encrypt(SIDE, write(fresh(), 'json'), { appid: 'wx2222222222222222' })],
    ['for no app', () => encrypt(SIDE, write(fresh(), 'json'), { appid: '' })],
    ['with a padding of 0', () => encrypt(SIDE, write(fresh(), 'json'), { padding: 0 })],
    ['with a padding of 33', () => encrypt(SIDE, write(fresh(), 'json'), { padding: 33 })],
    ['with a padding that is not the same throughout', () => encrypt(SIDE, ' ', { padding: 7 })],
    ['with a length beyond its end', () => encrypt(SIDE, write(fresh(), 'json'), { length: 1_000_000 })],
    ['with a length that cuts into it', () => encrypt(SIDE, write(fresh(), 'json'), { length: 10 })],
    ['cut off by a block', () => cut(good(), 16)],
    ['cut off within a block', () => cut(good(), 5)],
    ['cut down to less than its head', () => Buffer.from(good(), 'base64').subarray(0, 16).toString('base64')],
    ['of nothing', () => ''],
    ['of no base64', () => '！'.repeat(40)],
    ['under another key', () => encrypt({ ...SIDE, encodingAesKey: 'x'.repeat(43) }, write(fresh(), 'json'))],
  ])('a ciphertext %s is refused, without a word why', async (_, encrypted) => {
    for (const format of ['json', 'xml'] as const) {
      await refusedAndNothingKept(sealed(SIDE, encrypted(), fresh(), format));
    }
  });

  it('an envelope without a letter is refused', async () => {
    const { query } = safe(SIDE, fresh(), 'json');
    for (const body of [
      '{}',
      '{"Encrypt":7}',
      '{"Encrypt":{"a":1}}',
      '<xml></xml>',
      '<xml><Encrypt><a/></Encrypt></xml>',
      '{',
    ])
      await refusedAndNothingKept({ query, body });
  });
});

describe('in plain mode', () => {
  beforeAll(async () => {
    t = await startTestApp({ env: PLAIN });
  });
  afterAll(() => t.close());

  it('an encrypted message is refused: nobody here has its key', async () => {
    await refusedAndNothingKept(safe(SIDE, fresh(), 'json'));
  });
});

describe('without a token', () => {
  beforeAll(async () => {
    t = await startTestApp({ env: { WECHAT_PUSH_TOKEN: '', WECHAT_PUSH_AES_KEY: '' } });
  });
  afterAll(() => t.close());

  it('nothing is taken', async () => {
    expect(await greet(greeting({ ...SIDE, token: '' }, NOW, 'x'))).toMatchObject(REFUSED);
    await refusedAndNothingKept(plain({ ...SIDE, token: '' }, fresh(), 'json'));
    await refusedAndNothingKept(safe({ ...SIDE, token: '' }, fresh(), 'xml'));
  });
});

describe('what comes in a rush', () => {
  beforeAll(async () => {
    t = await startTestApp({ env: { ...SAFE, REQUESTS_PER_MINUTE: '5' } });
  });
  afterAll(() => t.close());

  it('is all taken: the platform would not repeat it for ever', async () => {
    for (let count = 0; count < 20; count += 1) expect(await post(safe(SIDE, fresh(), 'json'))).toEqual(TAKEN);
    expect(await kept()).toHaveLength(20);
  });
});

function cut(encrypted: string, bytes: number): string {
  return Buffer.from(encrypted, 'base64').subarray(0, -bytes).toString('base64');
}

function byTemplate(a: unknown, b: unknown): number {
  return (a as { templateId: string }).templateId < (b as { templateId: string }).templateId ? -1 : 1;
}
