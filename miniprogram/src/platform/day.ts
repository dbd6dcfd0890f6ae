/**
 * Days and times as the service means them: calendar dates of Asia/Shanghai (`YYYY-MM-DD`), whatever zone the phone is
 * set to. China has had no summer time since 1991, so the offset is fixed.
 */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const shifted = (at: number) => new Date(at + OFFSET_MS);
const start = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Now, in epoch ms, by this phone's clock. */
export function now(): number {
  return Date.now();
}

/** The calendar date of an instant (epoch ms). */
export function dayOf(at: number): string {
  return shifted(at).toISOString().slice(0, 10);
}

/** The calendar date so many days later; negative counts back. */
export function addDays(day: string, days: number): string {
  return new Date(start(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `9:12` */
export function clockTime(at: number): string {
  return shifted(at).toISOString().slice(11, 16).replace(/^0/, '');
}

/** `11月24日` of a calendar date. */
export function monthAndDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** `周二` of a calendar date. */
export function weekday(day: string): string {
  return WEEKDAYS[new Date(start(day)).getUTCDay()] ?? '';
}

/** `今天` `昨天` `明天`, else `11月18日`, with the year where it is another one. */
export function dayInWords(day: string, today: string): string {
  const days = Math.round((start(day) - start(today)) / DAY_MS);
  if (days === 0) return '今天';
  if (days === -1) return '昨天';
  if (days === 1) return '明天';
  return day.slice(0, 4) === today.slice(0, 4) ? monthAndDay(day) : `${day.slice(0, 4)}年${monthAndDay(day)}`;
}

/** `今天 9:48` of an instant. */
export function whenInWords(at: number, today: string): string {
  return `${dayInWords(dayOf(at), today)} ${clockTime(at)}`;
}

/** `今天 9:48`, `昨天 9:48`; of an instant further back only its day. */
export function pastInWords(at: number, today: string): string {
  const day = dayInWords(dayOf(at), today);
  return day.endsWith('天') ? `${day} ${clockTime(at)}` : day;
}

/** How one greets at this hour: `上午好`. */
export function greeting(at: number): string {
  const hour = shifted(at).getUTCHours();
  if (hour < 5 || hour >= 18) return '晚上好';
  if (hour < 9) return '早上好';
  if (hour < 12) return '上午好';
  return hour < 14 ? '中午好' : '下午好';
}

/** Milliseconds until this calendar day is over. */
export function leftOfDay(at: number): number {
  return DAY_MS - ((at + OFFSET_MS) % DAY_MS);
}
