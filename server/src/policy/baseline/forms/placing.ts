import type { FormField, FormSection } from '@tanfang/shared';

/** A field without its place on paper; the order of the definition gives it one. */
export type Unplaced<Field extends FormField = FormField> = Field extends unknown ? Omit<Field, 'print'> : never;

export interface UnplacedSection extends Omit<FormSection, 'fields'> {
  readonly fields: readonly Unplaced[];
}

/** For question makers that want a place: `placed` gives the true one. */
export const NOT_YET_PLACED = 0;

/**
 * Numbers the boxes as they stand: those of the official sheet from 1, the additional questions from 1 on the
 * continuation sheet.
 */
export function placed(sections: readonly UnplacedSection[]): FormSection[] {
  let sheet = 0;
  let continuation = 0;
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map(
      (field) => ({ ...field, print: field.additional === true ? (continuation += 1) : (sheet += 1) }) as FormField,
    ),
  }));
}
