import { answerOf, chosenOptions, isAnswered } from './fields';
import type { Answers, FormDefinition, FormField } from './model';
import { askedFields } from './shown';
import { directionOf } from './trend';

/**
 * One plain, kind sentence for the family, without a closing full stop: 「精神和上次一样，走路慢了些」.
 * What stayed the same comes first, then what changed, then hazards. Made only of the form's own phrases for
 * fields that the family may see; free text is never repeated.
 * @param previous the visit before; without it nothing is compared.
 */
export function summarise(definition: FormDefinition, answers: Answers, previous?: Answers): string {
  const fields = askedFields(definition, answers).filter((field) => field.visibility === 'family');
  const phrases = [
    ...unchanged(fields, answers, previous),
    ...changed(fields, answers, previous),
    ...described(fields, answers, previous),
  ];
  if (definition.allSafe !== undefined && allSafe(fields, answers)) phrases.push(definition.allSafe);
  return phrases.length > 0 ? phrases.join('，') : definition.nothingToSay;
}

function unchanged(fields: readonly FormField[], answers: Answers, previous?: Answers): string[] {
  const topics = fields.flatMap((field) =>
    field.trend?.headline === true && directionOf(field, answers, previous) === 'same' ? [field.trend.label] : [],
  );
  if (topics.length === 0) return [];
  return [`${topics.join('、')}${topics.length > 1 ? '都' : ''}和上次一样`];
}

function changed(fields: readonly FormField[], answers: Answers, previous?: Answers): string[] {
  return fields.flatMap((field) => {
    const direction = directionOf(field, answers, previous);
    return field.trend !== undefined && direction !== null && direction !== 'same' ? [field.trend.says[direction]] : [];
  });
}

function described(fields: readonly FormField[], answers: Answers, previous?: Answers): string[] {
  return fields
    .filter((field) => directionOf(field, answers, previous) === null)
    .flatMap((field) => chosenOptions(field, answers))
    .flatMap((option) => (option.says === undefined ? [] : [option.says]));
}

function allSafe(fields: readonly FormField[], answers: Answers): boolean {
  const hazards = fields.filter((field) => field.hazard === true);
  return (
    hazards.length > 0 &&
    hazards.every((field) => isAnswered(answerOf(answers, field.id))) &&
    hazards.every((field) => chosenOptions(field, answers).every((option) => option.meaning === 'done'))
  );
}
