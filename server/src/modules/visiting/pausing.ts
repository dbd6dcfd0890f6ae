import { PAUSE_DAYS, PAUSE_DAYS_BACK, type PauseReason, type VisitMode } from '@tanfang/shared';

import { addDays, type CalendarDate, type Period } from '../../policy';
import { calendarDate } from '../../platform/clock/clock';
import type { FieldProblem } from '../../platform/problems/problem';

/** The days on which nobody has to come: `from` is the first, on `backOn` visits are owed again. */
export interface PauseSpan {
  from: CalendarDate;
  backOn: CalendarDate;
}

/** With fewer days than this left of a period nobody can be asked to come in it any more. */
const ENOUGH_DAYS = 2;

/**
 * Our reading, for no plan speaks of it: a period is excused when the pause reaches into it and leaves fewer than two days at
 * its end, the day of the return included. Days before the pause do not count: whoever meant to come later in the period
 * did nothing wrong.
 */
export function excuses({ from, backOn }: PauseSpan, { start, end }: Period): boolean {
  const overlaps = from < backOn && from <= end && start < backOn;
  return overlaps && addDays(backOn, ENOUGH_DAYS - 1) > end;
}

/** Visits rest on this day. */
export function covers({ from, backOn }: PauseSpan, on: CalendarDate): boolean {
  return from <= on && on < backOn;
}

/**
 * Whether somebody who was said to be in hospital or away was seen at home. On its first day that may have been before they
 * left, unless it had been said already. 谢绝 does not mean that nobody is at home.
 */
export function belies(
  { mode, startedAt }: { mode: VisitMode; startedAt: number },
  { reason, setAt, from, backOn }: PauseSpan & { reason: PauseReason; setAt: number },
): boolean {
  const on = calendarDate(startedAt);
  if (mode !== 'on-site' || reason === 'declined' || !covers({ from, backOn }, on)) return false;
  return on > from || startedAt > setAt;
}

const UNTIL: Record<PauseReason, string> = { hospital: '住院', away: '外出', declined: '谢绝探访' };

/** @param today calendar date on which it is said */
export function spanFaults(reason: PauseReason, { from, backOn }: PauseSpan, today: CalendarDate): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (from > today) faults.push({ field: 'from', message: '这天还没到，请到那天再记' });
  if (from < addDays(today, -PAUSE_DAYS_BACK))
    faults.push({ field: 'from', message: `最早从 ${PAUSE_DAYS_BACK} 天前算起` });
  return [...faults, ...backOnFaults(reason, backOn, today)];
}

export function backOnFaults(reason: PauseReason, backOn: CalendarDate, today: CalendarDate): FieldProblem[] {
  if (backOn <= today) return [{ field: 'backOn', message: '要在今天以后；已经回来的，不用记暂时不用去' }];
  const most = PAUSE_DAYS[reason];
  if (backOn <= addDays(today, most)) return [];
  return [{ field: 'backOn', message: `${UNTIL[reason]}最多先记 ${most} 天，到时候问过了再延` }];
}
