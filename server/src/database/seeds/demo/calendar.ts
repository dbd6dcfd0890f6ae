import type { Cadence } from '@tanfang/shared';
import { startOfDay } from '../../../platform/clock/clock';
import { isPublishedWorkingDay } from '../../../platform/clock/working-days';
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

/** The working day that lies `count` working days before a date. */
export function workingDayBefore(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let left = count; left > 0; left -= isPublishedWorkingDay(day) ? 1 : 0) day = addDays(day, -1);
  return day;
}

/**
 * A visit of last week whose findings have their five working days until today, whatever day it is: on its Sunday. Where
 * that is too long ago, as at every weekend, the phone found a network a day later.
 */
export function lateLastWeek(today: CalendarDate): { on: CalendarDate; sentAt?: number } {
  const sunday = addDays(periodStart('week', today), -1);
  const sentOn = workingDayBefore(today, 5);
  return { on: sunday, ...(sentOn > sunday ? { sentAt: instant(sentOn, '07:40') } : {}) };
}
