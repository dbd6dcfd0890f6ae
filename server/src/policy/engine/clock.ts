import type { Severity } from '@tanfang/shared';
import { NOTHING_DECIDED, decisionOn, type DistrictRules } from './district-reading';
import type { Clocks, PolicyPack, Span } from './pack';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const minutes = (amount: number): Span => ({ unit: 'ms', amount: amount * MINUTE_MS });
export const hours = (amount: number): Span => ({ unit: 'ms', amount: amount * HOUR_MS });
export const workingDays = (amount: number): Span => ({ unit: 'working-days', amount });

/** `10m`, `24h`, `3wd`: a span as it is written down. */
export function spanCode({ unit, amount }: Span): string {
  if (unit === 'working-days') return `${amount}wd`;
  return amount % HOUR_MS === 0 ? `${amount / HOUR_MS}h` : `${amount / MINUTE_MS}m`;
}

/** @throws RangeError when `code` is not what `spanCode` writes */
export function spanOf(code: string): Span {
  const [, amount, unit] = /^(\d{1,4})(m|h|wd)$/.exec(code) ?? [];
  if (unit === undefined) throw new RangeError(`${code} is no span`);
  return (unit === 'wd' ? workingDays : unit === 'h' ? hours : minutes)(Number(amount));
}

/** `24 小时` */
export function spanLabel({ unit, amount }: Span): string {
  if (unit === 'working-days') return `${amount} 个工作日`;
  return amount % HOUR_MS === 0 ? `${amount / HOUR_MS} 小时` : `${amount / MINUTE_MS} 分钟`;
}

/** Which of the two spans of a severity. */
export const CLOCK_PARTS = ['acknowledge', 'close'] as const;
export type ClockPart = (typeof CLOCK_PARTS)[number];

/** Under which code a district decides a span. */
export function clockRuleId(pack: PolicyPack, severity: Severity, part: ClockPart): string {
  return `${pack.id}.clock.${severity}.${part}`;
}

/** How fast a need of this severity is acknowledged and closed; spans name their unit. */
export function clocks(
  pack: PolicyPack,
  severity: Severity,
  { on, readings }: DistrictRules = { on: '', readings: NOTHING_DECIDED },
): Clocks {
  const { acknowledgeWithin, closeWithin, options } = pack.clocks[severity];
  if (options === undefined || readings.length === 0) return { acknowledgeWithin, closeWithin };
  const decided = (part: ClockPart) => {
    const code = decisionOn(readings, clockRuleId(pack, severity, part), on)?.value;
    return options[part].find((span) => spanCode(span) === code);
  };
  return {
    acknowledgeWithin: decided('acknowledge') ?? acknowledgeWithin,
    closeWithin: decided('close') ?? closeWithin,
  };
}
