import type { TrendWord } from '../vocabulary';
import { answerOf } from './fields';
import type { Answers, AnswerValue, FormDefinition, Visibility } from './model';
import { askedFields } from './shown';
import { directionOf } from './trend';
import { visibleAnswers } from './visible';

export interface Change {
  readonly field: string;
  readonly label: string;
  readonly before: AnswerValue | null;
  readonly after: AnswerValue | null;
  /** Null where the form does not say which answer is the better one. */
  readonly direction: TrendWord | null;
}

/** What differs from the visit before, in the form's order, as far as `viewer` may see it. */
export function changes(
  definition: FormDefinition,
  previous: Answers,
  current: Answers,
  viewer: Visibility = 'staff',
): Change[] {
  const before = visibleAnswers(definition, previous, viewer);
  const after = visibleAnswers(definition, current, viewer);
  const asked = new Map([...askedFields(definition, before), ...askedFields(definition, after)].map((f) => [f.id, f]));
  return [...asked.values()].flatMap((field) => {
    const [was, is] = [answerOf(before, field.id) ?? null, answerOf(after, field.id) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [
      { field: field.id, label: field.label, before: was, after: is, direction: directionOf(field, after, before) },
    ];
  });
}
