import { answerOf, isAnswered } from './fields';
import type { Answers, FormDefinition, Visibility } from './model';
import { askedFields } from './shown';

/** The answers that `viewer` may see: staff all, family only what is marked for them. Unknown fields are dropped. */
export function visibleAnswers(definition: FormDefinition, answers: Answers, viewer: Visibility): Answers {
  const visible = askedFields(definition, answers).filter(
    (field) => (viewer === 'staff' || field.visibility === 'family') && isAnswered(answerOf(answers, field.id)),
  );
  return Object.fromEntries(visible.map((field) => [field.id, answers[field.id]!]));
}
