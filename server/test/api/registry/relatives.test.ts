import { ulid } from 'ulid';

import { Registry } from '../../../src/modules/registry';
import { AuditEntry } from '../../../src/platform/audit';
import { OutboxJob } from '../../../src/platform/outbox';
import { startStory, type Story } from './story';

let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

type Answer = Record<string, unknown> & { code?: string; fields?: { field: string; message: string }[] };

const grandson = (changes: object = {}) => ({
  ...{
    id: ulid(),
    name: '刘小军',
    relation: 'grandchild',
    kinWord: '孙子',
    phone: '0531-8888 0000',
    livesWithElder: false,
  },
  ...changes,
});
const add = (body: object, as = t.liufang.token, elderId = t.liuchanghe.id) =>
  t.call<Answer>('POST', `/elders/${elderId}/relatives`, { as, body });
const registry = () => t.app.nest.get(Registry);

describe('a relative', () => {
  it('is registered, masked, and known to the other modules', async () => {
    const body = grandson();
    expect(await add(body)).toMatchObject({
      status: 201,
      body: { id: body.id, name: '刘小军', relation: 'grandchild', phoneMasked: '*** **** **00', firstContact: false },
    });
    expect(await registry().relativePhone(t.ctx(), body.id)).toBe('0531-88880000');
    expect((await registry().relatives(t.ctx(), t.liuchanghe.id)).map(({ name }) => name)).toEqual(['刘洋', '刘小军']);
  });

  it('twice is registered once', async () => {
    const body = grandson();
    const [first, second] = [await add(body), await add(body)];
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(await audits('relative.register', body.id)).toBe(1);
  });

  it('twice at the same moment is registered once, and two different ones are both', async () => {
    const [body, other] = [grandson(), grandson({ name: '刘小红' })];
    const answers = await Promise.all([add(body), add(body), add(other)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect([await audits('relative.register', body.id), await audits('relative.register', other.id)]).toEqual([1, 1]);
  });

  it('under an id that is taken is a conflict, for another elder as well', async () => {
    const body = grandson();
    await add(body);
    expect(await add({ ...body, name: '刘大军' })).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(await add(body, t.liufang.token, t.lixiulan.id)).toMatchObject({ status: 409, body: { code: 'id.taken' } });
  });

  it('who moves in ends living alone', async () => {
    const { status } = await add(
      grandson({ relation: 'sibling', livesWithElder: true }),
      t.mengxiaoyan.token,
      t.gaoyulan.id,
    );
    expect(status).toBe(201);
    expect(await registry().get(t.ctx(), t.gaoyulan.id)).toMatchObject({
      livesAlone: false,
      every: null,
      categories: [],
    });
  });

  it('can be corrected; null strikes out a phone', async () => {
    const body = grandson();
    await add(body);
    const amend = (changes: object, as = t.liufang.token) =>
      t.call<Answer>('PATCH', `/elders/${t.liuchanghe.id}/relatives/${body.id}`, { as, body: changes });
    expect((await amend({ phone: null, kinWord: '外孙' })).body).toMatchObject({
      phoneMasked: null,
      kinWord: '外孙',
      name: '刘小军',
    });
    await amend({ phone: null, kinWord: '外孙' });
    expect(await audits('relative.amend', body.id)).toBe(1);
    expect(await amend({ name: 5 })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'name', message: expect.stringContaining('亲属姓名') }] },
    });
    expect((await amend({ kinWord: '孙子' }, t.mengxiaoyan.token)).status).toBe(404);
  });

  it('who was away and is back ends 留守, and what is owed begins again when they leave again', async () => {
    const { status } = await t.call('PATCH', `/elders/${t.liuchanghe.id}`, {
      ...{ as: t.liufang.token, body: { facts: { maritalStatus: 'married' } } },
    });
    expect(status).toBe(200);
    const amend = (awaySince: unknown, as = t.liufang.token) =>
      t.call<Answer>('PATCH', `/elders/${t.liuchanghe.id}/relatives/${t.son}`, { as, body: { awaySince } });
    const leftBehind = async () => (await registry().get(t.ctx(), t.liuchanghe.id)).categories.includes('left-behind');
    expect((await amend('2025-01-01')).body).toMatchObject({ awaySince: '2025-01-01' });
    expect(await leftBehind()).toBe(true);
    for (const someone of [t.mengxiaoyan, t.zhoumin, t.wangjing])
      expect([403, 404]).toContain((await amend(null, someone.token)).status);
    expect(await leftBehind()).toBe(true);
    const before = await audits('relative.amend', t.son);
    expect((await amend(null)).body).toMatchObject({ awaySince: null, name: '刘洋', livesWithElder: false });
    expect(await leftBehind()).toBe(false);
    expect((await amend(null)).status).toBe(200);
    expect(await audits('relative.amend', t.son)).toBe(before + 1);
    await amend('2025-01-01');
    expect(await leftBehind()).toBe(true);
  });

  it('tells what is known of them; what is taken back is unknown again, not no', async () => {
    const known = { residence: { division: '310104' }, birthDate: '2001-05-06', ableToSupport: false };
    const body = grandson({ ...known, emergencyContact: true });
    const told = { residence: '310104', birthDate: '2001-05-06', ableToSupport: false, emergencyContact: true };
    expect((await add(body)).body).toMatchObject(told);
    const amend = (changes: object) =>
      t.call<Answer>('PATCH', `/elders/${t.liuchanghe.id}/relatives/${body.id}`, {
        as: t.liufang.token,
        body: changes,
      });
    expect((await amend({ kinWord: '孙子' })).body).toMatchObject(told);
    const unknown = { residence: null, birthDate: null, ableToSupport: null };
    expect((await amend({ ...unknown, emergencyContact: false })).body).toMatchObject({
      ...unknown,
      emergencyContact: false,
    });
    const before = await audits('relative.amend', body.id);
    expect((await amend(unknown)).status).toBe(200);
    expect(await audits('relative.amend', body.id)).toBe(before);
    const { facts } = (
      await t.call<{ facts: { relatives: object[] } }>('GET', `/elders/${t.liuchanghe.id}`, {
        as: t.liufang.token,
      })
    ).body;
    expect(facts.relatives).toContainEqual({ relation: 'grandchild', livesWithElder: false });
  });

  it('is not away from a day to come, and nothing changes', async () => {
    const before = await registry().relatives(t.ctx(), t.liuchanghe.id);
    const path = `/elders/${t.liuchanghe.id}/relatives/${t.son}`;
    const answer = await t.call<Answer>('PATCH', path, { as: t.liufang.token, body: { awaySince: '2099-01-01' } });
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'awaySince', message: '外出日期还没到，请再看看' }] },
    });
    expect(await registry().relatives(t.ctx(), t.liuchanghe.id)).toEqual(before);
  });

  it('who has died is asked nothing any more, and is no first contact', async () => {
    const body = grandson();
    await add(body);
    const path = `/elders/${t.liuchanghe.id}`;
    await t.call('PUT', `${path}/first-contact`, { as: t.liufang.token, body: { relativeId: body.id } });
    const remove = (as: string) => t.call('DELETE', `${path}/relatives/${body.id}`, { as });
    expect((await remove(t.mengxiaoyan.token)).status).toBe(404);
    expect([(await remove(t.liufang.token)).status, (await remove(t.liufang.token)).status]).toEqual([204, 204]);
    expect(await registry().firstContact(t.ctx(), t.liuchanghe.id)).toBeNull();
    expect((await registry().relatives(t.ctx(), t.liuchanghe.id)).map(({ id }) => id)).not.toContain(body.id);
  });

  it.each([
    ['without a name', { name: undefined }, 'name', /亲属姓名/],
    ['with a name too long', { name: '刘'.repeat(51) }, 'name', /亲属姓名/],
    ['of an unknown relation', { relation: 'friend' }, 'relation', /关系/],
    ['without saying whether they live together', { livesWithElder: undefined }, 'livesWithElder', /同住/],
    ['who lives together by a word', { livesWithElder: 'yes' }, 'livesWithElder', /同住/],
    ['with a phone that is none', { phone: '8888' }, 'phone', /电话|座机/],
    ['with a place that is no code', { residence: { division: 'x' } }, 'residence.division', /区划代码/],
    ['away since a day that is none', { awaySince: '2025-13-01' }, 'awaySince', /外出日期/],
    ['away since a day to come', { awaySince: '2099-01-01' }, 'awaySince', /外出日期还没到/],
    ['born on a day to come', { birthDate: '2099-01-01' }, 'birthDate', /出生日期还没到/],
    ['able to support by a word', { ableToSupport: 'yes' }, 'ableToSupport', /赡养能力/],
    ['with a field nobody knows', { income: 1 }, 'income', /不认识/],
  ])('is refused %s', async (_, changes, field, message) => {
    const body = grandson(changes);
    const answer = await add(body);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', fields: [{ field, message: expect.stringMatching(message) }] },
    });
    expect(await registry().relativePhone(t.ctx(), body.id)).toBeNull();
  });

  it('is refused to a worker of another street, a visitor, the family and without a session', async () => {
    expect((await add(grandson(), t.mengxiaoyan.token)).status).toBe(404);
    expect((await add(grandson(), t.zhoumin.token)).status).toBe(403);
    expect((await add(grandson(), t.wangjing.token)).status).toBe(403);
    expect((await t.call('POST', `/elders/${t.liuchanghe.id}/relatives`, { body: grandson() })).status).toBe(401);
  });
});

describe('济南 第一联系人', () => {
  const name = (relativeId: string, as = t.liufang.token) =>
    t.call<Answer>('PUT', `/elders/${t.liuchanghe.id}/first-contact`, { as, body: { relativeId } });

  it('is named by the community, once', async () => {
    expect(await registry().firstContact(t.ctx(), t.liuchanghe.id)).toBeNull();
    expect((await name(t.son)).body).toMatchObject({ id: t.son, firstContact: true });
    await name(t.son);
    expect(await registry().firstContact(t.ctx(), t.liuchanghe.id)).toMatchObject({ id: t.son, name: '刘洋' });
    expect(await audits('first-contact.name', t.son)).toBe(1);
  });

  it('is a relative of this elder', async () => {
    expect(await name(t.daughter)).toMatchObject({ status: 400, body: { code: 'relative.unknown' } });
    expect(await name(ulid())).toMatchObject({ status: 400, body: { code: 'relative.unknown' } });
  });

  it('is not named by a worker of another street, a visitor or the family', async () => {
    expect((await name(t.son, t.mengxiaoyan.token)).status).toBe(404);
    expect((await name(t.son, t.zhoumin.token)).status).toBe(403);
    expect((await name(t.son, t.wangjing.token)).status).toBe(403);
  });

  it.each([[{}], [{ relativeId: null }], [{ relativeId: 'x' }]])('is refused as %j', async (body) => {
    const answer = await t.call('PUT', `/elders/${t.liuchanghe.id}/first-contact`, { as: t.liufang.token, body });
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'relativeId', message: expect.stringContaining('亲属编号') }] },
    });
  });
});

it('leaves no job behind that nobody handles', async () => {
  await t.work();
  expect(await t.app.database.read.countBy(OutboxJob, { status: 'dead' })).toBe(0);
});

async function audits(action: string, relativeId: string): Promise<number> {
  const rows = await t.app.database.read.find(AuditEntry, { where: { action } });
  return rows.filter(({ detail }) => detail.includes(relativeId)).length;
}
