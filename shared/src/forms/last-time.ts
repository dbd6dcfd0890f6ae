import { answerOf, chosenOptions, fieldsOf, isAnswered, optionsOf } from './fields';
import type { Answers, AnswerValue, FormDefinition, FormField, FormSection } from './model';

export interface LastTime {
  /** Offered greyed: not an answer until tapped. Never a hazard. */
  readonly answers: Answers;
  /** The hazards' last option codes, for showing as text only. */
  readonly hazards: Readonly<Record<string, string>>;
}

/**
 * Splits the previous visit's answers into what may be offered again and the hazards.
 * @param earlier visits before that one, the latest first: a standing part that was passed over once is offered as it was
 *   told last
 */
export function lastTime(definition: FormDefinition, previous: Answers, earlier: readonly Answers[] = []): LastTime {
  const { answers, hazards } = offered(definition, previous);
  const remembered = definition.sections
    .filter((section) => section.standing === true && !hasAnswer(section, answers))
    .map((section) => standingAnswers(definition, section, earlier));
  return { answers: Object.assign({}, answers, ...remembered) as Answers, hazards };
}

/** How many visits back a standing part is looked for; without one there is nothing to look for. */
export const STANDING_VISITS = 12;

export function hasStanding(definition: FormDefinition): boolean {
  return definition.sections.some(({ standing }) => standing === true);
}

/** All of the part from one visit, since its answers belong together. */
function standingAnswers(definition: FormDefinition, section: FormSection, visits: readonly Answers[]): Answers {
  for (const visit of visits) {
    const { answers } = offered(definition, visit);
    if (hasAnswer(section, answers)) return pick(section, answers);
  }
  return {};
}

function hasAnswer({ fields }: FormSection, answers: Answers): boolean {
  return fields.some(({ id }) => isAnswered(answerOf(answers, id)));
}

function pick({ fields }: FormSection, answers: Answers): Answers {
  const ids = new Set(fields.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

function offered(definition: FormDefinition, previous: Answers): LastTime {
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
