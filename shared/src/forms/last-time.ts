import { answerOf, chosenOptions, fieldsOf, isAnswered, optionsOf } from './fields';
import type { Answers, AnswerValue, FormDefinition, FormField } from './model';

export interface LastTime {
  /** Offered greyed: not an answer until tapped. Never a hazard. */
  readonly answers: Answers;
  /** The hazards' last option codes, for showing as text only. */
  readonly hazards: Readonly<Record<string, string>>;
}

/** Splits the previous visit's answers into what may be offered again and the hazards. */
export function lastTime(definition: FormDefinition, previous: Answers): LastTime {
  const answers: Record<string, AnswerValue> = {};
  const hazards: Record<string, string> = {};
  for (const field of fieldsOf(definition)) {
    const value = answerOf(previous, field.id);
    if (field.filledBy === 'server' || !isAnswered(value) || !isStillOffered(field, previous)) continue;
    if (field.hazard === true) {
      if (typeof value === 'string') hazards[field.id] = value;
    } else if (field.afresh !== true) {
      answers[field.id] = value;
    }
  }
  return { answers, hazards };
}

/** An older version of the form may have had options that this one no longer offers. */
function isStillOffered(field: FormField, previous: Answers): boolean {
  if (optionsOf(field).length === 0) return true;
  const value = answerOf(previous, field.id);
  return chosenOptions(field, previous).length === (Array.isArray(value) ? value.length : 1);
}
