import type { CalendarDate } from './calendar';
import type { Because } from './citation';

/** A value from a day on. There are start dates only, so neither a gap nor an overlap can exist. */
export interface Dating<T> {
  /** First day on which it holds; null: from the start of the plan. */
  readonly from: CalendarDate | null;
  readonly value: T;
  readonly because: Because;
}

/** A value over time, oldest first; there is one for every day. */
export type Dated<T> = readonly [Dating<T>, ...Dating<T>[]];

/** A value that has held since the plan began. */
export function always<T>(value: T, ...because: Because): Dated<T> {
  return [{ from: null, value, because }];
}

/** A value that replaces the one before it from `from` on. */
export function since<T>(from: CalendarDate, value: T, ...because: Because): Dating<T> {
  return { from, value, because };
}

/** `always('month', …)`, then `since('2026-01-01', 'week', …)`. Refuses start dates that do not rise. */
export function dated<T>(first: Dated<T>, ...later: readonly Dating<T>[]): Dated<T> {
  const all: Dated<T> = [...first, ...later];
  const rising = all.every((dating, index) => index === 0 || (dating.from ?? '') > (all[index - 1]?.from ?? ''));
  if (!rising) throw new RangeError('dated values must start one after the other');
  return all;
}

/** The value that holds on a day. */
export function valueOn<T>(values: Dated<T>, on: CalendarDate): Dating<T> {
  let current: Dating<T> = values[0];
  for (const dating of values) if (dating.from === null || dating.from <= on) current = dating;
  return current;
}
