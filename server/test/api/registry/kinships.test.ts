import { ulid } from 'ulid';

import { Kinship, Kinships } from '../../../src/modules/identity';
import { KinshipsRepository } from '../../../src/modules/identity/kinships.repository';
import { AuditEntry, wordsOf } from '../../../src/platform/audit';
import { Outbox } from '../../../src/platform/outbox';
import { DAY } from '../support/clock';
import { startStory, type Person, type Story } from './story';

let t: Story;
/** Elders whose families were told of, once for each event. */
const confirmed: string[] = [];
beforeEach(async () => {
  t = await startStory();
  confirmed.length = 0;
  t.app.nest.get(Outbox).on('kinship.confirmed', {
    kind: 'transactional',
    name: 'test.confirmed',
    run: async (_, { kinshipId }) => void confirmed.push(kinshipId),
  });
});
afterEach(() => t.close());

type Invited = { id: string; code: string; expiresAt: number };
type Accepted = { kinshipId: string; elderName: string; status: string; code?: string };

const invite = (id: string, relativeId = t.daughter, as = t.liufang.token, elderId = t.lixiulan.id) =>
  t.call<Invited>('POST', `/elders/${elderId}/invitations`, { as, body: { id, relativeId } });
const accept = (code: string, as = t.wangjing.token, id = ulid()) =>
  t.call<Accepted>('POST', '/invitations/acceptances', { as, body: { id, code } });
const confirm = (id: string, as = t.liufang.token) => t.call('POST', `/kinships/${id}/confirmations`, { as });
const refuse = (id: string, body: object = { reason: '不是本人' }, as = t.liufang.token) =>
  t.call('POST', `/kinships/${id}/refusals`, { as, body });
const end = (id: string, as = t.liufang.token) => t.call('DELETE', `/kinships/${id}`, { as });
const kin = async (as: string) =>
  (await t.call<{ kin: { status: string; elderName: string }[] }>('GET', '/sessions/current', { as })).body.kin;

async function accepted(
  person: Person = t.wangjing,
  relativeId = t.daughter,
  elderId = t.lixiulan.id,
): Promise<string> {
  const { code } = (await invite(ulid(), relativeId, t.liufang.token, elderId)).body;
  return (await accept(code, person.token)).body.kinshipId;
}

describe('a daughter in 上海', () => {
  it('is invited with a code, waits for the community and then sees her mother', async () => {
    const invited = await invite(ulid());
    expect(invited).toMatchObject({ status: 201, body: { code: expect.stringMatching(/^[2-9A-HJKMNP-TW-Z]{8}$/) } });
    expect(invited.body.expiresAt).toBe(t.clock.now() + 7 * DAY);
    const answer = await accept(invited.body.code);
    expect(answer).toMatchObject({
      status: 201,
      body: { kinshipId: invited.body.id, elderName: '李*兰', status: 'awaiting' },
    });
    expect(await kin(t.wangjing.token)).toMatchObject([
      { status: 'awaiting', elderName: '李*兰', callName: '妈妈', firstContact: true },
    ]);
    expect(await confirm(invited.body.id)).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    expect(await kin(t.wangjing.token)).toMatchObject([
      { status: 'confirmed', elderName: '李秀兰', relation: 'child', kinWord: '女儿' },
    ]);
    expect(await t.app.nest.get(Kinships).ofElder(t.ctx(), t.lixiulan.id)).toMatchObject([
      { accountId: t.wangjing.id, relativeId: t.daughter, relation: 'child', firstContact: true, status: 'confirmed' },
    ]);
  });

  it('has the rights of family at once, although the session was remembered', async () => {
    const id = await accepted();
    expect(await end(id, t.wangjing.token)).toMatchObject({ status: 403 });
    await confirm(id);
    expect(await end(id, t.wangjing.token)).toMatchObject({ status: 204 });
    expect(await kin(t.wangjing.token)).toEqual([]);
  });

  it('may type the code in small letters with spaces', async () => {
    const { code } = (await invite(ulid())).body;
    expect(await accept(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).toMatchObject({ status: 201 });
  });
});

describe('an invitation', () => {
  it('asked for twice is the same code', async () => {
    const id = ulid();
    const [first, second] = await Promise.all([invite(id), invite(id)]);
    expect(second).toMatchObject({ status: 201, body: first.body });
  });

  it('for another relative under the same id is a conflict', async () => {
    const id = ulid();
    await invite(id);
    expect(await invite(id, t.son, t.liufang.token, t.liuchanghe.id)).toMatchObject({
      status: 409,
      body: { code: 'id.taken' },
    });
  });

  it('is stored as a hash only', async () => {
    const { id, code } = (await invite(ulid())).body;
    const row = await t.app.database.read.findOneByOrFail(Kinship, { id });
    expect(JSON.stringify(row)).not.toContain(code);
    expect(row.codeIndex).toMatch(/^[0-9a-f]{64}$/);
  });

  it('works once', async () => {
    const { code } = (await invite(ulid())).body;
    await accept(code);
    expect(await accept(code, t.stranger.token)).toMatchObject({ status: 400, body: { code: 'invitation.invalid' } });
  });

  it('works once when two use it at the same moment', async () => {
    const { id, code } = (await invite(ulid())).body;
    const answers = await Promise.all([accept(code), accept(code, t.stranger.token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    const winner = answers[0].status === 201 ? t.wangjing.id : t.stranger.id;
    expect((await t.app.database.read.findOneByOrFail(Kinship, { id })).accountId).toBe(winner);
  });

  it('accepted twice by the same client gives the first answer', async () => {
    const { code } = (await invite(ulid())).body;
    const id = ulid();
    const [first, second] = [await accept(code, t.wangjing.token, id), await accept(code, t.wangjing.token, id)];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(await accept(code, t.stranger.token, id)).toMatchObject({ status: 409, body: { code: 'id.taken' } });
  });

  it('accepted twice at the same moment by the same client is accepted once', async () => {
    const { code } = (await invite(ulid())).body;
    const id = ulid();
    const answers = await Promise.all([1, 2, 3].map(() => accept(code, t.wangjing.token, id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await audits('invitation.accept')).toBe(1);
  });

  it('and another one, taken up by one person in the same moment, make one tie; the later hears of the first', async () => {
    const brother = await t.call<{ id: string }>('POST', `/elders/${t.lixiulan.id}/relatives`, {
      as: t.liufang.token,
      body: { id: ulid(), name: '王强', relation: 'child', kinWord: '儿子', livesWithElder: false },
    });
    for (let round = 0; round < 5; round += 1) {
      const codes = [(await invite(ulid())).body.code, (await invite(ulid(), brother.body.id)).body.code];
      const answers = await Promise.all(codes.map((code) => accept(code)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'kinship.exists' });
      const mine = await t.app.database.read.findBy(Kinship, { accountId: t.wangjing.id, status: 'awaiting' });
      expect(mine).toMatchObject([{ runningAs: `${t.wangjing.id}:${t.lixiulan.id}` }]);
      expect((await end(mine[0]!.id, t.liufang.token)).status).toBe(204);
    }
  });

  it('ends after seven days', async () => {
    const { code } = (await invite(ulid())).body;
    t.clock.advance(7 * DAY);
    expect(await accept(code)).toMatchObject({ status: 400, body: { code: 'invitation.invalid' } });
  });

  it('is replaced by the next one for the same relative', async () => {
    const old = (await invite(ulid())).body;
    const fresh = (await invite(ulid())).body;
    expect(await accept(old.code)).toMatchObject({ status: 400 });
    expect(await accept(fresh.code)).toMatchObject({ status: 201 });
  });

  it('cannot be guessed: after ten wrong codes even the right one waits for tomorrow', async () => {
    const { code } = (await invite(ulid())).body;
    for (let tries = 0; tries < 9; tries += 1) expect((await accept('AAAAAAAA')).status).toBe(400);
    const another = await t.signIn(t.wangjing);
    expect((await accept('AAAAAAAA', another)).status).toBe(400);
    expect(await accept(code, another)).toMatchObject({ status: 429, body: { code: 'invitation.locked' } });
    t.clock.advance(DAY);
    expect((await accept(code, another)).status).toBe(201);
  });

  it('is for a relative of this elder', async () => {
    expect(await invite(ulid(), t.son)).toMatchObject({ status: 400, body: { code: 'relative.unknown' } });
    expect(await invite(ulid(), ulid())).toMatchObject({ status: 400, body: { code: 'relative.unknown' } });
  });

  it('is not made by a worker of another street, a visitor, the family, or without a session', async () => {
    expect((await invite(ulid(), t.daughter, t.mengxiaoyan.token)).status).toBe(404);
    expect((await invite(ulid(), t.daughter, t.zhoumin.token)).status).toBe(403);
    expect((await invite(ulid(), t.daughter, t.wangjing.token)).status).toBe(403);
    expect((await t.call('POST', '/invitations/acceptances', { body: { id: ulid(), code: 'AAAAAAAA' } })).status).toBe(
      401,
    );
  });

  it('by somebody who waits or is confirmed already is refused', async () => {
    await confirm(await accepted());
    const { code } = (await invite(ulid())).body;
    expect(await accept(code)).toMatchObject({ status: 409, body: { code: 'kinship.exists' } });
  });

  it.each([
    [{ id: ulid() }, 'relativeId', /亲属编号/],
    [{ relativeId: ulid() }, 'id', /邀请编号/],
    [{ id: ulid(), relativeId: 5 }, 'relativeId', /亲属编号/],
    [{ id: ulid(), relativeId: ulid(), code: 'AAAAAAAA' }, 'code', /不认识/],
  ])('is refused as %j', async (body, field, message) => {
    const answer = await t.call('POST', `/elders/${t.lixiulan.id}/invitations`, { as: t.liufang.token, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field, message: expect.stringMatching(message) }] },
    });
    expect(await t.app.database.read.count(Kinship)).toBe(0);
  });
});

describe('the community that owns the elder', () => {
  type Waiting = { items: { id: string; accountName: string; phoneMatches: boolean }[]; next: string | null };
  const waiting = (as: string, query = 'status=awaiting') => t.call<Waiting>('GET', `/kinships?${query}`, { as });

  it('sees who waits, and whether the phone is the one in the registry', async () => {
    const world = await t.call<{ phoneMasked: string }>('POST', '/phone-bindings', {
      as: t.wangjing.token,
      body: { code: phoneCode(t.wangjing, '14200000101') },
    });
    expect(world).toMatchObject({ status: 201, body: { phoneMasked: '*** **** **01' } });
    const id = await accepted();
    expect((await waiting(t.liufang.token)).body.items).toEqual([
      {
        ...{
          id,
          elderId: t.lixiulan.id,
          elderName: '李秀兰',
          relativeName: '王静',
          relation: 'child',
          kinWord: '女儿',
        },
        ...{ accountName: '王静', phoneMasked: '*** **** **01', phoneMatches: true, acceptedAt: t.clock.now() },
      },
    ]);
    expect((await waiting(t.mengxiaoyan.token)).body).toEqual({ items: [], next: null });
    expect((await waiting(t.zhoumin.token)).status).toBe(403);
    expect((await waiting(t.liufang.token, 'status=nothing')).status).toBe(400);
  });

  it('pages through those who wait', async () => {
    const ids = [await accepted(), await accepted(t.liuyang, t.son, t.liuchanghe.id)].sort();
    const first = await waiting(t.tianjun.token, 'status=awaiting&limit=1');
    expect(first.body).toMatchObject({ items: [{ id: ids[0] }], next: ids[0] });
    expect((await waiting(t.tianjun.token, `status=awaiting&limit=1&after=${first.body.next}`)).body).toMatchObject({
      items: [{ id: ids[1] }],
      next: null,
    });
  });

  it('confirms once, however often it is asked to', async () => {
    const id = await accepted();
    const answers = await Promise.all([confirm(id), confirm(id), confirm(id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await t.work();
    expect(confirmed).toEqual([id]);
    expect(await audits('kinship.confirm')).toBe(1);
  });

  it('refuses for a reason, which is written down', async () => {
    const id = await accepted(t.stranger);
    expect(await refuse(id, { reason: '打电话核实，不是本人' })).toMatchObject({
      status: 200,
      body: { status: 'refused' },
    });
    expect(await refuse(id)).toMatchObject({ status: 200 });
    expect(await kin(t.stranger.token)).toEqual([]);
    expect(await confirm(id)).toMatchObject({ status: 409, body: { code: 'kinship.state' } });
    expect(await audits('kinship.refuse')).toBe(1);
    expect(wordsOf((await audit('kinship.refuse'))!)).toBe('打电话核实，不是本人');
  });

  it.each([[{}], [{ reason: '' }], [{ reason: 5 }], [{ reason: '不是本人', more: 1 }]])(
    'does not refuse for %j',
    async (body) => {
      const id = await accepted();
      expect(await refuse(id, body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
      expect(await kin(t.wangjing.token)).toMatchObject([{ status: 'awaiting' }]);
    },
  );

  it('alone decides: not another street, not a visitor, not the relative, not nobody', async () => {
    const id = await accepted();
    for (const act of [confirm, (one: string, as: string) => refuse(one, { reason: '不是本人' }, as)]) {
      expect((await act(id, t.mengxiaoyan.token)).status).toBe(404);
      expect((await act(id, t.zhoumin.token)).status).toBe(403);
      expect((await act(id, t.wangjing.token)).status).toBe(403);
    }
    expect((await t.call('POST', `/kinships/${id}/confirmations`)).status).toBe(401);
    expect((await confirm(ulid())).status).toBe(404);
    expect(await kin(t.wangjing.token)).toMatchObject([{ status: 'awaiting' }]);
  });
});

describe('the end of a kinship', () => {
  it('by the relative is hers alone, not that of a child of another family', async () => {
    const id = await accepted();
    await confirm(id);
    await confirm(await accepted(t.liuyang, t.son, t.liuchanghe.id));
    expect((await end(id, t.liuyang.token)).status).toBe(404);
    expect((await end(id, t.mengxiaoyan.token)).status).toBe(404);
    expect([(await end(id, t.liufang.token)).status, (await end(id, t.liufang.token)).status]).toEqual([204, 204]);
    expect(await kin(t.wangjing.token)).toEqual([]);
    expect(await audits('kinship.end')).toBe(1);
  });

  it('comes when the relative is removed from the registry', async () => {
    await confirm(await accepted());
    await t.call('DELETE', `/elders/${t.lixiulan.id}/relatives/${t.daughter}`, { as: t.liufang.token });
    expect(await kin(t.wangjing.token)).toEqual([]);
  });

  it('comes as well when the relative is removed in the moment in which they are confirmed', async () => {
    const id = await accepted();
    const repository = t.app.nest.get(KinshipsRepository);
    const running = repository.running.bind(repository);
    repository.running = async (ctx, relativeId) => {
      const rows = await running(ctx, relativeId);
      repository.running = running;
      // What was read is awaiting; by now it is confirmed.
      await ctx.em.update(Kinship, { id }, { status: 'confirmed', confirmedAs: relativeId });
      return rows;
    };
    const path = `/elders/${t.lixiulan.id}/relatives/${t.daughter}`;
    expect((await t.call('DELETE', path, { as: t.liufang.token })).status).toBe(204);
    expect(await t.app.nest.get(Kinships).ofElder(t.ctx(), t.lixiulan.id)).toEqual([]);
    expect(await kin(t.wangjing.token)).toEqual([]);
  });

  it('leaves no code behind that opens something', async () => {
    const { code } = (await invite(ulid())).body;
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update('relative', { id: t.daughter }, { removedAt: 1 }));
    expect(await accept(code)).toMatchObject({ status: 400, body: { code: 'invitation.invalid' } });
    expect(await kin(t.wangjing.token)).toEqual([]);
  });

  it('leaves nobody to be confirmed whose row the registry has removed meanwhile', async () => {
    const id = await accepted();
    await t.app.database.tx(t.ctx(), (tx) => tx.em.update('relative', { id: t.daughter }, { removedAt: 1 }));
    expect(await confirm(id)).toMatchObject({
      status: 409,
      body: { code: 'kinship.relative-removed', detail: expect.stringContaining('名册') },
    });
    expect(await kin(t.wangjing.token)).toMatchObject([{ status: 'awaiting' }]);
    expect(await audits('kinship.confirm')).toBe(0);
    expect((await refuse(id)).status).toBe(200);
  });

  it('of a lost phone comes when the same relative is confirmed with a new account', async () => {
    await confirm(await accepted());
    const newPhone = await t.person('王静的新手机');
    await confirm(await accepted(newPhone));
    expect(await kin(t.wangjing.token)).toEqual([]);
    expect(await kin(newPhone.token)).toMatchObject([{ status: 'confirmed' }]);
    expect((await t.app.nest.get(Kinships).ofElder(t.ctx(), t.lixiulan.id)).length).toBe(1);
  });

  it('comes to one of two accounts of the same relative, confirmed in the same moment', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const [old, young] = [await t.person(`旧手机${round}`), await t.person(`新手机${round}`)];
      const ids = [await accepted(old), await accepted(young)];
      const answers = await Promise.all([confirm(ids[0]!), confirm(ids[1]!, t.tianjun.token)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const left = await t.app.nest.get(Kinships).ofElder(t.ctx(), t.lixiulan.id);
      expect([left.length, ids.includes(left[0]!.id)]).toEqual([1, true]);
    }
  });

  it('cannot be left out: the database knows one account for each relative', async () => {
    await confirm(await accepted());
    const second = await accepted(t.stranger);
    const twice = { status: 'confirmed', confirmedAs: t.daughter } as const;
    await expect(
      t.app.database.tx(t.ctx(), (tx) => tx.em.update(Kinship, { id: second }, twice)),
    ).rejects.toMatchObject({ name: 'QueryFailedError' });
    expect(await kin(t.stranger.token)).toMatchObject([{ status: 'awaiting' }]);
  });

  it('does not come when the elder moves; the new community decides from then on', async () => {
    const id = await accepted();
    const body = { communityId: t.divisions.yaojiaCommunity };
    const district = await t.person('韩立新', 'district', 'lixia');
    expect((await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: district.token, body })).status).toBe(403);
    const both = await t.person('林主任', 'street', 'lixia');
    expect((await t.call('PATCH', `/elders/${t.lixiulan.id}`, { as: both.token, body })).status).toBe(200);
    expect((await confirm(id)).status).toBe(404);
    expect((await confirm(id, t.mengxiaoyan.token)).status).toBe(200);
  });
});

/** The code of the phone-number button in the simulated WeChat. */
function phoneCode(person: Person, phone: string): string {
  const { people, codes } = t.simulator.world;
  return codes.issue('phone', people.add({ openid: person.openid, name: person.name, phone }));
}

async function audit(action: string): Promise<AuditEntry | null> {
  return t.app.database.read.findOneBy(AuditEntry, { action });
}

async function audits(action: string): Promise<number> {
  return t.app.database.read.countBy(AuditEntry, { action });
}
