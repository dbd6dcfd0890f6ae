import type { Cadence, ObligationStatus } from '@tanfang/shared';

import { addDays, nextPeriodOf, periodOf, type CalendarDate, type Period } from '../../policy';
import { isPaused, RANK_AFTER_MISSED, RANK_USUAL, type ExcusedFor } from './obligations.entities';

/** An obligation as far as planning cares. */
export interface PlannedRow {
  id: string;
  every: Cadence;
  periodStart: CalendarDate;
  dueOn: CalendarDate;
  listUntil: CalendarDate;
  status: ObligationStatus;
  excuse: ExcusedFor | null;
}

/** Which cadence is in force for an elder, since when that is known, and when the elder was first seen. */
export interface CadenceState {
  every: Cadence | null;
  everySince: CalendarDate;
  seenOn: CalendarDate;
}

export interface NewRow {
  every: Cadence;
  periodStart: CalendarDate;
  dueOn: CalendarDate;
  listUntil: CalendarDate;
  listRank: number;
}

export interface PlanStep {
  state: CadenceState;
  insert: NewRow[];
  /** Ids of rows that the new cadence does not ask for. */
  withdraw: string[];
  /** Rows that leave the lists on another day than now stated. */
  relist: { id: string; listUntil: CalendarDate }[];
}

/**
 * What is to be changed so that the elder's current and next period are planned. Planning again changes nothing.
 *
 * The rule on a period's first day decides the period: a new cadence therefore begins with its first period that
 * starts on or after the day it became known, and periods that have begun stay as they are. A first registration is itself
 * a visit owed, so on that day the current period counts as well.
 * @param every the cadence in force on `on`; null when nothing is owed
 * @param known what was known before; null for an elder seen for the first time
 * @param rows the elder's obligations of this and the last two months
 */
export function planElder(
  every: Cadence | null,
  known: CadenceState | null,
  rows: readonly PlannedRow[],
  on: CalendarDate,
): PlanStep {
  const state: CadenceState = {
    every,
    everySince: known?.every === every ? known.everySince : on,
    seenOn: known?.seenOn ?? on,
  };
  const wantedNext = every && nextPeriodOf(every, on);
  // What rests for a while may be owed again, so it is planned like what is owed.
  const isUnsettled = (row: PlannedRow) => row.status === 'owed' || isPaused(row);
  const isOther = (row: PlannedRow) => isUnsettled(row) && row.every !== every;
  const stale = rows.filter((row) => isOther(row) && isOpenTo(state, row, on));
  const kept = rows.filter((row) => !stale.includes(row));
  const wanted = every && wantedNext ? [...currentPeriod(every, state, kept, on), wantedNext] : [];
  const missing = wanted.filter((period) => !kept.some((row) => row.periodStart === period.start));
  const starts = [...kept.map((row) => row.periodStart), ...missing.map((period) => period.start)];
  return {
    state,
    insert: missing.map((period) => newRow(every!, period, kept, starts, on)),
    withdraw: stale.map(({ id }) => id),
    relist: kept.flatMap((row) => {
      const until = listUntil({ start: row.periodStart, end: row.dueOn }, starts);
      return isUnsettled(row) && row.listUntil !== until ? [{ id: row.id, listUntil: until }] : [];
    }),
  };
}

/**
 * Whether the cadence in force may take a row of another one back: it has not begun, or begins today and so does a period
 * of the new one. Where it does not, who goes from weekly to monthly visits on a Monday would be owed nothing for weeks.
 */
function isOpenTo({ every, seenOn }: CadenceState, { periodStart }: PlannedRow, on: CalendarDate): boolean {
  if (periodStart !== on) return periodStart > on;
  // A correction on the day of registration: the current period of the new cadence takes its place.
  return every === null || seenOn === on || periodOf(every, on).start === on;
}

function currentPeriod(every: Cadence, state: CadenceState, kept: readonly PlannedRow[], on: CalendarDate): Period[] {
  const current = periodOf(every, on);
  if (state.everySince <= current.start) return [current];
  const covered = kept.some((row) => row.periodStart <= on && on <= row.dueOn);
  return state.seenOn === on && !covered ? [current] : [];
}

function newRow(
  every: Cadence,
  period: Period,
  kept: readonly PlannedRow[],
  starts: readonly CalendarDate[],
  on: CalendarDate,
): NewRow {
  const last = kept.filter((row) => row.dueOn < period.start).sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0];
  const wasMissed = last !== undefined && (last.status === 'missed' || (last.status === 'owed' && last.dueOn < on));
  return {
    every,
    periodStart: period.start,
    dueOn: period.end,
    listUntil: listUntil(period, starts),
    listRank: wasMissed ? RANK_AFTER_MISSED : RANK_USUAL,
  };
}

/** A period that begins within another one takes its place in the lists. */
function listUntil({ start, end }: Period, starts: readonly CalendarDate[]): CalendarDate {
  const later = starts.filter((other) => other > start && other <= end).sort()[0];
  return later === undefined ? end : addDays(later, -1);
}
