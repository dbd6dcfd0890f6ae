import { ulid } from 'ulid';

import { Account, Accounts, Kinships, Sessions } from '../../../src/modules/identity';
import { AuditEntry } from '../../../src/platform/audit';
import { startStory, type Person, type Story } from '../registry/story';

let t: Story;
beforeEach(async () => {
  t = await startStory();
});
afterEach(() => t.close());

type Problems = { code: string; fields: object[]; phoneMasked: string };

function phoneCode(person: Person, phone: string, countryCode: string | number = '86'): string {
  const { people, codes } = t.simulator.world;
  return codes.issue(
    'phone',
    people.add({ openid: `${person.openid}-${phone}`, name: person.name, phone, countryCode }),
  );
}

const bind = (as: string | null, code: unknown) => t.call<Problems>('POST', '/phone-bindings', { as, body: { code } });
const signOut = (id: string, as: string | null) => t.call('POST', `/accounts/${id}/sign-outs`, { as });
const isSignedIn = async (token: string) => (await t.call('GET', '/sessions/current', { as: token })).status === 200;

async function makeFamily(): Promise<void> {
  const kinships = t.app.nest.get(Kinships);
  const invitation = { id: ulid(), elderId: t.lixiulan.id, communityId: t.divisions.first, relativeId: t.daughter };
  const { code } = await t.app.database.tx(t.ctx(), (tx) => kinships.invite(tx, invitation));
  await t.call('POST', '/invitations/acceptances', { as: t.wangjing.token, body: { id: ulid(), code } });
  await t.app.database.tx(t.ctx(), (tx) => kinships.confirm(tx, invitation.id));
}

describe('binding a phone', () => {
  it('answers masked and keeps the number encrypted', async () => {
    expect(await bind(t.wangjing.token, phoneCode(t.wangjing, '14200000101'))).toMatchObject({
      status: 201,
      body: { phoneMasked: '*** **** **01' },
    });
    const [row] = await t.app.database.read.query<{ phone: string; phone_index: string }[]>(
      `SELECT phone, phone_index FROM account WHERE id = '${t.wangjing.id}'`,
    );
    expect(row!.phone).not.toContain('14200000101');
    expect(row!.phone_index).toMatch(/^[0-9a-f]{64}$/);
    const me = await t.call('GET', '/sessions/current', { as: t.wangjing.token });
    expect(me.body).toMatchObject({ account: { phoneMasked: '*** **** **01' } });
  });

  it('twice the same changes nothing', async () => {
    const phone = '14200000101';
    await bind(t.wangjing.token, phoneCode(t.wangjing, phone));
    t.simulator.world.people.list();
    const again = t.simulator.world.codes.issue(
      'phone',
      t.simulator.world.people.list().find((user) => user.phone === phone)!,
    );
    expect((await bind(t.wangjing.token, again)).status).toBe(201);
    expect(await t.app.database.read.countBy(AuditEntry, { action: 'phone.bind' })).toBe(1);
  });

  it('that another account has is a conflict', async () => {
    await bind(t.wangjing.token, phoneCode(t.wangjing, '14200000101'));
    expect(await bind(t.stranger.token, phoneCode(t.stranger, '14200000101', 86).toString())).toMatchObject({
      status: 409,
      body: { code: 'phone.taken' },
    });
  });

  it('with a bad or used code is refused', async () => {
    const code = phoneCode(t.wangjing, '14200000101');
    await bind(t.wangjing.token, code);
    expect(await bind(t.wangjing.token, code)).toMatchObject({ status: 400, body: { code: 'phone.code-invalid' } });
    expect(await bind(t.wangjing.token, 'x')).toMatchObject({ status: 400, body: { code: 'phone.code-invalid' } });
  });

  it('while WeChat fails says so', async () => {
    t.simulator.world.faults.add({ endpoint: '/wxa/business/getuserphonenumber', kind: '-1' });
    expect(await bind(t.wangjing.token, phoneCode(t.wangjing, '14200000101'))).toMatchObject({
      status: 503,
      body: { code: 'wechat.unavailable' },
    });
  });

  it.each([[undefined], [5], [''], ['x'.repeat(201)]])('with the code %j names the field', async (code) => {
    expect(await bind(t.wangjing.token, code)).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'code', message: expect.stringContaining('手机号授权凭证') }] },
    });
  });

  it('needs a session', async () => {
    expect((await bind(null, 'x')).status).toBe(401);
  });
});

describe('a lost phone', () => {
  it('of a volunteer is signed out everywhere by the community, and WeChat no longer knows the account', async () => {
    const tablet = await t.signIn(t.zhoumin);
    expect([await isSignedIn(t.zhoumin.token), await isSignedIn(tablet)]).toEqual([true, true]);
    expect((await signOut(t.zhoumin.id, t.liufang.token)).status).toBe(204);
    expect([await isSignedIn(t.zhoumin.token), await isSignedIn(tablet)]).toEqual([false, false]);
    expect(await t.app.database.read.findOneByOrFail(Account, { id: t.zhoumin.id })).toMatchObject({
      openid: null,
      phone: null,
      phoneIndex: null,
    });
  });

  it('signs in as a stranger afterwards', async () => {
    await signOut(t.zhoumin.id, t.liufang.token);
    const { people, codes } = t.simulator.world;
    const code = codes.issue('login', people.add({ openid: t.zhoumin.openid, name: '周敏' }));
    const answer = await t.call('POST', '/sessions/wechat', { body: { code } });
    expect(answer.body).toMatchObject({ me: { account: { name: '微信用户' }, roles: [] } });
  });

  it('twice is the same', async () => {
    expect([
      (await signOut(t.zhoumin.id, t.liufang.token)).status,
      (await signOut(t.zhoumin.id, t.liufang.token)).status,
    ]).toEqual([204, 204]);
  });

  it('of a daughter is unbound by her mother’s community', async () => {
    expect((await signOut(t.wangjing.id, t.liufang.token)).status).toBe(404);
    await makeFamily();
    expect((await signOut(t.wangjing.id, t.mengxiaoyan.token)).status).toBe(404);
    expect((await signOut(t.wangjing.id, t.liufang.token)).status).toBe(204);
    expect(await isSignedIn(t.wangjing.token)).toBe(false);
  });

  it('is not unbound by another street, a visitor, the family, or somebody without a session', async () => {
    await makeFamily();
    expect((await signOut(t.zhoumin.id, t.mengxiaoyan.token)).status).toBe(404);
    expect((await signOut(t.zhoumin.id, t.zhoumin.token)).status).toBe(403);
    expect((await signOut(t.zhoumin.id, t.wangjing.token)).status).toBe(403);
    expect((await signOut(t.zhoumin.id, null)).status).toBe(401);
    expect((await signOut(ulid(), t.liufang.token)).status).toBe(404);
    expect((await signOut('x', t.liufang.token)).status).toBe(400);
    expect(await isSignedIn(t.zhoumin.token)).toBe(true);
  });

  it('of a street worker is not for the community below to decide', async () => {
    expect((await signOut(t.tianjun.id, t.liufang.token)).status).toBe(404);
    expect((await signOut(t.liufang.id, t.tianjun.token)).status).toBe(204);
  });
});

describe('roles', () => {
  const roles = async (as: string) =>
    (await t.call<{ roles: { role: string }[] }>('GET', '/sessions/current', { as })).body.roles;

  it('hold at once when they are given, and once when given twice', async () => {
    expect(await roles(t.stranger.token)).toEqual([]);
    const grant = () =>
      t.app.database.tx(t.ctx(), (tx) =>
        t.app.nest.get(Accounts).grant(tx, t.stranger.id, 'visitor', t.divisions.first, 'volunteer'),
      );
    await grant();
    await grant();
    expect(await roles(t.stranger.token)).toEqual([
      { role: 'visitor', division: { id: t.divisions.first, name: '甸柳新村第一社区', packId: 'jinan' } },
    ]);
    const visitors = await t.app.nest.get(Accounts).byMembership(t.ctx(), 'visitor', t.divisions.first);
    expect(visitors.map(({ name }) => name).sort()).toEqual(['周敏', '路人']);
  });

  it('of family come with a confirmed kinship', async () => {
    await makeFamily();
    expect(await roles(t.wangjing.token)).toEqual([{ role: 'family', division: null }]);
  });
});

describe('the remembered actor', () => {
  it('is not what was read before something changed', async () => {
    const sessions = t.app.nest.get(Sessions);
    const reading = sessions.read(t.ctx(), t.wangjing.token);
    sessions.forget(t.wangjing.id);
    await reading;
    await makeFamily();
    expect((await sessions.read(t.ctx(), t.wangjing.token))?.kin).toEqual([t.lixiulan.id]);
  });

  it('lasts five seconds when another process changes something', async () => {
    const sessions = t.app.nest.get(Sessions);
    await sessions.read(t.ctx(), t.zhoumin.token);
    await t.app.database.tx(t.ctx(), (tx) =>
      tx.em.query(`DELETE FROM membership WHERE account_id = '${t.zhoumin.id}'`),
    );
    expect((await sessions.read(t.ctx(), t.zhoumin.token))?.memberships).toHaveLength(1);
    t.clock.advance(5_000);
    expect((await sessions.read(t.ctx(), t.zhoumin.token))?.memberships).toEqual([]);
  });
});
