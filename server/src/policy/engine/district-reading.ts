import { DISTRICT_RULE } from '@tanfang/shared';
import type { CalendarDate } from './calendar';
import type { Because, Citation, Decision } from './citation';

/**
 * A district's own decision on one of our readings, from a day on. It can change a reading only: a rule that quotes the
 * plan stays.
 */
export interface DistrictReading {
  /** Which reading: the code of the rule, see `decidableReadings`. */
  readonly ruleId: string;
  /** Code of one of the reading's options; null: taken back, our reading holds again. */
  readonly value: string | null;
  /** First day on which it holds. */
  readonly from: CalendarDate;
  readonly reason: string;
}

/** What a district decided, in the order of deciding, and the day on which it is asked. */
export interface DistrictRules {
  readonly on: CalendarDate;
  readonly readings: readonly DistrictReading[];
}

/** Of districts that leave all our readings as they are. */
export const NOTHING_DECIDED: readonly DistrictReading[] = [];

/** The decision on a reading that holds on the day; null where there is none. Of two from one day the later one holds. */
export function decisionOn(
  readings: readonly DistrictReading[],
  ruleId: string,
  on: CalendarDate,
): DistrictReading | null {
  let found: DistrictReading | null = null;
  for (const reading of readings) {
    if (reading.ruleId !== ruleId || reading.from > on) continue;
    if (found === null || reading.from >= found.from) found = reading;
  }
  return found?.value == null ? null : found;
}

/**
 * The decision with the district's instead of ours, where it has one that we know.
 * @param optionOf the value of an option's code; undefined for a code that is none of the options
 */
export function overrule<Value>(
  decision: Decision<Value>,
  optionOf: (code: string) => Value | undefined,
  on: CalendarDate,
  readings: readonly DistrictReading[],
): Decision<Value> {
  const mine = decisionOn(readings, decision.because[0].rule, on);
  const value = mine?.value == null ? undefined : optionOf(mine.value);
  if (mine === null || value === undefined) return decision;
  return { value, because: districtBecause(mine, decision.because) };
}

/** The district's words first; what they overrule or confirm stays below them. */
export function districtBecause(mine: DistrictReading, because: Because): Because {
  const [first] = because;
  const text = `本区规定（自${mine.from}起）：${mine.reason}`;
  const own: Citation = { ...first, document: DISTRICT_RULE, text, reading: true };
  return [own, ...because];
}
