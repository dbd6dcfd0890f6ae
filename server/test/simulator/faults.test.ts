import { api, APPID, NOTICE, RESULT, SECRET, startStory, WANG, type Story } from './story';

const SEND = '/cgi-bin/message/subscribe/send';
const STABLE = '/cgi-bin/stable_token';

let story: Story;
let address: string;
beforeEach(async () => {
  story = startStory();
  address = await story.listen();
});
afterEach(() => story.close());

const fault = async (body: object) => (await story.post('/world/faults', body)).body;
const inbox = async () => (await story.get(`/world/phones/${WANG}/messages`)).body.items;

/** A send over a real connection, which can break. */
async function sendOverTheWire(token: string): Promise<Response> {
  return fetch(`${address}${api(SEND, { access_token: token })}`, {
    method: 'POST',
    body: JSON.stringify({ touser: WANG, template_id: RESULT, data: NOTICE }),
  });
}

async function errcodeOverTheWire(token: string): Promise<number> {
  return ((await (await sendOverTheWire(token)).json()) as { errcode: number }).errcode;
}

describe('fault switches', () => {
  it.each([
    ['-1', -1, /^system error rid/],
    ['40001', 40001, /^invalid credential/],
    ['43101', 43101, /^user refuse to accept the msg rid/],
    ['45009', 45009, /^reach max api daily quota limit rid/],
    ['47003', 47003, /^argument invalid! data\./],
    ['40164', 40164, /^invalid ip/],
  ])('%s answers the error instead, as often as asked', async (kind, errcode, errmsg) => {
    await story.accept();
    await fault({ endpoint: SEND, kind, times: 2 });
    for (let time = 0; time < 2; time += 1) {
      expect((await story.send()).body).toEqual({ errcode, errmsg: expect.stringMatching(errmsg) });
    }
    expect(await inbox()).toEqual([]);
    expect((await story.send()).body.errcode).toBe(0);
  });

  it('expired-token: that token has run out for good, a newly fetched one works', async () => {
    await story.accept();
    const token = await story.token();
    await fault({ endpoint: SEND, kind: 'expired-token', times: 1 });
    expect((await story.send({}, token)).body.errcode).toBe(42001);
    expect((await story.send({}, token)).body.errcode).toBe(42001);
    const fresh = await story.token();
    expect(fresh).not.toBe(token);
    expect((await story.send({}, fresh)).body.errcode).toBe(0);
  });

  it('down: the connection is reset, nothing was done', async () => {
    await story.accept();
    const token = await story.token();
    await fault({ endpoint: '*', kind: 'down', times: 1 });
    await expect(sendOverTheWire(token)).rejects.toThrow('fetch failed');
    expect(await inbox()).toEqual([]);
    expect(await errcodeOverTheWire(token)).toBe(0);
  });

  it('hang-up: the connection ends without an answer, nothing was done', async () => {
    await story.accept();
    const token = await story.token();
    await fault({ endpoint: SEND, kind: 'hang-up', times: 1 });
    await expect(sendOverTheWire(token)).rejects.toThrow('fetch failed');
    expect(await inbox()).toEqual([]);
  });

  it('hang-up-after-accepting: no answer either, but the notice is on the phone and the credit is gone', async () => {
    await story.accept();
    const token = await story.token();
    await fault({ endpoint: SEND, kind: 'hang-up-after-accepting', times: 1 });
    await expect(sendOverTheWire(token)).rejects.toThrow('fetch failed');
    expect(await inbox()).toHaveLength(1);
    expect(await errcodeOverTheWire(token)).toBe(43101);
  });

  it('slow: a client that gives up may find the notice delivered all the same', async () => {
    await story.accept();
    const token = await story.token();
    await fault({ endpoint: SEND, kind: 'slow', delayMs: 60 });
    const impatient = fetch(`${address}${api(SEND, { access_token: token })}`, {
      method: 'POST',
      body: JSON.stringify({ touser: WANG, template_id: RESULT, data: NOTICE }),
      signal: AbortSignal.timeout(20),
    });
    await expect(impatient).rejects.toThrow();
    while ((await inbox()).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await inbox()).toHaveLength(1);
  });

  it('every: hits each n-th call; one whose turn was taken by an older fault hits the next', async () => {
    for (let credit = 0; credit < 6; credit += 1) await story.accept();
    await fault({ endpoint: SEND, kind: '-1', every: 2 });
    await fault({ endpoint: SEND, kind: '45009', every: 3, times: 1 });
    await fault({ endpoint: SEND, kind: '43101', every: 4, times: 1 });
    const errcodes: number[] = [];
    for (let call = 0; call < 8; call += 1) errcodes.push((await story.send()).body.errcode as number);
    expect(errcodes).toEqual([0, -1, 45009, -1, 43101, -1, 0, -1]);
  });

  it('hits one endpoint, or all of the platform, but never the world', async () => {
    await fault({ endpoint: 'cgi-bin/stable_token', kind: '-1' });
    const request = { grant_type: 'client_credential', appid: APPID, secret: SECRET };
    expect((await story.post(api(STABLE), request)).body.errcode).toBe(-1);
    expect((await story.get(api('/cgi-bin/token', request))).body.access_token).toBeDefined();
    await fault({ endpoint: '*', kind: '45009' });
    expect((await story.post(api(STABLE), request)).body.errcode).toBe(-1);
    expect((await story.get(api('/cgi-bin/token', request))).body.errcode).toBe(45009);
    expect((await story.post(`/world/phones/${WANG}/login-codes`)).body.code).toBeDefined();
  });

  it('lists what is broken, counts hits, and mends one or all', async () => {
    const one = await fault({ endpoint: SEND, kind: '-1', times: 3 });
    await fault({ endpoint: '*', kind: 'slow', delayMs: 0 });
    await story.send();
    expect((await story.get('/world/faults')).body.items).toEqual([
      { id: one.id, endpoint: SEND, kind: '-1', left: 2, delayMs: 0, every: 1, passed: 0, hits: 1 },
      expect.objectContaining({ endpoint: '*', kind: 'slow', left: null, hits: 2 }),
    ]);
    expect((await story.app.inject({ method: 'DELETE', url: `/world/faults/${one.id}` })).statusCode).toBe(204);
    expect((await story.get('/world/faults')).body.items).toHaveLength(1);
    expect((await story.app.inject({ method: 'DELETE', url: '/world/faults' })).statusCode).toBe(204);
    expect((await story.get('/world/faults')).body.items).toEqual([]);
    expect((await story.app.inject({ method: 'DELETE', url: '/world/faults/77' })).statusCode).toBe(404);
  });

  it.each([
    ['an unknown endpoint', { endpoint: '/cgi-bin/sned', kind: '-1' }],
    ['an unknown kind', { endpoint: '*', kind: 'sleepy' }],
    ['an unknown error number', { endpoint: '*', kind: '12345' }],
    ['no times', { endpoint: '*', kind: '-1', times: 0 }],
    ['half a time', { endpoint: '*', kind: '-1', times: 1.5 }],
    ['every half call', { endpoint: '*', kind: '-1', every: 0.5 }],
    ['a negative delay', { endpoint: '*', kind: 'slow', delayMs: -1 }],
    ['a broken line on the phone', { endpoint: 'wx.login', kind: 'down' }],
    ['nothing', {}],
  ])('refuses %s', async (_what, body) => {
    const reply = await story.post('/world/faults', body);
    expect(reply.status).toBe(400);
    expect(reply.body.error).toMatch(/\p{Script=Han}/u);
  });

  it('breaks calls on the phone by error number', async () => {
    await fault({ endpoint: 'wx.requestSubscribeMessage', kind: '20005', times: 1 });
    expect((await story.accept()).body).toEqual({ errMsg: 'requestSubscribeMessage:fail', errCode: 20005 });
    expect((await story.accept()).body[RESULT]).toBe('accept');
  });
});
