import { api, APPID, SECRET, startStory, WANG, type Story } from './story';

const MINUTE = 60_000;
const REQUEST = { grant_type: 'client_credential', appid: APPID, secret: SECRET };

let story: Story;
beforeEach(() => {
  story = startStory();
});
afterEach(() => story.close());

const stable = async (extra: object = {}) =>
  (await story.post(api('/cgi-bin/stable_token'), { ...REQUEST, ...extra })).body;
const plain = async (extra: Record<string, string> = {}) =>
  (await story.get(api('/cgi-bin/token', { ...REQUEST, ...extra }))).body;
/** 40003 means that the token passed and the next check failed; otherwise the token's own error. */
const errcodeWith = async (access_token: string) =>
  (await story.get(api('/wxa/checksession', { access_token, openid: 'nobody' }))).body.errcode;

describe('stable_token, normal mode', () => {
  it('gives the same token with what is left of its two hours', async () => {
    const first = await stable();
    story.clock.advance(30 * MINUTE);
    const second = await stable();
    expect(first.expires_in).toBe(7200);
    expect(second).toEqual({ access_token: first.access_token, expires_in: 5400 });
  });

  it('renews in the last five minutes, and both tokens work until the older one ends', async () => {
    const older = await stable();
    story.clock.advance(115 * MINUTE - 1);
    expect((await stable()).access_token).toBe(older.access_token);
    story.clock.advance(1);
    const newer = await stable();
    expect(newer.access_token).not.toBe(older.access_token);
    expect(newer.expires_in).toBe(7200);
    expect(await errcodeWith(older.access_token)).toBe(40003);
    expect(await errcodeWith(newer.access_token)).toBe(40003);
    story.clock.advance(5 * MINUTE);
    expect(await errcodeWith(older.access_token)).toBe(42001);
    expect(await errcodeWith(newer.access_token)).toBe(40003);
  });
});

describe('stable_token, forced mode', () => {
  it('ends the former token at once', async () => {
    const former = await stable();
    const forced = await stable({ force_refresh: true });
    expect(forced.access_token).not.toBe(former.access_token);
    expect(await errcodeWith(former.access_token)).toBe(40001);
    expect(await errcodeWith(forced.access_token)).toBe(40003);
    expect((await stable()).access_token).toBe(forced.access_token);
  });

  it('refreshes nothing again within 30 s', async () => {
    const first = await stable({ force_refresh: true });
    story.clock.advance(29_999);
    expect((await stable({ force_refresh: true })).access_token).toBe(first.access_token);
    story.clock.advance(1);
    expect((await stable({ force_refresh: true })).access_token).not.toBe(first.access_token);
  });

  it('works 20 times a day, counted in Shanghai', async () => {
    for (let time = 0; time < 20; time += 1) {
      expect((await stable({ force_refresh: true })).access_token).toBeDefined();
      story.clock.advance(MINUTE);
    }
    expect((await stable({ force_refresh: true })).errcode).toBe(45009);
    expect((await stable()).access_token).toBeDefined();
    story.clock.now = Date.UTC(2026, 10, 24, 16, 0); // midnight in Shanghai
    expect((await stable({ force_refresh: true })).access_token).toBeDefined();
  });
});

describe('/cgi-bin/token', () => {
  it('makes a new token each time; the former one works five more minutes', async () => {
    const former = await plain();
    const latter = await plain();
    expect(latter.access_token).not.toBe(former.access_token);
    story.clock.advance(5 * MINUTE - 1);
    expect(await errcodeWith(former.access_token)).toBe(40003);
    story.clock.advance(1);
    expect(await errcodeWith(former.access_token)).toBe(42001);
    expect(await errcodeWith(latter.access_token)).toBe(40003);
  });

  it('leaves the stable line alone, and is left alone by it', async () => {
    const fromStable = await stable();
    const fromPlain = await plain();
    expect((await stable()).access_token).toBe(fromStable.access_token);
    await stable({ force_refresh: true });
    expect(await errcodeWith(fromPlain.access_token)).toBe(40003);
  });

  it('stops at the day quota', async () => {
    await story.close();
    story = startStory({ quotas: { token: { perDay: 2 } } });
    await plain();
    await plain();
    expect((await plain()).errcode).toBe(45009);
  });
});

describe('refusals', () => {
  it.each([
    ['another grant type', { grant_type: 'authorization_code' }, 40002],
    ['an unknown appid', { appid: 'wx9999999999999999' }, 40013],
    ['no appid', { appid: '' }, 41002],
    ['a wrong secret', { secret: 'guess' }, 40125],
    ['no secret', { secret: '' }, 41004],
  ])('refuses %s on both lines', async (_what, extra, errcode) => {
    expect((await stable(extra)).errcode).toBe(errcode);
    expect((await plain(extra)).errcode).toBe(errcode);
  });

  it('tells by the method, the body and the minute quota', async () => {
    expect((await story.get(api('/cgi-bin/stable_token'))).body.errcode).toBe(43002);
    expect((await story.post(api('/cgi-bin/token'), REQUEST)).body.errcode).toBe(43001);
    expect((await story.post(api('/cgi-bin/stable_token'))).body.errcode).toBe(44002);
    expect((await story.post(api('/cgi-bin/stable_token'), '{"grant_type":')).body.errcode).toBe(47001);
    expect((await story.post(api('/cgi-bin/stable_token'), '[]')).body.errcode).toBe(47001);
    expect((await stable({ force_refresh: 'yes' })).errcode).toBe(47001);
    await story.close();
    story = startStory({ quotas: { 'stable-token': { perMinute: 1 } } });
    await stable();
    expect((await stable()).errcode).toBe(45011);
    story.clock.advance(MINUTE);
    expect((await stable()).access_token).toBeDefined();
  });

  it('answers errors with HTTP 200, a text and a request id', async () => {
    const reply = await story.get(api('/wxa/checksession', { access_token: 'made-up', openid: WANG }));
    expect(reply.status).toBe(200);
    expect(reply.body.errcode).toBe(40001);
    expect(reply.body.errmsg).toMatch(
      /^invalid credential, access_token is invalid or not latest.* rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
    );
    expect((await story.get(api('/wxa/checksession', { openid: WANG }))).body.errcode).toBe(41001);
    expect((await story.get(api('/cgi-bin/no_such_thing'))).body.errcode).toBe(40066);
  });
});
