import { answerOf, isAnswered } from './fields';
import type { Answers, FormDefinition, FormField } from './model';
import { isRequired, isShown } from './shown';

export interface SectionProgress {
  readonly id: string;
  readonly title: string;
  readonly answered: number;
  readonly total: number;
  /** Nothing in it must be answered: `answered` and `total` then count its optional questions. */
  readonly optional: boolean;
}
export interface Progress {
  /** Required questions answered, of all that are required now; optional sections do not count. */
  readonly answered: number;
  readonly total: number;
  readonly sections: readonly SectionProgress[];
}

/** How far the visitor's segments (part `visit`) are filled: 「已答 4 / 11」. */
export function progress(definition: FormDefinition, answers: Answers): Progress {
  const sections = definition.sections
    .filter((section) => section.part === 'visit')
    .map((section) => {
      const shown = section.fields.filter((field) => field.filledBy === 'visitor' && isShown(field, answers));
      const required = shown.filter((field) => isRequired(field, answers));
      const counted = required.length > 0 ? required : shown;
      return { id: section.id, title: section.title, ...count(counted, answers), optional: required.length === 0 };
    });
  const must = sections.filter((section) => !section.optional);
  return { answered: sum(must.map((s) => s.answered)), total: sum(must.map((s) => s.total)), sections };
}

function count(fields: readonly FormField[], answers: Answers): { answered: number; total: number } {
  return { answered: fields.filter((field) => isAnswered(answerOf(answers, field.id))).length, total: fields.length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
