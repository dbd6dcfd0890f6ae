import { ulid } from 'ulid';

import { Outbox } from '../../../src/platform/outbox';
import { addPhone, GAS_UNSAFE, RAISED, startHousehold, type Household } from '../care/household';
import type { Person } from '../registry/story';
import { MINUTE } from '../support/clock';

let t: Household;
beforeEach(async () => {
  t = await startHousehold();
});
afterEach(() => t.close());

const path = (rest: string) => `/elders/${t.lixiulan.id}/${rest}`;
const office = async (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', rest: string, body?: object) => {
  const { status } = await t.call(method, path(rest), { as: t.liufang.token, ...(body ? { body } : {}) });
  expect(status).toBeLessThan(300);
};
const nameFirst = (relativeId: string) => office('PUT', 'first-contact', { relativeId });
const removeDaughter = () => office('DELETE', `relatives/${t.daughter}`);
const open = async () => (await t.tasks()).filter(({ status }) => status === 'open');
const changed = async () => {
  await t.app.database.tx(t.ctx(), (tx) =>
    t.app.nest.get(Outbox).emit(tx, 'elder.changed', { elderId: t.lixiulan.id }),
  );
  await t.work();
};

/** 王强, whose sister the first contact is. */
async function brother(): Promise<string> {
  const more = { kinWord: '儿子', callsElder: '妈', phone: '14200000177', livesWithElder: false };
  const body = { id: ulid(), name: '王强', relation: 'child', ...more };
  await office('POST', 'relatives', body);
  return body.id;
}
async function bound(name: string, relativeId: string): Promise<Person> {
  const person = await t.person(name);
  addPhone(t, person);
  await t.bind(person, relativeId);
  return person;
}

describe('an open call to a relative who is not the one to call any more', () => {
  it('goes to the family that is left when she is removed from the record', async () => {
    const son = await brother();
    await t.find(GAS_UNSAFE);
    expect(await open()).toMatchObject([{ relativeId: t.daughter, reason: 'no-credit' }]);
    await removeDaughter();
    await t.work();
    const [need] = await t.needs();
    expect(await t.tasks()).toMatchObject([
      { relativeId: t.daughter, status: 'done', closedBy: 'readdressed' },
      { relativeId: son, status: 'open', reason: 'no-first-contact', needIds: need!.id, accountId: null },
    ]);
    await changed();
    expect(await t.tasks()).toHaveLength(2);
  });

  it('goes to the new first contact: by WeChat where that reaches him, else by telephone', async () => {
    const son = await brother();
    await t.find(GAS_UNSAFE);
    await nameFirst(son);
    await t.work();
    expect(await open()).toMatchObject([{ relativeId: son, reason: 'no-account' }]);
    const person = await bound('王强', son);
    await t.allow(person, RAISED);
    await nameFirst(t.daughter);
    await t.work();
    expect(await open()).toMatchObject([{ relativeId: t.daughter, reason: 'no-credit' }]);
    await nameFirst(son);
    await t.work();
    expect(await open()).toEqual([]);
    expect(await t.notices(person)).toMatchObject([{ title: '妈家有件事请您看看', state: 'sent' }]);
    expect(t.messages(person)).toHaveLength(1);
    await changed();
    expect(t.messages(person)).toHaveLength(1);
  });

  it('about several things is one call again, and does not ask for an answer by a day that is past', async () => {
    const son = await brother();
    await t.find({ ...GAS_UNSAFE, mobility: 'poor' });
    const person = await bound('王强', son);
    t.clock.set('2026-11-26T09:00:00+08:00');
    await nameFirst(son);
    await t.work();
    const ids = (await t.needs()).map(({ id }) => id).sort();
    expect((await open()).map(({ relativeId, needIds }) => [relativeId, needIds.split(',').sort()])).toEqual([
      [son, ids],
    ]);
    expect((await t.notices(person)).at(-1)!.lines.at(-1)).toBe('请在11月26日前拿个主意');
  });

  it('is the community’s to know when nobody of the family is left', async () => {
    await t.find(GAS_UNSAFE);
    const before = (await t.notices(t.liufang)).length;
    await removeDaughter();
    await t.work();
    expect(await open()).toEqual([]);
    expect((await t.notices(t.liufang)).slice(before)).toMatchObject([
      { title: '李秀兰家：燃气不安全，要处理，没有家人可以告诉' },
    ]);
    await changed();
    expect(await t.notices(t.liufang)).toHaveLength(before + 1);
  });

  it('is the same call when something else about her changes, also how often it was tried', async () => {
    await t.find(GAS_UNSAFE);
    const [task] = await open();
    const body = { id: ulid(), outcome: 'no-answer' };
    await t.call('POST', `/phone-tasks/${task!.id}/outcomes`, { as: t.liufang.token, body });
    await office('PATCH', `relatives/${t.daughter}`, { phone: '14200000188' });
    await brother();
    await t.work();
    expect(await t.tasks()).toMatchObject([{ id: task!.id, status: 'open', noAnswers: 1 }]);
  });

  it('tells nobody what they were told already', async () => {
    const son = await brother();
    const person = await bound('王强', son);
    await t.allow(person, RAISED);
    await t.find(GAS_UNSAFE);
    const [task] = await open();
    await nameFirst(son);
    await t.work();
    await t.allow(person, RAISED);
    const late = { ...task!, id: ulid(), sourceKey: 'opened late', noticeId: null, status: 'open', closedBy: null };
    await t.app.database.tx(t.ctx(), async (tx) => {
      await tx.em.insert('phone_task', late);
      await t.app.nest.get(Outbox).emit(tx, 'phone-task.opened', { taskId: late.id });
    });
    await t.work();
    expect(await open()).toEqual([]);
    expect(t.messages(person)).toHaveLength(1);
    expect(await t.audits(late.id, 'phone-task.readdress')).toHaveLength(1);
  });

  it('is not asked for anew about what is closed', async () => {
    await t.find(GAS_UNSAFE);
    await brother();
    const [need] = await t.needs();
    for (const [step, more] of [
      ['acknowledgements', {}],
      ['closures', { outcome: 'done' }],
    ] as const)
      await t.call('POST', `/needs/${need!.id}/${step}`, { as: t.liufang.token, body: { id: ulid(), ...more } });
    await removeDaughter();
    await t.work();
    expect(await open()).toEqual([]);
    expect(await t.tasks()).toHaveLength(1);
  });

  it('goes on to the right one as well when it is opened only after she was removed', async () => {
    const son = await brother();
    await t.allow(t.wangjing);
    t.simulator.world.faults.add({ endpoint: '/cgi-bin/message/subscribe/send', kind: 'hang-up', times: 1 });
    await t.find(GAS_UNSAFE);
    await removeDaughter();
    await t.work();
    expect(await t.tasks()).toEqual([]);
    t.clock.advance(31 * MINUTE);
    await t.tick();
    await t.work();
    expect(await open()).toMatchObject([{ relativeId: son, reason: 'no-first-contact' }]);
  });
});

describe('a message that waits for the morning, and its reader does not', () => {
  const night = () => t.clock.set('2026-11-23T22:00:00+08:00');
  const morning = async () => {
    t.clock.set('2026-11-24T07:00:00+08:00');
    await t.tick();
    await t.work();
  };
  /** Her lost phone is unbound, and her new one confirmed. */
  const newPhone = async () => {
    await t.call('POST', `/accounts/${t.wangjing.id}/sign-outs`, { as: t.liufang.token });
    return bound('王静的新手机', t.daughter);
  };

  it('reaches the account that is confirmed by then', async () => {
    await t.allow(t.wangjing);
    night();
    await t.find(GAS_UNSAFE);
    const her = await newPhone();
    await t.allow(her, RAISED);
    await morning();
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(t.messages(her)).toMatchObject([{ templateId: RAISED }]);
    expect(await t.notices(her)).toMatchObject([
      { title: '妈妈家有件事请您看看', relativeId: t.daughter, state: 'sent', readAt: null },
    ]);
    expect(await t.notices(t.wangjing)).toMatchObject([{ state: 'inbox' }]);
    expect(await t.tasks()).toEqual([]);
    await morning();
    expect(t.messages(her)).toHaveLength(1);
  });

  it('is a call when that account does not allow messages', async () => {
    await t.allow(t.wangjing);
    night();
    await t.find(GAS_UNSAFE);
    const her = await newPhone();
    await morning();
    expect(await open()).toMatchObject([{ relativeId: t.daughter, accountId: her.id, reason: 'no-credit' }]);
  });

  it('tells the new account as well that something was settled', async () => {
    await t.allow(t.wangjing);
    await t.find(GAS_UNSAFE);
    night();
    const [need] = await t.needs();
    for (const [step, more] of [
      ['acknowledgements', {}],
      ['closures', { outcome: 'done' }],
    ] as const)
      await t.call('POST', `/needs/${need!.id}/${step}`, { as: t.liufang.token, body: { id: ulid(), ...more } });
    await t.work();
    const her = await newPhone();
    await t.allow(her);
    await morning();
    expect(await t.notices(her)).toMatchObject([{ title: '妈妈家的事办好了', state: 'sent' }]);
  });

  it('is a call when nobody has taken the account’s place', async () => {
    await t.allow(t.wangjing);
    night();
    await t.find(GAS_UNSAFE);
    const { body } = await t.call<{ kin: { kinshipId: string }[] }>('GET', '/sessions/current', {
      as: t.wangjing.token,
    });
    await t.call('DELETE', `/kinships/${body.kin[0]!.kinshipId}`, { as: t.liufang.token });
    await morning();
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(await open()).toMatchObject([{ relativeId: t.daughter, accountId: null, reason: 'no-account' }]);
    await morning();
    expect(await t.tasks()).toHaveLength(1);
  });

  it('goes to whoever is named now when she is no relative any more', async () => {
    const son = await brother();
    const person = await bound('王强', son);
    await t.allow(person, RAISED);
    await t.allow(t.wangjing);
    night();
    await t.find(GAS_UNSAFE);
    await removeDaughter();
    await nameFirst(son);
    await morning();
    expect(t.messages(t.wangjing)).toEqual([]);
    expect(t.messages(person)).toMatchObject([{ templateId: RAISED }]);
    expect(await t.tasks()).toEqual([]);
  });

  it('is nobody’s when the night has settled all of it', async () => {
    await t.allow(t.wangjing);
    night();
    await t.find(GAS_UNSAFE);
    const her = await newPhone();
    const [need] = await t.needs();
    for (const [step, more] of [
      ['acknowledgements', {}],
      ['closures', { outcome: 'done' }],
    ] as const)
      await t.call('POST', `/needs/${need!.id}/${step}`, { as: t.liufang.token, body: { id: ulid(), ...more } });
    await morning();
    expect((await t.notices(her)).filter(({ template }) => template === 'needRaised')).toEqual([]);
    expect(await t.tasks()).toEqual([]);
  });
});
