import { ulid } from 'ulid';

import { startStory, type Story } from '../registry/story';

let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

/** Statuses of calls one after the other. */
async function knock(times: number, call: (at: number) => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < times; at += 1) statuses.push((await call(at)).status);
  return statuses;
}

describe('knocking too often', () => {
  it('on the sign-in is stopped after 20 calls a minute, whatever token is sent along', async () => {
    const statuses = await knock(22, (at) =>
      t.call('POST', '/sessions/wechat', {
        body: { code: 'guess' },
        headers: { authorization: `Bearer ${'A'.repeat(40)}${at}` },
      }),
    );
    expect(statuses).toEqual([...Array<number>(20).fill(400), 429, 429]);
  });

  it('on the demo sign-in is stopped after 60', async () => {
    const statuses = await knock(61, () => t.call('POST', '/demo/sessions', { body: { persona: 'nobody' } }));
    expect(statuses).toEqual([...Array<number>(60).fill(404), 429]);
  });

  it('with invitation codes is stopped after 10 for one session, in plain words', async () => {
    const body = () => ({ id: ulid(), code: 'AAAAAAAA' });
    const statuses = await knock(10, () =>
      t.call('POST', '/invitations/acceptances', { as: t.stranger.token, body: body() }),
    );
    expect(statuses).toEqual(Array<number>(10).fill(400));
    expect(await t.call('POST', '/invitations/acceptances', { as: t.stranger.token, body: body() })).toMatchObject({
      status: 429,
      body: { code: 'request.too-many', detail: expect.stringContaining('一分钟') },
    });
    expect((await t.call('POST', '/invitations/acceptances', { as: t.wangjing.token, body: body() })).status).toBe(400);
  });

  it('leaves everything else alone', async () => {
    expect((await t.call('GET', '/sessions/current', { as: t.stranger.token })).status).toBe(200);
  });
});

describe('of everything together, five calls a minute', () => {
  const limited = (env: Record<string, string> = {}) => startStory({ env: { REQUESTS_PER_MINUTE: '5', ...env } });
  let s: Story;
  afterEach(() => s.close());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const look = (headers: Record<string, string>) => s.call('GET', '/sessions/current', { headers });
  const invented = (at: number) => ({ authorization: `Bearer ${'A'.repeat(40)}${at}` });
  const cookie = (at: number) => ({ cookie: `tf_session=${'A'.repeat(40)}${at}` });
  const FIVE = Array<number>(5).fill(401);

  it.each([
    ['tokens', invented],
    ['cookies', cookie],
  ])('are not stretched by invented %s, nor do these use up those of somebody signed in', async (_, one) => {
    s = await limited();
    expect(await knock(6, (at) => look(one(at)))).toEqual([...FIVE, 429]);
    expect((await look({})).status).toBe(429);
    const signedIn = (at: number) =>
      s.call('GET', '/sessions/current', { as: at % 2 ? s.wangjing.token : s.zhoumin.token });
    expect(await knock(10, signedIn)).toEqual(Array<number>(10).fill(200));
    expect((await signedIn(0)).status).toBe(429);
  });

  it('are those of each caller behind a proxy that is believed', async () => {
    s = await limited({ TRUSTED_PROXIES: '127.0.0.1' });
    expect(await knock(6, (at) => look({ ...invented(at), ...from('203.0.113.7') }))).toEqual([...FIVE, 429]);
    expect((await look(from('203.0.113.8'))).status).toBe(401);
    // What the caller itself puts in front of the address that the proxy saw is not believed.
    expect((await look(from('203.0.113.9, 203.0.113.7'))).status).toBe(429);
  });

  it('are not stretched by an address that somebody else than the proxy names', async () => {
    s = await limited({ TRUSTED_PROXIES: '10.0.0.0/8' });
    expect(await knock(6, (at) => look(from(`203.0.113.${at}`)))).toEqual([...FIVE, 429]);
  });
});
