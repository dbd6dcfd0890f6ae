import {
  fieldsOf,
  isMaskedIdentityNumber,
  maskIdentityNumber,
  normalizeIdentityNumber,
  type Answers,
  type FormDefinition,
  type TableField,
  type TableRow,
} from '@tanfang/shared';

import type { FieldProblem } from '../../platform/problems/problem';

/**
 * Identity numbers of a household, typed once in the home, whole on the printed sheet and on no screen afterwards: a phone
 * gets them masked and may send the mask back, which stands for what was there.
 */

type Cell = (value: string, row: TableRow, at: number, table: TableField) => string;

/** For a screen. */
export function maskedAnswers(definition: FormDefinition, answers: Answers): Answers {
  return mapIdentities(definition, answers, maskIdentityNumber);
}

/** With the numbers of the sheet that is amended in place of their masks. @param answers valid by the definition */
export function wholeAnswers(definition: FormDefinition, answers: Answers, before: Answers): Answers {
  return mapIdentities(definition, answers, (value, row, at, table) => {
    if (!isMaskedIdentityNumber(value)) return normalizeIdentityNumber(value);
    return knownNumber(value, row, at, table, before) ?? value;
  });
}

/** Masks for which no number is known: somebody typed them, or changed the row that they stood in. */
export function unknownMasks(definition: FormDefinition, answers: Answers): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  mapIdentities(definition, answers, (value, _row, at, { id, label }) => {
    if (isMaskedIdentityNumber(value))
      found.set(id, { field: `answers.${id}`, message: `「${label}」第 ${at + 1} 行的身份证号没有填全` });
    return value;
  });
  return [...found.values()];
}

/** The row may have moved: who bears the same name comes first, then the same place. */
function knownNumber(mask: string, row: TableRow, at: number, table: TableField, before: Answers): string | undefined {
  const rows = rowsOf(before, table);
  const fits = (candidate: TableRow | undefined) =>
    identityColumns(table)
      .map((column) => candidate?.[column])
      .find((number) => typeof number === 'string' && maskIdentityNumber(number) === mask) as string | undefined;
  const named = rows.filter((candidate) => candidate['name'] === row['name']).map(fits);
  return named.find((number) => number !== undefined) ?? fits(rows[at]);
}

function mapIdentities(definition: FormDefinition, answers: Answers, change: Cell): Answers {
  const changed = fieldsOf(definition).flatMap((field) => {
    if (field.type !== 'table' || identityColumns(field).length === 0 || answers[field.id] === undefined) return [];
    return [[field.id, rowsOf(answers, field).map((row, at) => mapRow(field, row, at, change))] as const];
  });
  return { ...answers, ...Object.fromEntries(changed) };
}

function mapRow(table: TableField, row: TableRow, at: number, change: Cell): TableRow {
  const cells = identityColumns(table).flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' && value !== '' ? [[column, change(value, row, at, table)] as const] : [];
  });
  return { ...row, ...Object.fromEntries(cells) };
}

function identityColumns({ columns }: TableField): string[] {
  return columns.flatMap((column) => (column.type === 'text' && column.identity === true ? [column.id] : []));
}

function rowsOf(answers: Answers, { id }: TableField): readonly TableRow[] {
  const value = answers[id];
  return Array.isArray(value) ? (value as readonly TableRow[]) : [];
}
