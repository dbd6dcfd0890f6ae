import type { Answers, AnswerValue, FormDefinition, FormField, Option } from './model';

const listed = new WeakMap<FormDefinition, readonly FormField[]>();

/** All fields, in the order of the sections. A definition never changes, so its list is made once. */
export function fieldsOf(definition: FormDefinition): readonly FormField[] {
  const known = listed.get(definition);
  if (known !== undefined) return known;
  const fields = definition.sections.flatMap((section) => section.fields);
  listed.set(definition, fields);
  return fields;
}

export function fieldOf(definition: FormDefinition, fieldId: string): FormField | undefined {
  return fieldsOf(definition).find((field) => field.id === fieldId);
}

/** The answer under `fieldId`; own keys only, so that no inherited property passes for an answer. */
export function answerOf(answers: Answers, fieldId: string): AnswerValue | undefined {
  return Object.prototype.hasOwnProperty.call(answers, fieldId) ? answers[fieldId] : undefined;
}

/** Blank text and empty lists are no answer. */
export function isAnswered(value: AnswerValue | undefined): value is AnswerValue {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : true;
}

export function optionsOf(field: FormField): readonly Option[] {
  return field.type === 'choice' || field.type === 'choices' ? field.options : [];
}

/** The options that an answer ticks, in the form's order. Codes the form does not know are left out. */
export function chosenOptions(field: FormField, answers: Answers): Option[] {
  const value = answerOf(answers, field.id);
  if (field.type === 'choice') return field.options.filter((option) => option.code === value);
  if (field.type === 'choices' && Array.isArray(value)) {
    const codes: readonly unknown[] = value;
    return field.options.filter((option) => codes.includes(option.code));
  }
  return [];
}
