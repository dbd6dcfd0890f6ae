import { identityNumberError, normalizeIdentityNumber } from '../identity-number';
import { isMaskedIdentityNumber } from '../mask';
import { fieldsOf, isAnswered, answerOf } from './fields';
import type { AnswerProblem, Answers, Column, FormDefinition, FormField, Option } from './model';
import { isRequired, isShown } from './shown';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Checks a visitor's answers against the definition.
 * @returns one problem per field, in the form's order, unknown fields last; empty when all is well.
 */
export function validateAnswers(definition: FormDefinition, answers: unknown): AnswerProblem[] {
  if (!isRecord(answers))
    return [{ field: '', label: definition.title, message: `「${definition.title}」的内容没有收到` }];
  const given = answers as Answers;
  const problems: AnswerProblem[] = [];
  for (const field of fieldsOf(definition)) {
    const message = problemOf(field, given);
    if (message !== null) problems.push({ field: field.id, label: field.label, message });
  }
  const known = new Set(fieldsOf(definition).map((field) => field.id));
  for (const id of Object.keys(answers)) {
    if (!known.has(id)) problems.push({ field: id, label: id, message: `这张表里没有「${id}」这一项` });
  }
  return problems;
}

function problemOf(field: FormField, answers: Answers): string | null {
  const value: unknown = answerOf(answers, field.id);
  const name = `「${field.label}」`;
  if (value === undefined) return isRequired(field, answers) ? `${name}${missingWord(field)}` : null;
  if (field.filledBy === 'server') return `${name}由系统填写，不用填`;
  if (!isShown(field, answers)) return `${name}这次不用填`;
  const wrong = valueProblem(field, value);
  if (wrong !== null) return `${name}${wrong}`;
  return isRequired(field, answers) && !isAnswered(answerOf(answers, field.id)) ? `${name}${missingWord(field)}` : null;
}

function missingWord(field: FormField): string {
  return field.type === 'choice' || field.type === 'choices' ? '还没有选' : '还没有填';
}

function valueProblem(field: FormField | Column, value: unknown): string | null {
  switch (field.type) {
    case 'choice':
      return isOption(field.options, value) ? null : '的选项不在表里，请重新选';
    case 'choices':
      return choicesProblem(field.options, value);
    case 'text':
      return textProblem(field, value);
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value)) return '应填整数';
      return value < field.min || value > field.max ? `应在 ${field.min} 到 ${field.max} 之间` : null;
    case 'date':
      return isCalendarDate(value) ? null : '应填日期，如 2026-03-02';
    case 'table':
      return tableProblem(field.columns, field.maxRows, value);
  }
}

function textProblem(field: Extract<FormField | Column, { type: 'text' }>, value: unknown): string | null {
  if (typeof value !== 'string') return '应填文字';
  if ([...value].length > field.maxLength) return `太长了，最多 ${field.maxLength} 个字`;
  if ('masked' in field && field.masked === true) return tooShortToMask(value);
  return 'identity' in field && field.identity === true ? identityProblem(value) : null;
}

/** What a mask would hide altogether could not be told from its mask. */
function tooShortToMask(value: string): string | null {
  return [...normalizeIdentityNumber(value)].length < 15 ? '没有写全，请照证件抄完' : null;
}

/** A mask stands for the number that was typed before: the server knows whether there is one. */
function identityProblem(value: string): string | null {
  const fault = isMaskedIdentityNumber(value) ? null : identityNumberError(normalizeIdentityNumber(value));
  return fault === null ? null : `：${fault}`;
}

function choicesProblem(options: readonly Option[], value: unknown): string | null {
  if (!Array.isArray(value)) return '应是选中的几项';
  if (!value.every((code) => isOption(options, code))) return '有选项不在表里，请重新选';
  if (new Set(value).size !== value.length) return '有选项重复了';
  const exclusive = options.find((option) => option.exclusive === true && value.includes(option.code));
  return exclusive !== undefined && value.length > 1 ? `选了“${exclusive.label}”就不能再选别的` : null;
}

function tableProblem(columns: readonly Column[], maxRows: number, value: unknown): string | null {
  if (!Array.isArray(value)) return '应是表格的各行';
  if (value.length > maxRows) return `最多 ${maxRows} 行`;
  for (const [index, row] of value.entries()) {
    const wrong = isRecord(row) ? rowProblem(columns, row) : '不是一行内容';
    if (wrong !== null) return `第 ${index + 1} 行${wrong}`;
  }
  return null;
}

function rowProblem(columns: readonly Column[], row: Record<string, unknown>): string | null {
  const unknown = Object.keys(row).find((id) => !columns.some((column) => column.id === id));
  if (unknown !== undefined) return `没有“${unknown}”这一栏`;
  for (const column of columns) {
    const cell = Object.prototype.hasOwnProperty.call(row, column.id) ? row[column.id] : undefined;
    if (cell === undefined || cell === '') {
      if (column.required === true) return `“${column.label}”还没有填`;
      continue;
    }
    const wrong = valueProblem(column, cell);
    if (wrong !== null) return `“${column.label}”${wrong}`;
  }
  return null;
}

function isOption(options: readonly Option[], value: unknown): boolean {
  return options.some((option) => option.code === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCalendarDate(value: unknown): boolean {
  const match = typeof value === 'string' ? DATE.exec(value) : null;
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
