import { ulid } from 'ulid';

import { SubscriptionEntry } from '../../../src/modules/notification';
import { DEMO_WECHAT } from '../../../src/platform/config/config';
import { PushRow } from '../../../src/platform/wechat';
import { CLOSED, GAS_UNSAFE, RAISED, startHousehold, type Household } from '../care/household';
import { HOUR, MINUTE } from '../support/clock';

const SEND = '/cgi-bin/message/subscribe/send';
const { appId, pushToken: token, pushAesKey } = DEMO_WECHAT;

let t: Household;
afterEach(() => t.close());

/** The server listens, and the simulated platform pushes to it as the real one would. */
async function start(mode: 'plain' | 'safe', format: 'json' | 'xml'): Promise<void> {
  t = await startHousehold(mode === 'plain' ? { env: { WECHAT_PUSH_AES_KEY: '' } } : {});
  await t.app.nest.listen(0, '127.0.0.1');
  const url = `${await t.app.nest.getUrl()}/api/wechat/push`;
  t.simulator.world.pushes.enter(appId, { url, token, encodingAesKey: pushAesKey, mode, format, retryMs: 0 });
}

/** Everything that is under way has arrived and was acted upon. */
async function quiet(): Promise<void> {
  await t.simulator.world.pushes.settled();
  t.clock.advance(MINUTE);
  await t.work();
}

const onPhone = (method: 'POST' | 'PUT', what: string, payload: object) =>
  t.simulator.app.inject({ method, url: `/world/phones/${t.wangjing.openid}/${what}`, payload });

/** She taps 允许 in the popup; the phone reports it, and the platform tells of it too. */
async function allow(): Promise<void> {
  await onPhone('POST', 'subscriptions', { results: { [RAISED]: 'accept', [CLOSED]: 'accept' } });
  const results = [RAISED, CLOSED].map((templateId) => ({ templateId, result: 'accept' }));
  const answer = await t.call('POST', '/subscriptions', { as: t.wangjing.token, body: { id: ulid(), results } });
  expect(answer.status).toBe(201);
}

const notice = async () => (await t.notices(t.wangjing))[0]!;
const attempts = async () => t.attempts((await notice()).id);
const taken = () => t.simulator.world.pushes.list().map(({ event, state }) => [event, state]);
const balances = async () => {
  const where = { accountId: t.wangjing.id, templateId: RAISED };
  const entries = await t.app.database.read.find(SubscriptionEntry, { where, order: { sequence: 'ASC' } });
  return entries.map(({ balance }) => balance);
};

describe.each([
  ['plain', 'json'],
  ['plain', 'xml'],
  ['safe', 'json'],
  ['safe', 'xml'],
] as const)('the simulated platform, %s, %s', (mode, format) => {
  beforeEach(() => start(mode, format));

  it('settles what was sent, what was lost and what nobody knew, by its own report', async () => {
    await allow();
    await t.find(GAS_UNSAFE);
    await quiet();
    expect(await attempts()).toMatchObject([{ state: 'sent', confirmedAt: expect.any(Number) }]);

    t.simulator.world.faults.add({ endpoint: SEND, kind: 'hang-up-after-accepting', times: 1 });
    await allow();
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    await quiet();
    const [, uncertain] = await t.notices(t.wangjing);
    expect(uncertain).toMatchObject({ state: 'sent' });
    expect((await t.audits(uncertain!.id, 'notice.send')).map(({ detail }) => detail)).toEqual([
      expect.stringContaining('"state":"unknown"'),
    ]);

    t.simulator.world.faults.add({ endpoint: SEND, kind: 'lost', times: 1 });
    await allow();
    await t.find({ ...GAS_UNSAFE, spirits: 'worse' });
    await quiet();
    expect((await t.notices(t.wangjing)).map(({ state }) => state)).toEqual(['sent', 'sent', 'failed']);
    expect(await t.tasks()).toMatchObject([{ reason: 'not-delivered' }]);

    t.clock.advance(HOUR);
    await t.tick();
    expect(await t.tasks()).toHaveLength(1);
    expect(t.messages(t.wangjing)).toHaveLength(2);
    expect(await balances()).toEqual([1, 0, 1, 0, 1, 0]);
    // Three reports, and three popups about two templates each, which counted for nothing.
    expect(taken().filter(([, state]) => state !== 'taken')).toEqual([]);
    expect((await t.app.database.read.find(PushRow)).map(({ content }) => content)).toEqual(Array(9).fill(null));
  });

  it('ends the credits of a template that was refused in the settings', async () => {
    await allow();
    await onPhone('PUT', 'switches', { kept: { [RAISED]: 'reject', [CLOSED]: 'reject' } });
    await quiet();
    expect(await balances()).toEqual([1, 0]);
    expect(taken()).toEqual([
      ['subscribe_msg_popup_event', 'taken'],
      ['subscribe_msg_change_event', 'taken'],
      ['subscribe_msg_change_event', 'taken'],
    ]);
  });
});

describe('a server that was away', () => {
  it('is told again, and what it was told too late is phoned as without any report', async () => {
    await start('safe', 'json');
    const { world } = t.simulator;
    world.pushes.enter(appId, { url: 'http://127.0.0.1:1/', token, encodingAesKey: pushAesKey, retryMs: 0 });
    world.faults.add({ endpoint: SEND, kind: 'hang-up-after-accepting', times: 1 });
    await allow();
    await t.find(GAS_UNSAFE);
    await quiet();
    expect(taken().at(-1)).toEqual(['subscribe_msg_sent_event', 'gone']);
    t.clock.advance(HOUR);
    await t.tick();
    await t.work();
    expect(await t.tasks()).toMatchObject([{ reason: 'uncertain' }]);
  });
});
