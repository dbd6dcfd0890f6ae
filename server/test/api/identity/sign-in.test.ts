import { Account, Session } from '../../../src/modules/identity';
import { AuditEntry } from '../../../src/platform/audit';
import { DAY, MINUTE } from '../support/clock';
import { startStory, type Story } from '../registry/story';

let t: Story;

/** A server for each chapter: one address may sign in twenty times a minute, which is not what these tests are about. */
function withServer(): void {
  beforeAll(async () => {
    t = await startStory();
  });
  afterAll(() => t.close());
  afterEach(() => t.simulator.world.faults.clear());
}

type SignedIn = {
  token: string | null;
  me: { account: { id: string; name: string }; roles: object[]; demo: object };
  code?: string;
};

/** What wx.login gives on the phone of a WeChat user. */
function loginCode(openid: string): string {
  const { people, codes } = t.simulator.world;
  const user = people.list().find((one) => one.openid === openid) ?? people.add({ openid, name: openid });
  return codes.issue('login', user);
}

const signIn = (code: unknown, headers: Record<string, string> = {}) =>
  t.call<SignedIn>('POST', '/sessions/wechat', { body: { code, device: '红米 Note' }, headers });
const current = (options: object) => t.call('GET', '/sessions/current', options);

describe('signing in with WeChat', () => {
  withServer();

  it('for the first time makes an account without a name and without any role', async () => {
    const answer = await signIn(loginCode('o-new'));
    expect(answer).toMatchObject({
      status: 201,
      body: { token: expect.stringMatching(/^[\w-]{43}$/), me: { roles: [], kin: [] } },
    });
    expect(answer.body.me.account).toEqual({ id: expect.any(String), name: '微信用户', phoneMasked: null });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await current({ as: answer.body.token })).toMatchObject({ status: 200, body: answer.body.me });
  });

  it('again is the same account, on another device', async () => {
    const first = await signIn(loginCode(t.liufang.openid));
    const second = await signIn(loginCode(t.liufang.openid));
    expect([first.body.me.account.id, second.body.me.account.id]).toEqual([t.liufang.id, t.liufang.id]);
    expect(first.body.token).not.toBe(second.body.token);
    expect(first.body.me.roles).toEqual([
      { role: 'community', division: { id: t.divisions.first, name: '甸柳新村第一社区', packId: 'jinan' } },
    ]);
  });

  it('for the first time, twice at the same moment, is one account', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => signIn(loginCode('o-double'))));
    expect(new Set(answers.map(({ body }) => body.me.account.id)).size).toBe(1);
    expect(await t.app.database.read.countBy(Account, { openid: 'o-double' })).toBe(1);
  });

  it('keeps no token, only its hash', async () => {
    const { token } = (await signIn(loginCode('o-new'))).body;
    const rows = await t.app.database.read.find(Session);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.every(({ tokenHash }) => /^[0-9a-f]{64}$/.test(tokenHash))).toBe(true);
  });

  it('links to the phone of the simulated world in the demo', async () => {
    expect((await signIn(loginCode('o-new'))).body.me.demo).toEqual({
      phoneUrl: '/simulator/phones/o-new',
      worldUrl: '/simulator/world/phones/o-new',
    });
  });

  it('with a code that is wrong or used (40029, 40163) is refused in plain words', async () => {
    expect(await signIn('0-nobody')).toMatchObject({ status: 400, body: { code: 'wechat.code-invalid' } });
    const code = loginCode('o-new');
    await signIn(code);
    expect(await signIn(code)).toMatchObject({
      status: 400,
      body: { code: 'wechat.code-invalid', detail: expect.stringMatching(/登录/) },
    });
  });

  it.each(['-1', 'hang-up'])('while WeChat fails (%s) says that WeChat does not answer', async (kind) => {
    t.simulator.world.faults.add({ endpoint: '/sns/jscode2session', kind });
    expect(await signIn(loginCode('o-new'))).toMatchObject({ status: 503, body: { code: 'wechat.unavailable' } });
  });

  it('too often (45011) asks for patience', async () => {
    t.simulator.world.faults.add({ endpoint: '/sns/jscode2session', kind: '45011' });
    expect(await signIn(loginCode('o-new'))).toMatchObject({ status: 429, body: { code: 'request.too-many' } });
  });

  it('of an account that WeChat has blocked (40226) sends to the community', async () => {
    t.simulator.world.faults.add({ endpoint: '/sns/jscode2session', kind: '40226' });
    expect(await signIn(loginCode('o-new'))).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('社区') },
    });
  });
});

describe('the fields of signing in', () => {
  withServer();

  it.each([
    [{}, 'code'],
    [{ code: 5 }, 'code'],
    [{ code: '' }, 'code'],
    [{ code: 'x'.repeat(201) }, 'code'],
    [{ code: 'x', device: 'x'.repeat(81) }, 'device'],
    [{ code: 'x', role: 'city' }, 'role'],
  ])('refuses %j', async (body, field) => {
    const before = await t.app.database.read.count(Session);
    const answer = await t.call<{ fields: object[] }>('POST', '/sessions/wechat', { body });
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field, message: expect.stringMatching(/[\u4e00-\u9fff]/) }] },
    });
    expect(await t.app.database.read.count(Session)).toBe(before);
  });
});

describe('a browser', () => {
  withServer();

  const cookieOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie']);
  const browser = { 'x-tanfang-client': 'h5' };
  /** Without our client header, as another site would send it. */
  const foreign = (cookie: string) => ({ cookie, 'x-tanfang-client': '' });

  async function signedIn(): Promise<string> {
    return cookieOf(await signIn(loginCode(t.liufang.openid), browser)).split(';')[0]!;
  }

  it('gets a cookie that no script and no other site can use, and no token', async () => {
    const answer = await signIn(loginCode(t.liufang.openid), browser);
    expect(answer.body.token).toBeNull();
    expect(cookieOf(answer)).toMatch(/^tf_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('reads with the cookie and gets it again, so that it slides with the session', async () => {
    const cookie = await signedIn();
    const answer = await current({ headers: { ...browser, cookie } });
    expect(answer).toMatchObject({ status: 200, body: { account: { id: t.liufang.id } } });
    expect(cookieOf(answer)).toContain(cookie);
  });

  it('cannot be made to write by another site', async () => {
    const cookie = await signedIn();
    const answer = await t.call('DELETE', '/sessions/current', { headers: foreign(cookie) });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.forged' } });
    expect((await current({ headers: { ...browser, cookie } })).status).toBe(200);
  });

  it('signs out: the cookie is dropped and the session is over', async () => {
    const cookie = await signedIn();
    const answer = await t.call('DELETE', '/sessions/current', { headers: { ...browser, cookie } });
    expect(answer.status).toBe(204);
    expect(cookieOf(answer)).toMatch(/^tf_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await current({ headers: { ...browser, cookie } })).toMatchObject({
      status: 401,
      body: { code: 'session.expired' },
    });
  });

  it('in which somebody else has signed in does nothing that was meant for the former one', async () => {
    const cookie = await signedIn();
    const as = (account: string) => ({ headers: { ...browser, cookie, 'x-tanfang-account': account } });
    const refused = {
      status: 401,
      body: { code: 'session.other-account', detail: expect.stringContaining('另一个人') },
    };
    expect(await current(as(t.zhoumin.id))).toMatchObject(refused);
    expect(await t.call('DELETE', '/sessions/current', as(t.zhoumin.id))).toMatchObject(refused);
    expect((await current(as(t.liufang.id))).status).toBe(200);
    const again = await signIn(loginCode(t.zhoumin.openid), as(t.zhoumin.id).headers);
    expect(again).toMatchObject({ status: 201, body: { me: { account: { id: t.zhoumin.id } } } });
  });

  it('with a cookie that has ended can still sign in again', async () => {
    const cookie = 'tf_session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    expect((await signIn(loginCode(t.liufang.openid), { ...browser, cookie })).status).toBe(201);
    expect((await current({ headers: { ...browser, cookie } })).status).toBe(401);
  });
});

describe('a browser on the public address', () => {
  it('sends its cookie over https only', async () => {
    t = await startStory({ env: { PUBLIC_URL: 'https://tanfang.example.org' } });
    const answer = await signIn(loginCode('o-new'), { 'x-tanfang-client': 'h5' });
    await t.close();
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });
});

describe('a session', () => {
  withServer();

  it('is asked for: without one there is 401', async () => {
    expect(await current({})).toMatchObject({ status: 401, body: { code: 'session.missing' } });
    expect(await current({ as: 'A'.repeat(43) })).toMatchObject({ status: 401, body: { code: 'session.expired' } });
  });

  it('ends 30 days after its last use', async () => {
    const token = await t.signIn(t.zhoumin);
    t.clock.advance(30 * DAY - MINUTE);
    expect((await current({ as: token })).status).toBe(200);
    t.clock.advance(29 * DAY);
    expect((await current({ as: token })).status).toBe(200);
    t.clock.advance(30 * DAY);
    expect(await current({ as: token })).toMatchObject({ status: 401, body: { code: 'session.expired' } });
  });

  it('of one device ends alone', async () => {
    const [phone, tablet] = [await t.signIn(t.liufang), await t.signIn(t.liufang)];
    expect((await current({ as: phone })).status).toBe(200);
    expect((await t.call('DELETE', '/sessions/current', { as: phone })).status).toBe(204);
    expect((await current({ as: phone })).status).toBe(401);
    expect((await current({ as: tablet })).status).toBe(200);
    expect((await t.call('DELETE', '/sessions/current', { as: phone })).status).toBe(401);
  });

  it('that has ended long ago is removed', async () => {
    await t.signIn(t.zhoumin);
    t.clock.advance(61 * DAY);
    const fresh = await t.signIn(t.zhoumin);
    await t.tick();
    expect((await current({ as: fresh })).status).toBe(200);
    expect(await t.app.database.read.countBy(Session, { accountId: t.zhoumin.id })).toBe(1);
  });

  it('leaves a trace of who signed in, not of the token', async () => {
    const entries = await t.app.database.read.findBy(AuditEntry, { action: 'session.open', subjectId: t.zhoumin.id });
    expect(entries.length).toBeGreaterThan(0);
    expect(t.log.join('\n')).not.toContain(t.zhoumin.token);
  });
});
