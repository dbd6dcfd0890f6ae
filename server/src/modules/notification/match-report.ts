import type { NoticeAttempt } from './notification.entities';

/** The platform's clock may be behind ours by this much, and it tells whole seconds. */
const CLOCK_TOLERANCE_MS = 5_000;
/** A report that was made later than this after the call may be about something else. */
export const REPORT_WINDOW_MS = 30 * 60_000;

/** Attempts of one person and template of which no message id is known, and what to do about a report of an unknown id. */
export type Match = { settle: NoticeAttempt } | 'wait' | 'none';

/**
 * Whose message a report is about whose id nobody here knows. Only the one attempt that it can be about is settled by it:
 * - `wait` while a call is under way that may be about to learn its id: it will know it, or end uncertain
 * - `none` when no attempt fits or several do. Then it stays uncertain and somebody phones, as without any report
 * @param reportedAt instant (ms) of the report by the platform's clock
 */
export function matchReport(unnamed: readonly NoticeAttempt[], reportedAt: number): Match {
  const fitting = unnamed.filter(({ startedAt }) => {
    const after = reportedAt - startedAt;
    return after >= -CLOCK_TOLERANCE_MS && after <= REPORT_WINDOW_MS;
  });
  if (fitting.some(({ state }) => state === 'sending')) return 'wait';
  const [only, another] = fitting;
  return only && !another ? { settle: only } : 'none';
}
