import {
  fieldsOf,
  isMaskedIdentityNumber,
  maskIdentityNumber,
  normalizeIdentityNumber,
  type Answers,
  type AnswerValue,
  type FormDefinition,
  type TableField,
  type TableRow,
  type TextField,
} from '@tanfang/shared';

import type { FieldProblem } from '../../platform/problems/problem';

/**
 * Numbers of papers, typed once in the home: the identity numbers of a household, the number of a certificate, which
 * begins with one. They stand whole on the printed sheet and on no screen afterwards: a phone gets them masked and may
 * send the mask back, which stands for what was there.
 */

/** Where such a number stands. */
interface Place {
  field: TextField | TableField;
  /** In words, for whoever typed it. */
  name: string;
  /** Numbers that a mask sent back for this place may stand for, likeliest first. */
  known: (before: Answers) => string[];
}

/** For a screen. */
export function maskedAnswers(definition: FormDefinition, answers: Answers): Answers {
  return mapNumbers(definition, answers, maskIdentityNumber);
}

/** With the numbers of the sheet that is amended in place of their masks. @param answers valid by the definition */
export function wholeAnswers(definition: FormDefinition, answers: Answers, before: Answers): Answers {
  return mapNumbers(definition, answers, (value, { known }) => {
    if (!isMaskedIdentityNumber(value)) return normalizeIdentityNumber(value);
    return known(before).find((number) => maskIdentityNumber(number) === value) ?? value;
  });
}

/** Masks for which no number is known: somebody typed them, or changed the row that they stood in. */
export function unknownMasks(definition: FormDefinition, answers: Answers): FieldProblem[] {
  const found = new Map<string, FieldProblem>();
  mapNumbers(definition, answers, (value, { field, name }) => {
    if (isMaskedIdentityNumber(value))
      found.set(field.id, { field: `answers.${field.id}`, message: `${name}没有填全` });
    return value;
  });
  return [...found.values()];
}

function mapNumbers(
  definition: FormDefinition,
  answers: Answers,
  change: (value: string, place: Place) => string,
): Answers {
  const changed = fieldsOf(definition).flatMap((field): [string, AnswerValue][] => {
    const value = answers[field.id];
    if (field.type === 'text' && field.masked === true && typeof value === 'string' && value !== '')
      return [[field.id, change(value, placeOfText(field))]];
    if (field.type !== 'table' || identityColumns(field).length === 0 || value === undefined) return [];
    const rows = rowsOf(answers, field);
    return [[field.id, rows.map((row, at) => mapRow(row, placeInRow(field, row, at), change))]];
  });
  return { ...answers, ...Object.fromEntries(changed) };
}

function placeOfText(field: TextField): Place {
  const known = ({ [field.id]: number }: Answers) => (typeof number === 'string' ? [number] : []);
  return { field, name: `「${field.label}」`, known };
}

function placeInRow(field: TableField, row: TableRow, at: number): Place {
  // The row may have moved: who bears the same name comes first, then the same place.
  const known = (before: Answers) => {
    const rows = rowsOf(before, field);
    return [...rows.filter((candidate) => candidate['name'] === row['name']), ...rows.slice(at, at + 1)].flatMap(
      (candidate) => identityColumns(field).flatMap((column) => candidate[column] ?? []) as string[],
    );
  };
  return { field, name: `「${field.label}」第 ${at + 1} 行的身份证号`, known };
}

function mapRow(row: TableRow, place: Place, change: (value: string, place: Place) => string): TableRow {
  const cells = identityColumns(place.field as TableField).flatMap((column) => {
    const value = row[column];
    return typeof value === 'string' && value !== '' ? [[column, change(value, place)] as const] : [];
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
