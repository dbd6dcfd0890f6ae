import type { Cadence } from '@tanfang/shared';
import { startOfDay } from '../../../platform/clock/clock';
import { addDays, periodOf, type CalendarDate } from '../../../policy';

/** The instant (ms) of `HH:mm` on a date in Asia/Shanghai. */
export function instant(date: CalendarDate, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(date) + (hours * 60 + minutes) * 60_000;
}

/** First day of the period that lies `back` periods before the one of `date`. */
export function periodStart(every: Cadence, date: CalendarDate, back = 0): CalendarDate {
  let start = periodOf(every, date).start;
  for (let step = 0; step < back; step += 1) start = periodOf(every, addDays(start, -1)).start;
  return start;
}
