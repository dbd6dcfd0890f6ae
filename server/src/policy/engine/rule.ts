import type { CalendarDate } from './calendar';
import type { Because } from './citation';
import { valueOn, type Dated } from './dated';

/** A value that holds for whom `when` is true. Rules stand in order: the first that holds decides. */
export interface Rule<Subject, Value> {
  readonly when: (subject: Subject) => boolean;
  readonly then: Dated<Value>;
}

/** What was decided, and why. */
export interface Decision<Value> {
  readonly value: Value;
  readonly because: Because;
}

/**
 * A district's own decision on one of our readings. It can change a reading only: a rule that quotes the plan stays.
 */
export interface DistrictReading {
  /** Code of the rule, as in its first citation. */
  readonly ruleId: string;
  readonly value: unknown;
  readonly from: CalendarDate;
  readonly reason: string;
}

export interface RuleTable<Subject, Value extends string> {
  readonly rules: readonly Rule<Subject, Value>[];
  /** The values a district may choose from. */
  readonly values: readonly Value[];
}

/** The first rule that holds on the day, or null when none does. */
export function decide<Subject, Value extends string>(
  table: RuleTable<Subject, Value>,
  subject: Subject,
  on: CalendarDate,
  readings: readonly DistrictReading[] = [],
): Decision<Value> | null {
  for (const rule of table.rules) {
    if (!rule.when(subject)) continue;
    const decision = valueOn(rule.then, on);
    return readings.length === 0 ? decision : overruled(table.values, decision, on, readings);
  }
  return null;
}

function overruled<Value extends string>(
  values: readonly Value[],
  decision: Decision<Value>,
  on: CalendarDate,
  readings: readonly DistrictReading[],
): Decision<Value> {
  const [first, ...rest] = decision.because;
  if (!decision.because.some((citation) => citation.reading)) return decision;
  const mine = readings
    .filter((reading) => reading.ruleId === first.rule && reading.from <= on)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  const value = values.find((allowed) => allowed === mine?.value);
  if (mine === undefined || value === undefined) return decision;
  const own = { ...first, text: `本区规定（自${mine.from}起）：${mine.reason}`, reading: true };
  return { value, because: [own, first, ...rest] };
}
