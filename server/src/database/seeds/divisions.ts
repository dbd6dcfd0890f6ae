import type { DivisionLevel } from '@tanfang/shared';
import beijing from './divisions/beijing.json';
import heilongjiang from './divisions/heilongjiang.json';
import jinan from './divisions/jinan.json';
import liaoning from './divisions/liaoning.json';
import shishi from './divisions/shishi.json';

/** One division as published; origin and changes: divisions/NOTICE.md. */
export interface DivisionRow {
  /** Significant digits of the statistical code: 2 province, 4 city, 6 district, 9 street, 12 community. */
  code: string;
  /** Official name, 甸柳新村第一社区居民委员会; see `shortDivisionName`. */
  name: string;
  level: Exclude<DivisionLevel, 'grid'>;
  /** Code of the division above, `null` for a province. Not always a prefix by one level: Beijing has no city. */
  parent: string | null;
  /** Area of a village committee (the `rural` of the policy facts). Only communities carry it. */
  rural?: boolean;
}

const FILES = { beijing, heilongjiang, jinan, liaoning, shishi };

export type DivisionsFile = keyof typeof FILES;
export const DIVISIONS_FILES = Object.keys(FILES) as DivisionsFile[];

/** The divisions of a demo place, every parent before its children. */
export function divisionsIn(file: DivisionsFile): DivisionRow[] {
  return FILES[file] as DivisionRow[];
}

/**
 * The id that a seeded division has on every installation: `0D1V`, zeros, the code, 26 characters of the ULID alphabet.
 * Seeds only. Divisions made later get an ordinary ULID, and an id stays when a code is replaced by its successor:
 * nothing may read the code out of an id.
 * @throws RangeError when `code` is not 2 to 12 digits
 */
export function divisionId(code: string): string {
  if (!/^[1-9]\d{1,11}$/.test(code)) throw new RangeError(`not a division code: ${code}`);
  return `0D1V${code.padStart(22, '0')}`;
}

/** The name as people say it: 甸柳新村第一社区, 仕林村, 姚家 (a street), 方家屯镇. */
export function shortDivisionName(row: Pick<DivisionRow, 'name' | 'level'>): string {
  if (row.level === 'street') return row.name.length > 3 ? row.name.replace(/(?:街道|地区)$/, '') : row.name;
  return row.name
    .replace(/村?(?:村民委员会|村委会)$/, '村')
    .replace(/社区委员会$/, '社区')
    .replace(/(?:居民委员会|居委会)$/, '');
}
