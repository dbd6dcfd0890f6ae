import type { ReplyOf } from '@/api';
import { dayInWords } from '@/platform';

export type DistrictReadings = ReplyOf<'get', '/api/districts/{districtId}/readings'>;
export type Reading = DistrictReadings['items'][number];
export type Decision = Reading['history'][number];

/** Our reading without the words that only say that it is one. */
export function statementOf({ because }: Reading): string {
  const text = because.find(({ reading }) => reading)?.text ?? '';
  return text.split('我们的理解：').at(-1) ?? text;
}

/** What is decided; where the kind says no more than that, our reading itself. */
export function titleOf(reading: Reading): string {
  return reading.subject === reading.kindLabel ? statementOf(reading) : reading.subject;
}

export function labelOf({ options }: Reading, code: string): string {
  return options.find((option) => option.code === code)?.label ?? code;
}

/** `12月1日起：每周一次` of what is decided and has not begun. */
export function comingInWords({ coming }: Reading, today: string): string[] {
  return coming.map(({ from, label }) => `${dayInWords(from, today)}起：${label}`);
}

/** Decisions on these change nobody’s own result; they hold for what is found or done from then on. */
const FOR_WHAT_COMES: Partial<Record<Reading['kind'], string>> = {
  clock: '不改变任何一位老人多久去一次。从这天起看到的事按新时限，以前的事照旧。',
  'kept-referral': '不改变任何一位老人多久去一次。从这天起看到的事按新规定转，以前的事照旧；家人始终看不到。',
  signal: '不改变任何一位老人多久去一次。从这天起的设备预警按新规定转。',
  mode: '不改变任何一位老人多久去一次。从这天起的探访按新规定算，以前的照旧。',
};

/** What follows, where there is nobody to count; undefined where elders’ results may change. */
export function consequenceOf({ kind }: Reading): string | undefined {
  return FOR_WHAT_COMES[kind];
}
