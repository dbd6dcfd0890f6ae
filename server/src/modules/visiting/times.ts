import { DAY_MS } from '../../platform/clock/clock';
/** Phones' clocks lie: what may be believed of them, and what is done about the rest. */

const MINUTE_MS = 60_000;

/** Ahead by so little is nobody's fault. */
export const TOLERATED_AHEAD_MS = 10 * MINUTE_MS;
/** A clock further ahead, or a visit longer ago, is nonsense. */
export const MOST_AHEAD_MS = DAY_MS;
export const LONGEST_AGO_MS = 366 * DAY_MS;

export interface VisitTimes {
  startedAt: number;
  endedAt: number;
  /** The clock was ahead and both instants were put back by as much. */
  putBack: boolean;
}

/**
 * The instants (ms) of a visit as they are kept. A phone up to ten minutes ahead is believed; one up to a day ahead is
 * accepted, its visit is put back so that it ends now, and marked for review: nothing that was done at a door is refused
 * for a wrong clock. @returns null for nonsense: an end before the start, more than a day ahead, or a year ago
 */
export function visitTimes(startedAt: number, endedAt: number, now: number): VisitTimes | null {
  const ahead = endedAt - now;
  if (startedAt > endedAt || ahead > MOST_AHEAD_MS || startedAt < now - LONGEST_AGO_MS) return null;
  if (ahead <= TOLERATED_AHEAD_MS) return { startedAt, endedAt, putBack: false };
  return { startedAt: startedAt - ahead, endedAt: now, putBack: true };
}

/**
 * What was written down at `at`, and what had been done before: believed and put back as the times of a visit are. One that
 * lies behind `at`, because the clock was set back between, is taken for `at`.
 * @returns `at` as it is kept, and `kept` for each of the others; null for nonsense
 */
export function writtenTimes(
  at: number,
  before: readonly number[],
  now: number,
): { at: number; kept: (time: number) => number } | null {
  const times = visitTimes(Math.min(at, ...before), at, now);
  if (!times) return null;
  const ahead = at - times.endedAt;
  return { at: times.endedAt, kept: (time) => Math.min(time, at) - ahead };
}
