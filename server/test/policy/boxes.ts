import { fieldsOf, optionsOf, type FormDefinition } from '@tanfang/shared';

/** A box as it stands on paper: heading, words of the box, words of its options in their order. */
export type Box = [heading: string, label: string, options: string[]];

/** The fields of the official sheet in their printed order; additional questions are left out. */
function printed(form: FormDefinition) {
  return form.sections
    .flatMap((section) => section.fields.map((field) => ({ section, field })))
    .filter(({ field }) => field.additional !== true)
    .sort((a, b) => a.field.print - b.field.print);
}

export function boxesOf(form: FormDefinition): Box[] {
  return printed(form).map(({ section, field }) => [
    section.title,
    field.label,
    field.type === 'choice' || field.type === 'choices' ? field.options.map(({ label }) => label) : [],
  ]);
}

/** The headings of the sheet, wide and narrow, as one comes upon them. */
export function headingsOf(form: FormDefinition): string[] {
  const all = printed(form).flatMap(({ section: { group = '', title } }) => [group, title]);
  return [...new Set(all)].filter((heading) => heading !== '');
}

/** Title, boxes, options and columns of the official sheet. */
export function wordsOf(form: FormDefinition): string[] {
  const fields = printed(form).flatMap(({ field }) => [
    field.label,
    ...optionsOf(field).map(({ label }) => label),
    ...(field.type === 'table' ? field.columns.map(({ label }) => label) : []),
  ]);
  return [form.title, ...fields];
}

/** Ids of the additional questions with the article that asks them, in their order. */
export function beyondOf(form: FormDefinition): [id: string, article: string | undefined][] {
  return fieldsOf(form)
    .filter(({ additional }) => additional === true)
    .sort((a, b) => a.print - b.print)
    .map(({ id, article }) => [id, article]);
}

export const CHANGED = ['无变化', '较好', '较差'];
export const SAFE = ['安全', '较安全', '不安全'];
export const YES_NO = ['是', '否'];
/** Blank on every form: the words are ours. */
export const SATISFIED = ['满意', '基本满意', '不满意', '不想说'];
