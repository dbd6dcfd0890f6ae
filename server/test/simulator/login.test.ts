import { createHmac } from 'node:crypto';
import { api, APPID, SECRET, startStory, WANG, ZHOU, type Story } from './story';

const FIVE_MINUTES = 300_000;

let story: Story;
beforeEach(() => {
  story = startStory();
});
afterEach(() => story.close());

const wxLogin = async (openid: string) => (await story.post(`/world/phones/${openid}/login-codes`)).body.code as string;
const exchange = (js_code: string, extra: Record<string, string> = {}) =>
  story.get(
    api('/sns/jscode2session', {
      appid: APPID,
      secret: SECRET,
      js_code,
      grant_type: 'authorization_code',
      ...extra,
    }),
  );

describe('code2Session', () => {
  it('turns a code into openid and session key, without errcode, labelled as plain text', async () => {
    const reply = await exchange(await wxLogin(WANG));
    expect(Object.keys(reply.body).sort()).toEqual(['openid', 'session_key']);
    expect(reply.body.openid).toBe(WANG);
    expect(Buffer.from(reply.body.session_key, 'base64')).toHaveLength(16);
    expect(reply.type).toContain('text/plain');
  });

  it('tells the unionid of somebody who has one', async () => {
    expect((await exchange(await wxLogin(ZHOU))).body.unionid).toBe('uZhouMin');
  });

  it('takes a code once', async () => {
    const code = await wxLogin(WANG);
    await exchange(code);
    expect((await exchange(code)).body).toMatchObject({
      errcode: 40163,
      errmsg: expect.stringMatching(/^code been used rid: /),
    });
  });

  it('takes a code for five minutes', async () => {
    const [early, late] = [await wxLogin(WANG), await wxLogin(WANG)];
    story.clock.advance(FIVE_MINUTES - 1);
    expect((await exchange(early)).body.openid).toBe(WANG);
    story.clock.advance(1);
    expect((await exchange(late)).body.errcode).toBe(40029);
  });

  it('refuses what is not a login code of this app', async () => {
    const phoneCode = (await story.post(`/world/phones/${WANG}/phone-codes`)).body.code;
    expect((await exchange('made-up')).body.errcode).toBe(40029);
    expect((await exchange(phoneCode)).body.errcode).toBe(40029);
    expect((await exchange(await wxLogin('oElsewhere'))).body.errcode).toBe(40029);
    expect((await exchange('')).body.errcode).toBe(41008);
  });

  it('refuses wrong keys, another grant type, a blocked user, and the 101st exchange in a minute', async () => {
    const code = await wxLogin(WANG);
    expect((await exchange(code, { secret: 'guess' })).body.errcode).toBe(40125);
    expect((await exchange(code, { appid: 'wx9999999999999999' })).body.errcode).toBe(40013);
    expect((await exchange(code, { grant_type: 'client_credential' })).body.errcode).toBe(40002);
    expect((await exchange(await wxLogin('oBlocked'))).body.errcode).toBe(40226);
    for (let time = 0; time < 100; time += 1) expect((await exchange(await wxLogin(ZHOU))).body.openid).toBe(ZHOU);
    expect((await exchange(await wxLogin(ZHOU))).body.errcode).toBe(45011);
    expect((await exchange(code)).body.openid).toBe(WANG);
  });
});

describe('checkSession', () => {
  const check = async (openid: string, key: string, extra: Record<string, string> = {}) => {
    const signature = createHmac('sha256', key).update('').digest('hex');
    const access_token = await story.token();
    const query = { access_token, openid, signature, sig_method: 'hmac_sha256', ...extra };
    return (await story.get(api('/wxa/checksession', query))).body;
  };

  it('knows one session key for each user: the next sign-in replaces it', async () => {
    const first = (await exchange(await wxLogin(WANG))).body.session_key;
    expect(await check(WANG, first)).toEqual({ errcode: 0, errmsg: 'ok' });
    const second = (await exchange(await wxLogin(WANG))).body.session_key;
    expect((await check(WANG, first)).errcode).toBe(87009);
    expect((await check(WANG, second)).errcode).toBe(0);
  });

  it('refuses unknown users, users who never signed in, and other signatures', async () => {
    expect((await check('nobody', 'key')).errcode).toBe(40003);
    expect((await check('oElsewhere', 'key')).errcode).toBe(40003);
    expect((await check(ZHOU, 'key')).errcode).toBe(87009);
    expect((await check(ZHOU, 'key', { sig_method: 'md5' })).errcode).toBe(87008);
  });
});

describe('getuserphonenumber', () => {
  const phoneOf = async (body: object) =>
    (await story.post(api('/wxa/business/getuserphonenumber', { access_token: await story.token() }), body)).body;
  const button = async (openid: string) => (await story.post(`/world/phones/${openid}/phone-codes`)).body;

  it('tells the number behind the button, once', async () => {
    const { errMsg, code } = await button(ZHOU);
    expect(errMsg).toBe('getPhoneNumber:ok');
    expect(await phoneOf({ code })).toEqual({
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: '14200000001',
        purePhoneNumber: '14200000001',
        countryCode: '86',
        watermark: { timestamp: story.clock.now / 1000, appid: APPID },
      },
    });
    expect((await phoneOf({ code })).errcode).toBe(40029);
  });

  it('may tell the country code as a number', async () => {
    const { code } = await button(WANG);
    expect((await phoneOf({ code, openid: WANG })).phone_info.countryCode).toBe(86);
  });

  it('refuses login codes, other people, old codes and none', async () => {
    expect((await phoneOf({ code: await wxLogin(ZHOU) })).errcode).toBe(40029);
    expect((await phoneOf({ code: (await button(ZHOU)).code, openid: WANG })).errcode).toBe(40029);
    expect((await phoneOf({})).errcode).toBe(40029);
    const { code } = await button(ZHOU);
    story.clock.advance(FIVE_MINUTES);
    expect((await phoneOf({ code })).errcode).toBe(40029);
  });

  it('fails on the phone without a number, and without quota for numbers', async () => {
    await story.post('/world/users', { openid: 'oNoNumber', name: '没有号码的人' });
    expect(await button('oNoNumber')).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
    await story.post('/world/faults', { endpoint: 'wx.getPhoneNumber', kind: '1400001', times: 1 });
    expect(await button(ZHOU)).toEqual({ errMsg: 'getPhoneNumber:fail', errno: 1400001 });
    expect((await button(ZHOU)).errMsg).toBe('getPhoneNumber:ok');
  });
});
