import { optionsOf, type AnswerValue, type FormField } from '@tanfang/shared';

/** An answer as a person would say it. */
export function answerInWords(field: FormField, value: AnswerValue | undefined): string {
  if (value === undefined) return '';
  const options = optionsOf(field);
  if (options.length > 0) {
    const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
    return options
      .filter(({ code }) => codes.includes(code))
      .map(({ label }) => label)
      .join('、');
  }
  if (Array.isArray(value)) return `${value.length} 行`;
  const unit = field.type === 'number' && field.unit ? ` ${field.unit}` : '';
  return `${String(value as string | number)}${unit}`;
}
