import {
  fieldsOf,
  keptAnswers,
  validateAnswers,
  type AnswerProblem,
  type Answers,
  type FormDefinition,
  type FormSection,
  type SectionPart,
} from '@tanfang/shared';

/** The parts of a form that somebody fills in: those with a question for the visitor. */
export function partsOf(definition: FormDefinition, part: SectionPart): FormSection[] {
  return definition.sections.filter(
    (section) => section.part === part && section.fields.some(({ filledBy }) => filledBy === 'visitor'),
  );
}

/** What is still missing or wrong in these parts, in the form's order. */
export function gapsIn(definition: FormDefinition, answers: Answers, parts: readonly FormSection[]): AnswerProblem[] {
  const within = new Set(parts.flatMap(({ fields }) => fields.map(({ id }) => id)));
  return validateAnswers(definition, keptAnswers(definition, answers)).filter(({ field }) => within.has(field));
}

/** 「还差 2 题」, or that something has to be mended; null when nothing is in the way. */
export function gapsInWords(
  gaps: readonly AnswerProblem[],
  definition: FormDefinition,
  answers: Answers,
): string | null {
  if (gaps.length === 0) return null;
  const known = new Set(fieldsOf(definition).map(({ id }) => id));
  const wrong = gaps.filter(({ field }) => known.has(field) && answers[field] !== undefined);
  return wrong.length === 0 ? `还差 ${gaps.length} 题` : `有 ${gaps.length} 处要看看`;
}
