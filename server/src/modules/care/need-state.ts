import type { NeedHandler, NeedStatus, Severity } from '@tanfang/shared';
import { codesOf, SEVERITIES } from '@tanfang/shared';

import { Problem } from '../../platform/problems/problem';
import type { Ctx } from '../../platform/context/context';
import type { Need, Outcome } from './care.entities';
import { mayFamilyAnswer, progressToFamily } from './wording';

/**
 * The life of a need. A move that is not here does not exist, but two: the end of the elder's record closes it from wherever
 * it stands, and a record that is taken up again opens what its end had closed.
 */
export const NEXT_STATUSES = {
  open: ['acknowledged'],
  // Open again when whoever took it has not done it in time, or it has become more pressing than what they took.
  acknowledged: ['closed', 'open'],
  closed: [],
} as const satisfies Record<NeedStatus, readonly NeedStatus[]>;

/** @throws Problem `need.state` with a sentence for the one who came too late or too early */
export function requireMove(need: Need, to: NeedStatus, asFamily: boolean): void {
  const allowed: readonly NeedStatus[] = NEXT_STATUSES[need.status];
  if (!allowed.includes(to)) throw new Problem('need.state', asFamily ? toFamily(need) : toOfficer(need));
}

function toFamily(need: Need): string {
  if (need.status === 'closed') return '这件事已经办好了，谢谢您惦记着';
  if (need.handler === 'family') return '家里已经有人在办这件事了';
  if (need.handler !== null || !mayFamilyAnswer(need)) return progressToFamily(need);
  return '这件事还没有人接，请先选怎么办';
}

function toOfficer(need: Need): string {
  if (need.status === 'closed') return '这件事已经办结了，请刷新看看';
  if (need.status === 'acknowledged') return '这件事已经有人接了，请刷新看看';
  return '请先接下这件事，再记办结';
}

/** What leaves it to whoever comes next. */
export const UNTAKEN = { status: 'open', handler: null, acknowledgedAt: null, acknowledgedBy: null } as const;
export const UNCLOSED = { closedAt: null, closedBy: null, outcome: null, note: null } as const;

/** What closes a need, at this moment and by whoever acts. */
export function closedNow({ at, who }: Ctx, outcome: Outcome, note: string | null): Partial<Need> {
  return { status: 'closed', openKey: null, risesAt: null, closedAt: at, closedBy: who.accountId, outcome, note };
}

/** The family answers once; asking the community leaves the need open, so the status alone does not tell. */
export function requireUnanswered(need: Need): void {
  requireMove(need, 'acknowledged', true);
  if (!mayFamilyAnswer(need)) throw new Problem('need.state', toFamily(need));
}

/** Families close what a family took, nothing else. */
export function requireTakenByFamily(need: Need): void {
  requireMove(need, 'closed', true);
  if (need.handler !== 'family') throw new Problem('need.state', toFamily(need));
}

/** The district is the last to act: not before the need has come up to it. @throws Problem `need.state` */
export function requireReached(need: Need, office: NeedHandler): void {
  if (office === 'district' && need.level !== 'district')
    throw new Problem('need.state', '这件事还没转到区里，现在由社区、街道办');
}

const MOST_PRESSING_FIRST = codesOf(SEVERITIES);

/** A held need never shares a row with one that the family sees, else its words could surface there. */
export function openKeyOf(elderId: string, matter: string, held: boolean): string {
  return held ? `${elderId}:${matter}:held` : `${elderId}:${matter}`;
}

/** The matter of a call for help. */
export const EMERGENCY = 'emergency';

/**
 * Whether it asks for somebody anew. Of a call for help every later one does: from afar nobody can tell whether it is the same
 * danger or the next.
 */
export function isMoreThan(
  need: Pick<Need, 'severity' | 'seenAt'>,
  { severity, matter }: Pick<Need, 'severity' | 'matter'>,
  seenAt: number,
): boolean {
  return isMorePressing(severity, need.severity) || (matter === EMERGENCY && seenAt > need.seenAt);
}

export function isMorePressing(a: Severity, b: Severity): boolean {
  return MOST_PRESSING_FIRST.indexOf(a) < MOST_PRESSING_FIRST.indexOf(b);
}

/** Most pressing first, then the one whose clock ends first. */
export function byUrgency(a: Need, b: Need): number {
  const severity = MOST_PRESSING_FIRST.indexOf(a.severity) - MOST_PRESSING_FIRST.indexOf(b.severity);
  return severity || a.acknowledgeBy - b.acknowledgeBy || (a.id < b.id ? -1 : 1);
}
