import { calendarDate, startOfDay, wallTime } from '../../platform/clock/clock';

const HOUR_MS = 3_600_000;
const QUIET_FROM = '21:00';
const QUIET_UNTIL = '07:00';

/**
 * When a message may disturb somebody: at once, or at 07:00 when it is between 21:00 and 07:00 in Shanghai. Danger to life
 * knows no quiet hours.
 */
export function earliestDelivery(at: number, lifeDanger: boolean): number {
  const time = wallTime(at);
  if (lifeDanger || (time >= QUIET_UNTIL && time < QUIET_FROM)) return at;
  const seven = startOfDay(calendarDate(at)) + 7 * HOUR_MS;
  return time < QUIET_UNTIL ? seven : seven + 24 * HOUR_MS;
}
