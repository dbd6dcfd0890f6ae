import type { Cadence } from '@tanfang/shared';
import { addMonths, type CalendarDate } from './calendar';

const DAY_MS = 86_400_000;

/** A calendar period, both days included. */
export interface Period {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/**
 * The calendar period that a day lies in: week Monday–Sunday, half-month 1st–15th and 16th–end, month.
 * The rule that holds on `start` decides what is owed in the period.
 */
export function periodOf(every: Cadence, on: CalendarDate): Period {
  return remember(`${every} ${on}`, () => reckon(every, on));
}

function reckon(every: Cadence, on: CalendarDate): Period {
  if (every === 'week') {
    const start = addDays(on, -((new Date(epochDay(on) * DAY_MS).getUTCDay() + 6) % 7));
    return { start, end: addDays(start, 6) };
  }
  const month = on.slice(0, 8);
  const end = addDays(addMonths(`${month}01`, 1), -1);
  if (every === 'month') return { start: `${month}01`, end };
  return on.slice(8) <= '15' ? { start: `${month}01`, end: `${month}15` } : { start: `${month}16`, end };
}

/** The period that follows the one a day lies in. */
export function nextPeriodOf(every: Cadence, on: CalendarDate): Period {
  return remember(`after ${every} ${on}`, () => periodOf(every, addDays(periodOf(every, on).end, 1)));
}

const MOST_REMEMBERED = 1000;
const remembered = new Map<string, Period>();

/** A city plans the same few periods for each of its elders; reckoning them anew each time costs more than the rest. */
function remember(key: string, period: () => Period): Period {
  const known = remembered.get(key);
  if (known) return known;
  const found = period();
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, found);
  return found;
}

/** The calendar date `days` later; negative counts back. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date((epochDay(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

function epochDay(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / DAY_MS;
}
