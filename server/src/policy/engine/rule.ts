import type { CalendarDate } from './calendar';
import type { Decision } from './citation';
import { valueOn, type Dated } from './dated';
import { NOTHING_DECIDED, overrule, type DistrictReading } from './district-reading';

/** A value that holds for whom `when` is true. Rules stand in order: the first that holds decides. */
export interface Rule<Subject, Value> {
  readonly when: (subject: Subject) => boolean;
  readonly then: Dated<Value>;
}

export interface RuleTable<Subject, Value extends string> {
  readonly rules: readonly Rule<Subject, Value>[];
  /** The values a district may choose from where a rule is our reading. */
  readonly values: readonly Value[];
}

/** The first rule that holds on the day, or null when none does. */
export function decide<Subject, Value extends string>(
  table: RuleTable<Subject, Value>,
  subject: Subject,
  on: CalendarDate,
  readings: readonly DistrictReading[] = NOTHING_DECIDED,
): Decision<Value> | null {
  for (const rule of table.rules) {
    if (!rule.when(subject)) continue;
    const decision = valueOn(rule.then, on);
    if (readings.length === 0 || !decision.because[0].reading) return decision;
    return overrule(decision, (code) => table.values.find((value) => value === code), on, readings);
  }
  return null;
}
