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
