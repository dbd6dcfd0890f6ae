import type { NeedHandler, VisitorBody } from '@tanfang/shared';

import { calendarDate } from '../../platform/clock/clock';
import type { FamilyChoiceText, WentUp } from './care.dto';
import type { Need, NeedRise } from './care.entities';
import { farther, hasGoneUp } from './levels';

/** Sentences about a need. Toward families and visitors without a word of administration. */

const IN_HAND: Record<NeedHandler, string> = {
  family: '家里在办',
  community: '社区在跟进',
  street: '街道在跟进',
  district: '区里在跟进',
};
const DONE: Record<NeedHandler, string> = {
  family: '家里办好了',
  community: '社区办好了',
  street: '街道办好了',
  district: '区里办好了',
};
/** Endings other than having done it. */
const ENDED_OTHERWISE = { 'not-needed': '不用办了', 'handed-over': '转给别的单位办了' } as const;
const WAITING_FOR: Record<Need['level'], string> = {
  'first-contact': '等家里拿主意',
  community: '社区会跟进',
  street: '街道会跟进',
  district: '区里会跟进',
};

const OFFICES: Record<Need['level'], string> = {
  'first-contact': '家里',
  community: '社区',
  street: '街道',
  district: '区里',
};

/** One sentence for the visitor or the officer: who is at it. */
export function progressOf(need: Need): string {
  if (need.status === 'closed') return endingOf(need) ?? DONE[need.handler ?? 'community'];
  if (need.status === 'acknowledged') return IN_HAND[need.handler ?? 'community'];
  return need.heldFromFamily ? `${WAITING_FOR[need.level]}，家人看不到` : WAITING_FOR[need.level];
}

function endingOf({ outcome }: Need): string | null {
  return outcome === null || outcome === 'done' ? null : ENDED_OTHERWISE[outcome];
}

/** One sentence for the family. */
export function progressToFamily(need: Need): string {
  if (need.status === 'closed') return endingOf(need) ?? '办好了';
  if (need.handler === 'family') return '家里在办，办好了点一下“办好了”';
  if (need.handler !== null) return `${IN_HAND[need.handler]}，办好了会告诉您`;
  const office = OFFICES[need.level];
  if (need.familyWish === 'community')
    return hasGoneUp(need) ? `已经请人帮忙，现在转到${office}了` : '已经请社区帮忙，社区会联系您';
  if (need.familyWish === 'self') return `说好的日子过了，${office}会接着办`;
  if (isFamilysTurn(need)) return '等您拿主意';
  if (isDanger(need)) return `情况紧急，${office}马上接着办`;
  return mayFamilyAnswer(need) ? `转到${office}了，您还可以拿主意` : WAITING_FOR[need.level];
}

/** Whether the need waits for the family, and not for the office to which it went up meanwhile. */
export function isFamilysTurn(need: Need): boolean {
  return mayFamilyAnswer(need) && !hasGoneUp(need);
}

/**
 * Whether the family may decide, in time or late: where the plan sends it to the street and informs nobody, it is not
 * asked. A danger to life is never theirs to take: somebody nearby goes on with it at once, and they are told.
 */
export function mayFamilyAnswer(need: Need): boolean {
  if (isDanger(need)) return false;
  const isAsked = need.ownerKind === 'first-contact' || need.inform !== '' || Boolean(need.firstContactMissing);
  return isAsked && need.status === 'open' && need.familyWish === null && !need.heldFromFamily;
}

function isDanger({ severity }: Need): boolean {
  return severity === 'life-danger';
}

/** The two ways, each with who does it, what it costs and how it ends. */
export function choicesFor(need: Need, officerName: string | null): FamilyChoiceText[] {
  if (!mayFamilyAnswer(need)) return [];
  const isWithCommunity = farther(need.level, 'community') === 'community';
  const office = isWithCommunity ? '社区' : OFFICES[need.level];
  const who = isWithCommunity && officerName ? `社区的${officerName}` : `${office}工作人员`;
  return [
    { choice: 'self', title: '我来处理', text: '您自己安排，办完点一下“办好了”' },
    { choice: 'community', title: `请${office}协助`, text: `${who}来联系您、帮着办；要花钱的地方先问您，费用自付` },
  ];
}

/** Who has an open need that went up, and since when (ms); null for one that has not, and once somebody took it. */
export function wentUpOf(need: Need, lastRise: NeedRise | undefined): WentUp | null {
  if (need.status !== 'open' || lastRise === undefined) return null;
  return { who: OFFICES[lastRise.risenTo], at: lastRise.at };
}

/** The day before which an answer is wanted; of a need the family took, the day to have it done. */
export function answerByOf(need: Need): string {
  return calendarDate(need.handler === 'family' ? (need.risesAt ?? need.closeBy) : need.acknowledgeBy);
}

/**
 * What was to be done on the spot about a hazard that may hurt somebody now. It says what the visitor is asked to do, and
 * does not claim more: the form has no box that confirms it.
 */
export function safeNowOf(need: Need): string | null {
  const [first] = need.advice;
  const isDanger = need.severity === 'urgent' || need.severity === 'life-danger';
  if (!first || !isDanger || need.needType !== 'safety-hazard') return null;
  return `我们请探访员当场先${first}`;
}

const VISITORS: Partial<Record<VisitorBody, string>> = {
  committee: '社区工作人员',
  grid: '网格员',
  'care-place': '养老服务中心的人',
  'social-work': '社工',
  'primary-health': '家庭医生团队',
  'elder-association': '老年协会的人',
  property: '物业的人',
  volunteer: '志愿者',
  student: '学生志愿者',
  neighbour: '邻居',
};

/** What a family calls the one who came. */
export function visitorWord(body: VisitorBody | undefined): string {
  return (body && VISITORS[body]) ?? '探访员';
}
