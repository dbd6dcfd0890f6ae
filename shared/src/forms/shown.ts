import { answerOf, fieldsOf, isAnswered } from './fields';
import type { Answers, Condition, FormDefinition, FormField } from './model';

/** Whether the condition holds for these answers. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const value = answerOf(answers, condition.field);
  if ('answered' in condition) return isAnswered(value);
  const wanted: readonly unknown[] = 'is' in condition ? [condition.is] : condition.isOneOf;
  return Array.isArray(value) ? value.some((code: unknown) => wanted.includes(code)) : wanted.includes(value);
}

/** Whether the field is asked, given the other answers. A field without condition always is. */
export function isShown(field: FormField, answers: Answers): boolean {
  return field.shownWhen === undefined || holds(field.shownWhen, answers);
}

/** Whether the field must be answered now. A hidden field never must. */
export function isRequired(field: FormField, answers: Answers): boolean {
  if (field.filledBy !== 'visitor' || !isShown(field, answers)) return false;
  return field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, answers));
}

/** The visitor's fields that are asked now, in the form's order. */
export function askedFields(definition: FormDefinition, answers: Answers): FormField[] {
  return fieldsOf(definition).filter((field) => field.filledBy === 'visitor' && isShown(field, answers));
}

/**
 * The answers without those to fields that are hidden, unknown or not the visitor's. A phone sends what this
 * returns: an answer whose question has gone (the note on a hazard that was then ticked safe) is refused.
 */
export function keptAnswers(definition: FormDefinition, answers: Answers): Answers {
  let kept = answers;
  for (;;) {
    const asked = askedFields(definition, kept).filter((field) => isAnswered(answerOf(kept, field.id)));
    if (asked.length === Object.keys(kept).length) return kept;
    kept = Object.fromEntries(asked.map((field) => [field.id, kept[field.id]!]));
  }
}
