import { ulid } from 'ulid';

import type { Need } from '../../../src/modules/care';
import type { Person } from '../registry/story';
import type { ProblemBody } from '../visiting/rounds';
import { DAY, HOUR } from '../support/clock';
import { GAS_UNSAFE, NEGLECTED, startHousehold, type Household } from './household';

let t: Household;
let need: Need;
beforeEach(async () => {
  t = await startHousehold();
  await t.find(GAS_UNSAFE);
  need = (await t.needs())[0]!;
});
afterEach(() => t.close());

type Body = ProblemBody & Record<string, unknown>;
const post = (person: Person, step: string, body: object, needId = need.id) =>
  t.call<Body>('POST', `/needs/${needId}/${step}`, { as: person.token, body });
const answer = (choice: string, id = ulid(), person = t.wangjing) => post(person, 'answers', { id, choice });
const acknowledge = (person = t.liufang, id = ulid()) => post(person, 'acknowledgements', { id });
const close = (person: Person, body: object = {}) => post(person, 'closures', { id: ulid(), outcome: 'done', ...body });
const row = async () => (await t.needs()).find(({ id }) => id === need.id)!;

describe('the daughter’s choice 我来处理', () => {
  it('takes the need until the day it is to be done, and is in the audit', async () => {
    t.clock.advance(HOUR);
    const answered = await answer('self');
    expect(answered).toMatchObject({
      status: 201,
      body: { view: 'family', status: 'acknowledged', yourTurn: false, mayClose: true },
    });
    expect(await row()).toMatchObject({
      ...{ status: 'acknowledged', handler: 'family', familyWish: 'self', risesAt: need.closeBy },
      ...{ acknowledgedBy: t.wangjing.id, acknowledgedAt: t.clock.now() },
    });
    expect(await t.audits(need.id, 'need.answer')).toMatchObject([
      { actorId: t.wangjing.id, detail: '{"choice":"self"}' },
    ]);
  });

  it('ends with 办好了', async () => {
    await answer('self');
    const closed = await close(t.wangjing, { note: '换了新软管' });
    expect(closed).toMatchObject({ status: 201, body: { status: 'closed', progress: '办好了' } });
    expect(await row()).toMatchObject({
      status: 'closed',
      openKey: null,
      outcome: 'done',
      note: '换了新软管',
      closedBy: t.wangjing.id,
    });
  });

  it('leaves a line for the next visitor to look once more', async () => {
    await answer('self');
    await close(t.wangjing);
    const { body } = await t.call<{ items: { elderId: string; note: string }[] }>('GET', '/worklist', {
      as: t.zhoumin.token,
    });
    expect(body.items.find(({ elderId }) => elderId === t.lixiulan.id)?.note).toBe(
      '燃气不安全，要处理：说是办好了，再看一眼',
    );
  });
});

describe('the daughter’s choice 请社区协助', () => {
  it('is open work for the community with her wish and a fresh clock', async () => {
    t.clock.advance(20 * HOUR);
    const answered = await answer('community');
    expect(answered).toMatchObject({ status: 201, body: { status: 'open', yourTurn: false, choices: [] } });
    expect(answered.body.progress).toBe('已经请社区帮忙，社区会联系您');
    expect(await row()).toMatchObject({
      ...{ status: 'open', handler: null, familyWish: 'community', level: 'community' },
      ...{ acknowledgeBy: t.clock.now() + 24 * HOUR, risesAt: t.clock.now() + 24 * HOUR },
    });
  });

  it('is seen by the community, which takes it and finishes it', async () => {
    await answer('community');
    expect(await acknowledge()).toMatchObject({
      status: 201,
      body: { view: 'officer', status: 'acknowledged', handler: 'community', familyWish: 'community' },
    });
    expect(await close(t.liufang, { note: '燃气公司换好了' })).toMatchObject({
      status: 201,
      body: { status: 'closed' },
    });
    expect(await row()).toMatchObject({ outcome: 'done', handler: 'community', closedBy: t.liufang.id });
  });
});

describe('a tap that was sent twice', () => {
  it('answers once', async () => {
    const id = ulid();
    const first = await answer('self', id);
    const second = await answer('self', id);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await t.audits(need.id, 'need.answer')).toHaveLength(1);
    await t.work();
    expect((await t.notices(t.liufang)).filter(({ eventKey }) => eventKey.startsWith('need.answered'))).toHaveLength(1);
  });

  it('answers once when both arrive together', async () => {
    const id = ulid();
    const answers = await Promise.all([answer('self', id), answer('self', id), answer('self', id)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await t.audits(need.id, 'need.answer')).toHaveLength(1);
  });

  it('is refused under the same id with another choice, and tells nothing of another’s', async () => {
    const id = ulid();
    await answer('self', id);
    const other = await answer('community', id);
    expect(other).toMatchObject({ status: 409, body: { code: 'id.taken' } });
    expect(JSON.stringify(other.body)).not.toContain('self');
    expect((await row()).familyWish).toBe('self');
  });

  it('takes and closes once', async () => {
    const [taken, closing] = [ulid(), ulid()];
    for (const _ of [1, 2]) expect(await acknowledge(t.liufang, taken)).toMatchObject({ status: 201 });
    for (const _ of [1, 2]) expect(await close(t.liufang, { id: closing })).toMatchObject({ status: 201 });
    expect(await t.audits(need.id, 'need.acknowledge')).toHaveLength(1);
    expect(await t.audits(need.id, 'need.close')).toHaveLength(1);
  });
});

describe('a second mind', () => {
  const refused = (detail: string) => ({ status: 409, body: { code: 'need.state', detail } });

  it('is told kindly that the family is at it', async () => {
    await answer('self');
    expect(await answer('community')).toMatchObject(refused('家里已经有人在办这件事了'));
  });

  it('is told kindly that the community has been asked', async () => {
    await answer('community');
    expect(await answer('self')).toMatchObject(refused('已经请社区帮忙，社区会联系您'));
  });

  it('is told kindly that the community is at it', async () => {
    await acknowledge();
    expect(await answer('self')).toMatchObject(refused('社区在跟进，办好了会告诉您'));
    expect(await close(t.wangjing)).toMatchObject(refused('社区在跟进，办好了会告诉您'));
  });

  it('is told kindly that it is done', async () => {
    await acknowledge();
    await close(t.liufang);
    expect(await answer('self')).toMatchObject(refused('这件事已经办好了，谢谢您惦记着'));
    expect(await close(t.liufang)).toMatchObject(refused('这件事已经办结了，请刷新看看'));
    expect(await acknowledge()).toMatchObject(refused('这件事已经办结了，请刷新看看'));
  });

  it('of two people at the same moment lets one through', async () => {
    const both = await Promise.all([answer('self'), acknowledge()]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await row()).status).toBe('acknowledged');
  });
});

describe('an officer', () => {
  it('takes before closing', async () => {
    expect(await close(t.liufang)).toMatchObject({
      status: 409,
      body: { code: 'need.state', detail: '请先接下这件事，再记办结' },
    });
    expect((await row()).status).toBe('open');
  });

  it('may close what the family took and told them about', async () => {
    await answer('self');
    expect(await close(t.liufang)).toMatchObject({ status: 201, body: { status: 'closed', handler: 'family' } });
  });

  it('of the street takes it as the street', async () => {
    expect(await acknowledge(t.tianjun)).toMatchObject({ status: 201, body: { handler: 'street' } });
  });
});

describe('refusals', () => {
  const nothing = { status: 404, body: { code: 'access.not-found' } };

  it('refuses a worker from another street', async () => {
    expect(await acknowledge(t.mengxiaoyan)).toMatchObject(nothing);
    await acknowledge();
    expect(await close(t.mengxiaoyan)).toMatchObject(nothing);
    expect(await t.call('GET', `/needs/${need.id}`, { as: t.mengxiaoyan.token })).toMatchObject(nothing);
  });

  it('refuses the child of another elder', async () => {
    await t.bind(t.liuyang, t.son, t.liuchanghe.id);
    expect(await answer('self', ulid(), t.liuyang)).toMatchObject(nothing);
    expect(await close(t.liuyang)).toMatchObject(nothing);
    expect(await t.call('GET', `/needs/${need.id}`, { as: t.liuyang.token })).toMatchObject(nothing);
  });

  it('refuses whoever has no such role', async () => {
    expect(await answer('self', ulid(), t.stranger)).toMatchObject({ status: 403, body: { code: 'access.role' } });
    expect(await acknowledge(t.zhoumin)).toMatchObject({ status: 403 });
    expect(await answer('self', ulid(), t.liufang)).toMatchObject({ status: 403 });
    expect(await acknowledge(t.wangjing)).toMatchObject({ status: 403 });
  });

  it('refuses without a session', async () => {
    expect(await t.call('GET', '/needs')).toMatchObject({ status: 401, body: { code: 'session.missing' } });
  });

  it('refuses the daughter whose kinship has ended', async () => {
    const { body } = await t.call<{ kin: { kinshipId: string }[] }>('GET', '/sessions/current', {
      as: t.wangjing.token,
    });
    await t.call('DELETE', `/kinships/${body.kin[0]!.kinshipId}`, { as: t.liufang.token });
    expect((await answer('self')).status).toBeGreaterThanOrEqual(403);
    expect((await row()).familyWish).toBeNull();
  });

  it('keeps suspected neglect from the family, even from a relative who works for the community', async () => {
    await t.find(NEGLECTED);
    const held = (await t.needs()).find(({ heldFromFamily }) => heldFromFamily)!;
    expect(await post(t.wangjing, 'answers', { id: ulid(), choice: 'self' }, held.id)).toMatchObject(nothing);
    expect(await t.call('GET', `/needs/${held.id}`, { as: t.wangjing.token })).toMatchObject(nothing);
    const niece = await t.person('王芳', 'community', 'first');
    expect(await t.call('GET', `/needs/${held.id}`, { as: niece.token })).toMatchObject({ status: 200 });
    await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, {
      as: t.liufang.token,
      body: { id: ulid(), name: '王芳', relation: 'other', livesWithElder: false },
    });
    const relatives = await t.app.database.read.query<{ id: string }[]>(`SELECT id FROM relative WHERE name = '王芳'`);
    await t.bind(niece, relatives[0]!.id);
    expect(await t.call('GET', `/needs/${held.id}`, { as: niece.token })).toMatchObject(nothing);
    expect(await post(niece, 'acknowledgements', { id: ulid() }, held.id)).toMatchObject(nothing);
    const list = await t.call<{ items: { id: string }[] }>('GET', '/needs', { as: niece.token });
    expect(list.body.items.map(({ id }) => id)).not.toContain(held.id);
  });
});

describe('what is sent', () => {
  const cases: [string, string, object, string][] = [
    ['answers', 'choice', { id: ulid(), choice: 'agency' }, '您的选择不在可选的范围里'],
    ['answers', 'choice', { id: ulid() }, '您的选择'],
    ['answers', 'id', { id: 'abc', choice: 'self' }, '编号要是 26 位编号'],
    ['answers', 'id', { choice: 'self' }, '编号'],
    ['answers', 'note', { id: ulid(), choice: 'self', note: 'x' }, '多了一项不认识的内容：note'],
    ['acknowledgements', 'id', {}, '编号'],
    ['acknowledgements', 'handler', { id: ulid(), handler: 'street' }, '多了一项不认识的内容：handler'],
    ['closures', 'outcome', { id: ulid(), outcome: 'gone' }, '结果不在可选的范围里'],
    ['closures', 'outcome', { id: ulid() }, '结果'],
    ['closures', 'note', { id: ulid(), outcome: 'done', note: '长'.repeat(501) }, '说明不能空着，最多 500 个字'],
    ['closures', 'note', { id: ulid(), outcome: 'done', note: 7 }, '说明要是文字'],
  ];

  it.each(cases)('%s: %s is checked, and nothing is written', async (step, field, body, message) => {
    const person = step === 'answers' ? t.wangjing : t.liufang;
    const refused = await post(person, step, body);
    expect(refused).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const found = refused.body.fields?.find((problem) => problem.field === field);
    expect(found?.message).toContain(message);
    expect(await row()).toEqual(need);
  });

  it('an id that is none is refused with its name', async () => {
    const refused = await t.call<ProblemBody>('GET', '/needs/17', { as: t.liufang.token });
    expect(refused).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'id', message: '事情编号要是 26 位编号' }] },
    });
  });

  it('a page that begins nowhere is refused', async () => {
    const refused = await t.call<ProblemBody>('GET', '/needs?after=yesterday', { as: t.liufang.token });
    expect(refused).toMatchObject({ status: 400, body: { fields: [{ field: 'after' }] } });
    expect(await t.call('GET', '/needs?status=gone', { as: t.liufang.token })).toMatchObject({ status: 400 });
    expect(await t.call('GET', '/needs?limit=1000', { as: t.liufang.token })).toMatchObject({ status: 400 });
  });

  it('a note keeps a day-long silence: nothing is written by reading', async () => {
    t.clock.advance(DAY / 2);
    const before = await t.needs();
    await t.call('GET', '/needs', { as: t.liufang.token });
    await t.call('GET', `/needs/${need.id}`, { as: t.wangjing.token });
    expect(await t.needs()).toEqual(before);
  });
});
