import { compiled, installed } from './product.mjs';
import { communityOf, draw, idOf, visitorOf } from './shape.mjs';

const { derive, NEW } = compiled('modules/registry/draft');
const { callNameOf } = compiled('modules/registry/call-name');
const { planElder } = compiled('modules/visiting/planning');
const { checkDigit } = installed('@tanfang/shared');

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIVEN = ['秀兰', '桂英', '玉珍', '淑芳', '凤英', '建国', '长河', '德明', '志强', '文华', '玉梅', '福田'];
const NOTES = ['上次燃气软管旧了', '上次说腿疼', '上次药快吃完了', '上次卫生间没有扶手'];

const SON_AWAY = { name: '王磊', relation: 'child', livesWithElder: false, circumstances: { awaySince: '2019-03-01' } };
const DAUGHTER_NEAR = { name: '李敏', relation: 'child', livesWithElder: false, circumstances: {} };

/** What the plan asks about an elder, and the relatives there are. Together they owe visits weekly, half-monthly, monthly. */
const LIVES = [
  { traits: { maritalStatus: 'widowed' }, relatives: [SON_AWAY] },
  { traits: { maritalStatus: 'widowed' }, relatives: [DAUGHTER_NEAR] },
  { traits: { maritalStatus: 'widowed', ability: { level: 'moderate' } }, relatives: [SON_AWAY] },
  { traits: { maritalStatus: 'never-married', assistance: ['destitute'] }, relatives: [] },
  { traits: { maritalStatus: 'divorced', disability: { grade: 2 } }, relatives: [] },
  { traits: { maritalStatus: 'widowed', onlyChild: { status: 'deceased' } }, relatives: [] },
  { traits: { maritalStatus: 'divorced', assistance: ['minimum-living'] }, relatives: [DAUGHTER_NEAR] },
];

/** All that stands in the database about one elder, as entities. @param today calendar date @param at instant (ms) */
export function family(index, homes, today, at) {
  const { elder, relatives } = registered(index, homes[communityOf(index)], today, at);
  const assignedTo = idOf('visitor', visitorOf(index));
  const { visitedElder, obligations } = planned(index, elder, assignedTo, today, at);
  const assignment = {
    id: idOf('assignment', index),
    elderId: elder.id,
    accountId: assignedTo,
    running: true,
    since: at,
    until: null,
    endedWithRecord: null,
    bodyHash: '0'.repeat(64),
  };
  return { elder, relatives, visitedElder, obligations, assignment };
}

function registered(index, { id: communityId, ...home }, today, at) {
  const sex = draw('sex', index) < 0.6 ? 'female' : 'male';
  const birthDate = birthDateOf(index);
  const name = pick(SURNAMES, 'surname', index) + pick(GIVEN, 'given', index);
  const life = pick(LIVES, 'life', index);
  const place = `${1 + (index % 30)}号楼${1 + (index % 4)}单元`;
  const draft = {
    ...{ name, sex, birthDate, place, traits: life.traits, relativesKnown: true },
    idNumber: idNumber(birthDate, index, sex),
    phone: `1420${String(index).padStart(7, '0')}`,
    address: `${place}${1 + (index % 6)}0${1 + (index % 3)}室`,
    communityId,
    callName: callNameOf(name, sex),
    hints: index % 3 === 0 ? [{ icon: 'hearing', title: '听力不好', detail: '说话慢一点，靠近右耳' }] : [],
    ...{ firstContactId: null, endedOn: null, endReason: null },
  };
  const id = idOf('elder', index);
  const relatives = life.relatives.map((relative) => toRelative(index, id, relative, at));
  const rest = { id, registeredOn: '2026-01-01', bodyHash: '0'.repeat(64), version: 1, createdAt: at, updatedAt: at };
  return { elder: { ...draft, ...derive(draft, relatives, home, today, [], NEW), ...rest }, relatives };
}

function toRelative(index, elderId, { name, relation, livesWithElder, circumstances }, at) {
  return {
    ...{ id: idOf('relative', index), elderId, name, relation, livesWithElder, circumstances },
    ...{ kinWord: null, callsElder: null, emergencyContact: false, guardian: false },
    phone: `1420${String(index).padStart(7, '9')}`,
    ...{ bodyHash: '0'.repeat(64), createdAt: at, removedAt: null },
  };
}

const NO_PAUSE = { pausedFor: null, pausedUntil: null, seenWhilePaused: null };

/** The server's own planning decides what is owed, so that its planner finds nothing left to do. */
function planned(index, elder, visitorId, today, at) {
  const { id: elderId, communityId, packId, name, birthDate, place, every } = elder;
  const known = { every, everySince: '2026-01-01', seenOn: '2026-01-01' };
  const { state, insert } = planElder(every, known, [], today);
  const missedLast = draw('missed', index) < 0.05;
  const obligations = insert.map((row, turn) => ({
    ...row,
    listRank: turn === 0 && missedLast ? 0 : row.listRank,
    id: idOf(turn === 0 ? 'obligation' : 'next-obligation', index),
    ...{ elderId, communityId, programme: 'regular', status: 'owed', excuse: null },
    ...{ visitId: null, visitedAt: null, visitedBy: null, createdAt: at },
  }));
  const note = draw('note', index) < 0.2 ? pick(NOTES, 'which-note', index) : null;
  return {
    visitedElder: { elderId, communityId, packId, name, birthDate, place, note, visitorId, ...NO_PAUSE, ...state },
    obligations,
  };
}

const pick = (list, question, index) => list[Math.floor(draw(question, index) * list.length)];

/** 61 to 95 years old. */
function birthDateOf(index) {
  const year = 1931 + Math.floor(draw('year', index) * 34);
  const part = (question, most) => String(1 + Math.floor(draw(question, index) * most)).padStart(2, '0');
  return `${year}-${part('month', 12)}-${part('day', 28)}`;
}

/** Nobody's: no area begins with 99. The rest of the area counts on, for one birth date has 500 numbers for each sex. */
function idNumber(birthDate, index, sex) {
  const area = `99${String(Math.floor(index / 500)).padStart(4, '0')}`;
  const sequence = String((index % 500) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = `${area}${birthDate.replaceAll('-', '')}${sequence}`;
  return first17 + checkDigit(first17);
}
