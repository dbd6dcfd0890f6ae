import type { TrendWord } from '../vocabulary';
import { answerOf, fieldOf, fieldsOf } from './fields';
import type { Answers, FormDefinition, FormField, Visibility } from './model';

/**
 * The answer as a number, higher is better; null when not answered or not a trend field.
 * On an absolute scale the place among the options (0 = worst), on a relative one the change (−1, 0, +1).
 */
export function trendValue(definition: FormDefinition, fieldId: string, answers: Answers): number | null {
  const field = fieldOf(definition, fieldId);
  return field === undefined ? null : valueOf(field, answers);
}

function valueOf(field: FormField, answers: Answers): number | null {
  if (field.trend === undefined) return null;
  const answer = answerOf(answers, field.id);
  const place = typeof answer === 'string' ? field.trend.order.indexOf(answer) : -1;
  if (place < 0) return null;
  return field.trend.scale === 'absolute' ? place : place - (field.trend.order.length - 1) / 2;
}

/** Better, same or worse than the visit before; null when that cannot be said. */
export function directionOf(field: FormField, answers: Answers, previous?: Answers): TrendWord | null {
  const now = valueOf(field, answers);
  if (now === null || field.trend === undefined || previous === undefined) return null;
  if (field.trend.scale === 'relative') return wordFor(now);
  const before = valueOf(field, previous);
  return before === null ? null : wordFor(now - before);
}

export interface TrendLine {
  readonly key: string;
  readonly label: string;
  /** One point per visit that answered, oldest first, higher is better; a relative scale adds up. */
  readonly points: readonly number[];
  /** The last point against the first. */
  readonly word: TrendWord;
}

/**
 * The trends of a row of visits, oldest first. Family: the charted lines of fields they may see; staff: every line.
 * A line without any point is left out.
 */
export function trends(definition: FormDefinition, visits: readonly Answers[], viewer: Visibility): TrendLine[] {
  return fieldsOf(definition).flatMap((field) => {
    const { trend } = field;
    if (trend === undefined) return [];
    if (viewer === 'family' && (field.visibility !== 'family' || trend.charted !== true)) return [];
    const points = pointsOf(field, visits);
    const [first, last] = [points[0], points[points.length - 1]];
    if (first === undefined || last === undefined) return [];
    return [{ key: field.id, label: trend.label, points, word: wordFor(last - first) }];
  });
}

function pointsOf(field: FormField, visits: readonly Answers[]): number[] {
  const values = visits.map((answers) => valueOf(field, answers)).filter((value) => value !== null);
  if (field.trend?.scale !== 'relative') return values;
  // The first visit is the level from which the later changes count.
  let level = 0;
  return values.map((value, index) => (level += index === 0 ? 0 : value));
}

function wordFor(difference: number): TrendWord {
  return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'same';
}
