import type { Severity } from '@tanfang/shared';
import { NOTHING_DECIDED, decisionOn, type DistrictRules } from './district-reading';
import type { ClockCode, Clocks, PolicyPack, Span } from './pack';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const minutes = (amount: number): Span => ({ unit: 'ms', amount: amount * MINUTE_MS });
export const hours = (amount: number): Span => ({ unit: 'ms', amount: amount * HOUR_MS });
export const workingDays = (amount: number): Span => ({ unit: 'working-days', amount });
/** The rest of the day in Asia/Shanghai; late in the evening at least so many hours. */
export const thatDay = (atLeastHours: number): Span => ({ unit: 'day', amount: atLeastHours * HOUR_MS });

/** `10m`, `24h`, `3wd`, `day+2h`: a span as it is written down. */
export function spanCode({ unit, amount }: Span): string {
  if (unit === 'working-days') return `${amount}wd`;
  if (unit === 'day') return `day+${amount / HOUR_MS}h`;
  return amount % HOUR_MS === 0 ? `${amount / HOUR_MS}h` : `${amount / MINUTE_MS}m`;
}

/** @throws RangeError when `code` is not what `spanCode` writes */
export function spanOf(code: string): Span {
  const [, day, amount, unit] = /^(day\+(?=\d+h$))?(\d{1,4})(m|h|wd)$/.exec(code) ?? [];
  if (unit === undefined) throw new RangeError(`${code} is no span`);
  if (day !== undefined) return thatDay(Number(amount));
  return (unit === 'wd' ? workingDays : unit === 'h' ? hours : minutes)(Number(amount));
}

/** `24 小时` */
export function spanLabel({ unit, amount }: Span): string {
  if (unit === 'working-days') return `${amount} 个工作日`;
  if (unit === 'day') return `当天（${24 - amount / HOUR_MS} 点以后的 ${amount / HOUR_MS} 小时）`;
  return amount % HOUR_MS === 0 ? `${amount / HOUR_MS} 小时` : `${amount / MINUTE_MS} 分钟`;
}

/** Which of the two spans of a severity. */
export const CLOCK_PARTS = ['acknowledge', 'close'] as const;
export type ClockPart = (typeof CLOCK_PARTS)[number];

/** Under which code a district decides a span. */
export function clockRuleId(pack: PolicyPack, code: ClockCode, part: ClockPart): string {
  return `${pack.id}.clock.${code}.${part}`;
}

/** The clocks that run for a finding; of several the earliest end counts. */
export function clockCodes({ matter, severity }: { matter: string; severity: Severity }): ClockCode[] {
  // Where somebody knows where the elder is, nobody has to be looked for.
  return matter === 'no-answer' && severity === 'urgent' ? [severity, 'no-answer'] : [severity];
}

/** How fast a need under this clock is acknowledged and closed; spans name their unit. */
export function clocks(
  pack: PolicyPack,
  code: ClockCode,
  { on, readings }: DistrictRules = { on: '', readings: NOTHING_DECIDED },
): Clocks {
  const { acknowledgeWithin, closeWithin, options } = pack.clocks[code];
  if (options === undefined || readings.length === 0) return { acknowledgeWithin, closeWithin };
  const decided = (part: ClockPart) => {
    const value = decisionOn(readings, clockRuleId(pack, code, part), on)?.value;
    return options[part].find((span) => spanCode(span) === value);
  };
  return {
    acknowledgeWithin: decided('acknowledge') ?? acknowledgeWithin,
    closeWithin: decided('close') ?? closeWithin,
  };
}
