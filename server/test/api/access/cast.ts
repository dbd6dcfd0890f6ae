import { ulid } from 'ulid';

import { Accounts } from '../../../src/modules/identity';
import type { NewElder } from '../../../src/modules/registry';
import { Sheet } from '../../../src/modules/sheets';
import { Visiting, VisitorAssignment } from '../../../src/modules/visiting';
import type { Capacity } from '../../../src/platform/access';
import { calendarDate } from '../../../src/platform/clock/clock';
import { GAS_UNSAFE, startHousehold, type Household } from '../care/household';
import { idNumber, type Person } from '../registry/story';
import { DAY } from '../support/clock';
import { elderNamed, photo } from '../visiting/rounds';

/** Somebody who calls. `inside`: 李秀兰's family, visitor or division; `outside`: the same role elsewhere. */
export interface Caller {
  who: string;
  role: Capacity | 'nobody' | 'anonymous';
  inside: boolean;
  /** A new session each time: some routes end the one they are called with. */
  token(): Promise<string | null>;
}

/** What the routes are tried on: all of it belongs to 李秀兰's home. */
export interface Things {
  elderId: string;
  elderName: string;
  daughterId: string;
  visitId: string;
  photoHash: string;
  photoBytes: Buffer;
  needId: string;
  sheetId: string;
  noticeId: string;
  taskId: string;
  doorCodeId: string;
  doorCode: string;
  spareAccountId: string;
  spareVisitorId: string;
  /** A relative's binding that waits for the community, made anew at every call. */
  awaiting(): Promise<string>;
  invitationCode(): Promise<string>;
  spareRelative(): Promise<string>;
  /** The district decides something, which can then be taken back. */
  decide(decision: object): Promise<void>;
  /** Something 王静 says is not right, made anew at every call. */
  objection(): Promise<string>;
  /** 孙桂英's visits rest: what an officer sends, the pause that runs now, and that none does. */
  pause(): object & { id: string };
  pausedNow(): Promise<string>;
  endPause(): Promise<void>;
}

export interface Stage {
  t: Household;
  things: Things;
  callers: Caller[];
}

export async function setStage(): Promise<Stage> {
  const t = await startHousehold();
  const outsideFamily = await t.person('高静');
  const zhenghaining = await t.person('郑海宁', 'district', 'lixia');
  const people: [string, Caller['role'], boolean, Person][] = [
    ['周敏，李秀兰的探访员', 'visitor', true, t.zhoumin],
    ['姚家的探访员', 'visitor', false, await t.person('冯丽', 'visitor', 'yaojiaCommunity')],
    ['之前的探访员', 'former-visitor', true, await formerVisitor(t, '韩梅', t.lixiulan)],
    ['别处之前的探访员', 'former-visitor', false, await formerVisitor(t, '邓云', t.gaoyulan)],
    ['女儿王静', 'family', true, t.wangjing],
    ['别家的女儿', 'family', false, outsideFamily],
    ['刘芳，本社区', 'community', true, t.liufang],
    ['孟晓燕，别的街道的社区', 'community', false, t.mengxiaoyan],
    ['田军，本街道', 'street', true, t.tianjun],
    ['姚家街道', 'street', false, await t.person('赵磊', 'street', 'yaojia')],
    ['历下区', 'district', true, zhenghaining],
    ['济南市', 'city', true, await t.person('于波', 'city', 'jinan')],
    ['代理机构', 'agency', false, await t.person('机构', 'agency')],
    ['运维', 'operator', false, await t.person('运维', 'operator')],
    ['没有身份的账号', 'nobody', false, t.stranger],
  ];
  await beFamilyElsewhere(t, outsideFamily);
  const things = await prepare(t, zhenghaining);
  const callers: Caller[] = people.map(([who, role, inside, person]) => ({
    ...{ who, role, inside },
    token: () => t.signIn(person),
  }));
  callers.push({ who: '没登录', role: 'anonymous', inside: false, token: () => Promise.resolve(null) });
  return { t, things, callers };
}

/** Somebody who visited the elder from yesterday until now. */
async function formerVisitor(t: Household, name: string, { id, communityId }: NewElder): Promise<Person> {
  const person = await t.person(name);
  const accounts = t.app.nest.get(Accounts);
  await t.app.database.tx(t.ctx(), async (tx) => {
    await accounts.grant(tx, person.id, 'visitor', communityId);
    await t.app.nest.get(Visiting).assign(tx, id, person.id);
    await tx.em.update(VisitorAssignment, { accountId: person.id }, { since: tx.at - DAY });
    await accounts.revoke(tx, person.id, 'visitor', communityId);
  });
  await t.work();
  return person;
}

/** 高玉兰 lives in the other street; her daughter is confirmed there. */
async function beFamilyElsewhere(t: Household, person: Person): Promise<void> {
  const as = t.mengxiaoyan.token;
  const relativeId = ulid();
  const path = `/elders/${t.gaoyulan.id}`;
  const relative = { id: relativeId, name: '高静', relation: 'child', livesWithElder: false };
  expect((await t.call('POST', `${path}/relatives`, { as, body: relative })).status).toBe(201);
  const invited = await t.call<{ code: string; id: string }>('POST', `${path}/invitations`, {
    as,
    body: { id: ulid(), relativeId },
  });
  const body = { id: ulid(), code: invited.body.code };
  expect((await t.call('POST', '/invitations/acceptances', { as: person.token, body })).status).toBe(201);
  expect((await t.call('POST', `/kinships/${invited.body.id}/confirmations`, { as })).status).toBe(200);
}

async function prepare(t: Household, district: Person): Promise<Things> {
  const { bytes, sha256 } = await photo();
  const visit = await t.find(GAS_UNSAFE, { photos: [{ sha256, field: 'gas' }] });
  const [need] = await t.needs();
  const [notice] = await t.notices(t.wangjing);
  const [task] = await t.tasks();
  const doorCodeId = ulid();
  const code = { as: t.liufang.token, body: { id: doorCodeId } };
  const door = await t.call<{ url: string }>('POST', `/elders/${t.lixiulan.id}/door-codes`, code);
  const spare = await t.person('换了手机的人', 'visitor', 'first');
  const spareVisitor = await t.person('新来的探访员', 'visitor', 'first');
  return {
    ...{ elderId: t.lixiulan.id, elderName: t.lixiulan.name, daughterId: t.daughter },
    ...{ visitId: visit.id, photoHash: sha256, photoBytes: bytes },
    ...{
      sheetId: await fileSheet(t),
      needId: need!.id,
      noticeId: notice!.id,
      taskId: task!.id,
      doorCodeId,
      doorCode: door.body.url,
    },
    ...{ spareAccountId: spare.id, spareVisitorId: spareVisitor.id },
    awaiting: () => awaiting(t),
    invitationCode: () => invite(t).then(({ code }) => code),
    spareRelative: () => addRelative(t),
    decide: async (body) => {
      const path = `/districts/${t.divisions.lixia}/readings`;
      expect((await t.call('POST', path, { as: district.token, body })).status).toBe(201);
    },
    objection: () => objection(t),
    ...pausing(t),
  };
}

/** A sheet with identity numbers on it. 济南 has no form for one, so the row is written as it would stand. */
async function fileSheet(t: Household): Promise<string> {
  const { id: elderId, idNumber: own, communityId } = t.lixiulan;
  const members = [{ name: '王静', relation: '女儿', 'id-number': idNumber('1972-06-08', 'female', 12) }];
  const sheet = {
    ...{ id: ulid(), elderId, communityId, kind: 'registration' as const, ordinal: 1 },
    ...{ formId: 'shishi-registration', formVersion: 1, answers: { members }, boxes: { 'id-number': own } },
    ...{ recorderId: t.zhoumin.id, recordedAt: t.clock.now(), bodyHash: '' },
  };
  await t.app.database.tx(t.ctx(), (tx) => tx.em.insert(Sheet, sheet));
  return sheet.id;
}

/** The relative added last, who goes when the next one comes: nobody has a hundred. */
const spares = new WeakMap<Household, string>();

async function addRelative(t: Household): Promise<string> {
  const former = spares.get(t);
  if (former) await t.call('DELETE', `/elders/${t.lixiulan.id}/relatives/${former}`, { as: t.liufang.token });
  const body = { id: ulid(), name: '侄子', relation: 'other', livesWithElder: false };
  expect((await t.call('POST', `/elders/${t.lixiulan.id}/relatives`, { as: t.liufang.token, body })).status).toBe(201);
  spares.set(t, body.id);
  return body.id;
}

async function objection(t: Household): Promise<string> {
  const body = { id: ulid(), note: '门牌换了' };
  const call = { as: t.wangjing.token, body };
  expect((await t.call('POST', `/parents/${t.lixiulan.id}/objections`, call)).status).toBe(204);
  return body.id;
}

function pausing(t: Household): Pick<Things, 'pause' | 'pausedNow' | 'endPause'> {
  const path = `/elders/${t.sunguiying.id}/pauses`;
  const as = t.liufang.token;
  const running = async () => {
    const { body } = await t.call<{ items: { id: string; running: boolean }[] }>('GET', path, { as });
    return body.items.find((pause) => pause.running)?.id;
  };
  const pause = () => ({
    ...{ id: ulid(), reason: 'hospital', from: calendarDate(t.clock.now()), note: '儿子说住院了' },
    backOn: calendarDate(t.clock.now() + 7 * DAY),
  });
  return {
    pause,
    pausedNow: async () => {
      const now = await running();
      if (now) return now;
      const body = pause();
      expect((await t.call('POST', path, { as, body })).status).toBe(201);
      return body.id;
    },
    endPause: async () => {
      const now = await running();
      if (now) await t.call('POST', `${path}/${now}/endings`, { as, body: { how: 'mistake' } });
    },
  };
}

async function invite(t: Household): Promise<{ id: string; code: string }> {
  const body = { id: ulid(), relativeId: await addRelative(t) };
  const invited = await t.call<{ id: string; code: string }>('POST', `/elders/${t.lixiulan.id}/invitations`, {
    as: t.liufang.token,
    body,
  });
  return invited.body;
}

async function awaiting(t: Household): Promise<string> {
  const { id, code } = await invite(t);
  const relative = await t.person('来绑定的亲戚');
  const body = { id: ulid(), code };
  expect((await t.call('POST', '/invitations/acceptances', { as: relative.token, body })).status).toBe(201);
  return id;
}

let born = 1;

/** A new elder of 李秀兰's community, as a registration sends it. */
export function registration(t: Household): object {
  born += 1;
  const birthDate = `1950-01-${String((born % 28) + 1).padStart(2, '0')}`;
  const { id, name, communityId } = elderNamed('新登记的老人', birthDate, t.divisions.first);
  const address = `8 号楼 ${born} 单元 101`;
  return {
    id,
    name,
    communityId,
    birthDate,
    address,
    sex: 'female',
    idNumber: idNumber(birthDate, 'female', 300 + born),
    facts: {},
  };
}

export function assignVisitor(t: Household, accountId: string): Promise<void> {
  return t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, accountId));
}
