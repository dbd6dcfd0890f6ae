import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { PushSeed } from '../../simulator/seeds';
import { APPID, CITY, MORNING, PROGRESS, RESULT, startStory, WANG, type Story } from './story';

const TOKEN = 'pushToken123';
const KEY = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq';

interface Got {
  query: URLSearchParams;
  type: string;
  body: string;
}

/** The address that an operator entered. It takes everything, unless told what to answer. */
class Address {
  readonly got: Got[] = [];
  greetings = 0;
  answers: (string | number | null)[] = [];
  echo = (text: string) => text;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const query = new URL(request.url!, 'http://x').searchParams;
      if (request.method === 'GET') {
        this.greetings += 1;
        const isSigned = query.get('signature') === signature(query);
        response.end(isSigned ? this.echo(query.get('echostr')!) : 'no');
        return;
      }
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        this.got.push({ query, type: request.headers['content-type']!, body });
        const answer = this.answers.length > 0 ? this.answers.shift() : 'success';
        if (typeof answer === 'number') response.statusCode = answer;
        if (answer === null) request.socket.destroy();
        else response.end(typeof answer === 'string' ? answer : '');
      });
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/push`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

function signature(query: URLSearchParams, ...more: string[]): string {
  const parts = [TOKEN, query.get('timestamp')!, query.get('nonce')!, ...more].sort();
  return createHash('sha1').update(parts.join('')).digest('hex');
}

/** Opens 安全模式 by the platform's description. */
function open(encrypted: string): { message: string; appid: string; padding: number } {
  const key = Buffer.from(`${KEY}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  expect(padded.length % 32).toBe(0);
  const padding = padded.at(-1)!;
  const plain = padded.subarray(16, padded.length - padding);
  const end = 4 + plain.readUInt32BE(0);
  return { message: plain.subarray(4, end).toString(), appid: plain.subarray(end).toString(), padding };
}

let story: Story;
let address: Address;
beforeEach(() => {
  address = new Address();
});
afterEach(async () => {
  await story.close();
  address.close();
});

async function start(push: Partial<PushSeed> = {}): Promise<void> {
  story = startStory({ push: { url: await address.listen(), token: TOKEN, encodingAesKey: KEY, retryMs: 0, ...push } });
}
const settled = () => story.world.pushes.settled();
const records = async () => (await story.get('/world/pushes')).body.items;

describe('a message that was sent', () => {
  it('is reported: plain JSON, one item as an object, the id as text', async () => {
    await start({ mode: 'plain' });
    story.world.subscriptions.request(story.world.people.getOrThrow(WANG), story.world.apps[0]!, {
      results: { [RESULT]: 'accept' },
    });
    const { text } = await story.send();
    await settled();
    const [{ query, body, type }] = address.got as [Got];
    expect(query.get('signature')).toBe(signature(query));
    expect([query.get('openid'), query.get('msg_signature'), type]).toEqual([WANG, null, 'application/json']);
    const sent = JSON.parse(body) as { List: { MsgID: string } };
    expect(sent).toEqual({
      ...{ ToUserName: expect.stringMatching(/^gh_/), FromUserName: WANG, CreateTime: MORNING / 1000 },
      ...{ MsgType: 'event', Event: 'subscribe_msg_sent_event' },
      List: { TemplateId: RESULT, MsgID: expect.any(String), ErrorCode: '0', ErrorStatus: 'success' },
    });
    expect(text).toContain(`"msgid":${sent.List.MsgID}}`);
  });

  it('is reported as a failure when the platform has lost it, and nothing arrives', async () => {
    await start({ mode: 'plain', format: 'xml' });
    await story.accept();
    await story.post('/world/faults', { endpoint: '/cgi-bin/message/subscribe/send', kind: 'lost', times: 1 });
    expect((await story.send()).body.errcode).toBe(0);
    await settled();
    expect((await story.get(`/world/phones/${WANG}/messages`)).body.items).toEqual([]);
    const report = address.got.find(({ body }) => body.includes('subscribe_msg_sent_event'));
    expect(report!.body).toMatch(/<SubscribeMsgSentEvent><List>.*<ErrorCode><!\[CDATA\[-1\]\]>.*<\/List>/);
    expect((await story.send()).body.errcode).toBe(43101);
  });

  it('is not reported when it was refused', async () => {
    await start();
    expect((await story.send()).body.errcode).toBe(43101);
    await settled();
    expect(address.got).toEqual([]);
  });

  it('cannot be lost by another call', async () => {
    await start();
    const refused = await story.post('/world/faults', { endpoint: '/cgi-bin/token', kind: 'lost' });
    expect(refused.status).toBe(400);
  });
});

describe('what people answer', () => {
  it('in a popup is told, several as a list; what was answered without one is not', async () => {
    await start({ mode: 'plain' });
    const popup = async (results: object, keep = false) => {
      await story.post(`/world/phones/${WANG}/subscriptions`, { results, keep });
      await settled();
    };
    await popup({ [RESULT]: 'accept', [PROGRESS]: 'reject' });
    await popup({ [RESULT]: 'accept', 'template-banned': 'accept' }, true);
    await popup({ [RESULT]: 'accept' });
    const lists = address.got.map(({ body }) => (JSON.parse(body) as { List: unknown }).List);
    expect(lists).toEqual([
      [
        { TemplateId: RESULT, SubscribeStatusString: 'accept', PopupScene: '0' },
        { TemplateId: PROGRESS, SubscribeStatusString: 'reject', PopupScene: '0' },
      ],
      { TemplateId: RESULT, SubscribeStatusString: 'accept', PopupScene: '0' },
    ]);
  });

  it('in the settings is told when it is a refusal', async () => {
    await start({ mode: 'plain', format: 'xml' });
    for (const kept of ['accept', 'reject', null])
      await story.put(`/world/phones/${WANG}/switches`, { kept: { [CITY]: kept } });
    await settled();
    expect(address.got.map(({ body }) => body)).toEqual([
      expect.stringMatching(
        /^<xml>.*<Event><!\[CDATA\[subscribe_msg_change_event\]\]><\/Event><SubscribeMsgChangeEvent><List>.*reject.*<\/xml>$/,
      ),
    ]);
  });

  it('by taking back the phone number, and by leaving, is told by the platform', async () => {
    await start({ mode: 'plain' });
    expect((await story.post(`/world/phones/${WANG}/withdrawals`, { what: 'phone' })).status).toBe(400);
    await story.post(`/world/phones/${WANG}/withdrawals`, { what: '8' });
    await settled();
    await story.post(`/world/phones/${WANG}/departures`);
    await settled();
    expect(address.got.map(({ body }) => JSON.parse(body))).toMatchObject([
      { Event: 'user_authorization_revoke', OpenID: WANG, AppID: APPID, RevokeInfo: '8' },
      { Event: 'user_authorization_cancellation', OpenID: WANG, AppID: APPID },
    ]);
    expect((await story.send()).body.errcode).toBe(40003);
  });
});

describe('safe mode', () => {
  it.each(['json', 'xml'] as const)('encrypts and signs the whole message, in %s', async (format) => {
    await start({ format });
    await story.accept();
    await settled();
    const [{ query, body }] = address.got as [Got];
    const encrypted =
      format === 'json'
        ? (JSON.parse(body) as { Encrypt: string }).Encrypt
        : /<Encrypt><!\[CDATA\[([^\]]+)\]\]><\/Encrypt>/.exec(body)![1]!;
    expect(query.get('encrypt_type')).toBe('aes');
    expect(query.get('msg_signature')).toBe(signature(query, encrypted));
    const { message, appid, padding } = open(encrypted);
    expect([appid, padding > 0 && padding <= 32]).toEqual([APPID, true]);
    expect(message.startsWith(format === 'json' ? '{' : '<xml>')).toBe(true);
    expect(message).toContain('subscribe_msg_popup_event');
    expect(body).not.toContain('popup');
  });
});

describe('an address', () => {
  it('is asked first, once, and gets nothing when it cannot answer', async () => {
    await start();
    address.echo = () => 'success';
    await story.accept();
    await settled();
    expect([address.greetings, address.got.length]).toEqual([4, 0]);
    expect(await records()).toMatchObject([{ state: 'gone', tries: 4, answer: '（地址没有通过验证）' }]);
    address.echo = (text) => text;
    for (const _ of [1, 2]) {
      await story.accept();
      await settled();
    }
    expect([address.greetings, address.got.length]).toEqual([5, 2]);
  });

  it('that answers anything but success or nothing is told three times more, signed anew', async () => {
    await start();
    address.answers = ['fail', 500, null, '{"errcode":0}'];
    await story.accept();
    await settled();
    expect(address.got).toHaveLength(4);
    expect(new Set(address.got.map(({ query }) => query.get('msg_signature'))).size).toBe(4);
    const messages = address.got.map(({ body }) => open((JSON.parse(body) as { Encrypt: string }).Encrypt).message);
    expect(new Set(messages).size).toBe(1);
    expect(await records()).toMatchObject([{ state: 'gone', tries: 4 }]);
  });

  it.each([['success'], ['']])('that answers %p has taken it', async (answer) => {
    await start();
    address.answers = ['busy', answer];
    await story.accept();
    await settled();
    expect(address.got).toHaveLength(2);
    expect(await records()).toMatchObject([{ state: 'taken', tries: 2, event: 'subscribe_msg_popup_event' }]);
  });

  it('that nobody listens at costs nobody anything', async () => {
    await start({ url: 'http://127.0.0.1:1/push' });
    await story.accept();
    expect((await story.send()).body.errcode).toBe(0);
    await settled();
    expect((await records()).map(({ state, answer }: { state: string; answer: string }) => [state, answer])).toEqual([
      ['gone', '（连不上）'],
      ['gone', '（连不上）'],
    ]);
  });

  it.each([
    ['a short key', { encodingAesKey: 'abc' }],
    ['a token with signs', { token: 'a b' }],
  ])('is not taken with %s', async (_, flaw) => {
    await start();
    expect(() => story.world.pushes.enter(APPID, { url: 'x', token: TOKEN, encodingAesKey: KEY, ...flaw })).toThrow();
  });

  it('that was never entered is told nothing', async () => {
    story = startStory();
    await story.accept();
    await settled();
    expect(await records()).toEqual([]);
    expect((await story.put('/world/pushes', { on: false })).status).toBe(404);
  });
});

describe('the switches', () => {
  it('change how it is told, from then on', async () => {
    await start();
    const { body } = await story.put('/world/pushes', { mode: 'plain', format: 'xml', delayMs: 20 });
    expect(body.settings).toMatchObject({ on: true, mode: 'plain', format: 'xml', delayMs: 20 });
    await story.accept();
    expect(await records()).toMatchObject([{ state: 'waiting', tries: 0 }]);
    await settled();
    expect(address.got.map(({ body: xml }) => xml.startsWith('<xml><ToUserName>'))).toEqual([true]);
    await story.put('/world/pushes', { on: false });
    await story.accept();
    await settled();
    expect(address.got).toHaveLength(1);
    for (const wrong of [{ mode: 'x' }, { format: 'yaml' }, { delayMs: -1 }, { delayMs: '1s' }])
      expect((await story.put('/world/pushes', wrong)).status).toBe(400);
  });

  it('stand on the page, beside what was pushed', async () => {
    await start();
    await story.accept();
    await settled();
    const shown = (await story.get('/')).text;
    expect(shown).toMatch(/订阅弹窗里的选择[\s\S]*王静，今天 9:48，推了 1 次[\s\S]*收下了/);
    const form = new URLSearchParams({ on: 'off', mode: 'plain', format: 'xml', delayMs: '5' });
    const changed = await story.app.inject({ method: 'POST', url: '/pushes', payload: form.toString() });
    expect([changed.statusCode, changed.headers.location]).toEqual([303, '/#pushes']);
    expect(story.world.pushes.settings(APPID)).toMatchObject({ on: false, mode: 'plain', format: 'xml', delayMs: 5 });
  });

  it('end with the simulator: nothing is pushed after it', async () => {
    await start({ delayMs: 600_000 });
    await story.accept();
    await story.close();
    expect(address.got).toEqual([]);
  });
});
