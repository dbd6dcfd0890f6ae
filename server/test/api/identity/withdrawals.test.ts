import { Account, Session } from '../../../src/modules/identity';
import { DEMO_WECHAT } from '../../../src/platform/config/config';
import { GAS_UNSAFE, startHousehold, type Household } from '../care/household';
import { safe, type Event } from '../wechat/platform';

const SIDE = { token: DEMO_WECHAT.pushToken, encodingAesKey: DEMO_WECHAT.pushAesKey, appid: DEMO_WECHAT.appId };

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
  await t.call('POST', '/phone-bindings', { as: t.wangjing.token, body: { code: await phoneCode() } });
  expect(await account()).toMatchObject({ phone: '14200000101' });
});
afterEach(() => t.close());

const account = () => t.app.database.read.findOneByOrFail(Account, { id: t.wangjing.id });

async function phoneCode(): Promise<string> {
  t.simulator.world.people.getOrThrow(t.wangjing.openid).phone = '14200000101';
  return t.simulator.world.codes.issue('phone', t.simulator.world.people.getOrThrow(t.wangjing.openid));
}

/** The platform itself is the sender of these; the person is in `OpenID`. */
async function push(name: string, more: Event['more'] = {}): Promise<void> {
  const at = Math.floor(t.clock.now() / 1000);
  const event = { name, from: 'oPlatform', at, more: { OpenID: t.wangjing.openid, AppID: SIDE.appid, ...more } };
  const { query, body } = safe(SIDE, event, 'xml');
  const answer = await t.call('POST', `/wechat/push?${new URLSearchParams(query)}`, { body: Buffer.from(body) });
  expect(answer.status).toBe(200);
  await t.work();
}

describe('a phone number that is withdrawn in WeChat', () => {
  it('is forgotten, once', async () => {
    for (const _ of [1, 2]) await push('user_authorization_revoke', { RevokeInfo: '8' });
    expect(await account()).toMatchObject({ phone: null, phoneIndex: null, openid: t.wangjing.openid });
    expect(await t.audits(t.wangjing.id, 'phone.forget')).toHaveLength(1);
    expect(await t.call('GET', '/sessions/current', { as: t.wangjing.token })).toMatchObject({ status: 200 });
  });

  it('is forgotten among other things that are withdrawn', async () => {
    await push('user_authorization_revoke', { RevokeInfo: '13,8' });
    expect(await account()).toMatchObject({ phone: null });
  });

  it.each(['13', '14', '18', '88', ''])('stays when what is withdrawn is another thing (%s)', async (RevokeInfo) => {
    await push('user_authorization_revoke', { RevokeInfo });
    expect(await account()).toMatchObject({ phone: '14200000101' });
  });

  it('can be bound again', async () => {
    await push('user_authorization_revoke', { RevokeInfo: '8' });
    await t.call('POST', '/phone-bindings', { as: t.wangjing.token, body: { code: await phoneCode() } });
    await t.work();
    expect(await account()).toMatchObject({ phone: '14200000101' });
  });
});

describe('somebody who has left WeChat', () => {
  it('is cut from it: no openid, no number, no session; and is phoned from then on', async () => {
    await t.allow(t.wangjing);
    for (const _ of [1, 2]) await push('user_authorization_cancellation');
    expect(await account()).toMatchObject({ openid: null, phone: null, phoneIndex: null });
    const sessions = await t.app.database.read.findBy(Session, { accountId: t.wangjing.id });
    expect(sessions.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
    expect(await t.call('GET', '/sessions/current', { as: t.wangjing.token })).toMatchObject({ status: 401 });
    expect(await t.audits(t.wangjing.id, 'account.leave')).toHaveLength(1);
    await t.find(GAS_UNSAFE);
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(await t.tasks()).toMatchObject([{ reason: 'no-account', relativeId: t.daughter }]);
  });

  it('was perhaps never here', async () => {
    await push('user_authorization_cancellation', { OpenID: 'oNobody' });
    expect(await account()).toMatchObject({ openid: t.wangjing.openid });
  });
});
