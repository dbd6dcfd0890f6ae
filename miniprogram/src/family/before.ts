import { dayInWords, dayOf, now } from '@/platform';

/** `11月26日前`; past that day it is no reproach: `现在` is still in time. */
export function beforeInWords(day: string): string {
  const today = dayOf(now());
  if (day < today) return '现在';
  return day === today ? '今天' : `${dayInWords(day, today)}前`;
}
