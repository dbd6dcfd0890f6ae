import { isCodeOf, type Vocabulary } from '@tanfang/shared';
import { isCalendarDate, type CalendarDate } from './calendar';

/** What is wrong with one field. `field` is its path (`relatives[0].residence.division`), `message` a Chinese sentence. */
export interface FactProblem {
  readonly field: string;
  readonly message: string;
}

/** Reads one value; on a fault it adds a problem under `path` and returns undefined. */
export type Parser<T> = (value: unknown, path: string, problems: FactProblem[]) => T | undefined;

interface Part<T> {
  readonly parse: Parser<T>;
  readonly required: boolean;
}
type Shape<T> = { readonly [K in keyof T]-?: Part<NonNullable<T[K]>> };

export function required<T>(parse: Parser<T>): Part<T> {
  return { parse, required: true };
}

export function optional<T>(parse: Parser<T>): Part<T> {
  return { parse, required: false };
}

/** An object with exactly these fields; an unknown field is refused, for a misspelt fact would go unheard. */
export function shape<T extends object>(parts: Shape<T>): Parser<T> {
  const names = Object.keys(parts) as (keyof T & string)[];
  return (value, path, problems) => {
    if (!isObject(value)) return fault(problems, path, '应是一组字段');
    const read: Partial<T> = {};
    for (const name of names) {
      const at = join(path, name);
      if (!has(value, name)) {
        if (parts[name].required) fault(problems, at, '必须填写');
        continue;
      }
      const parsed = parts[name].parse(value[name], at, problems);
      if (parsed !== undefined) read[name] = parsed;
    }
    for (const name of Object.keys(value)) {
      if (!has(parts, name)) fault(problems, join(path, name), '不是认识的字段');
    }
    return read as T;
  };
}

export function listOf<T>(parse: Parser<T>, most: number): Parser<T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return fault(problems, path, '应是一个列表');
    if (value.length > most) return fault(problems, path, `最多 ${most} 项`);
    return value.flatMap((item: unknown, index) => parse(item, `${path}[${index}]`, problems) ?? []);
  };
}

export function oneOf<V extends Vocabulary>(table: V): Parser<keyof V & string> {
  const codes = Object.keys(table).join('、');
  return (value, path, problems) => (isCodeOf(table, value) ? value : fault(problems, path, `应是 ${codes} 之一`));
}

export const flag: Parser<boolean> = (value, path, problems) =>
  typeof value === 'boolean' ? value : fault(problems, path, '应是 true 或 false');

export const date: Parser<CalendarDate> = (value, path, problems) =>
  isCalendarDate(value) ? value : fault(problems, path, '应是 YYYY-MM-DD 格式的真实日期');

export function wholeNumber(min: number, max: number): Parser<number> {
  return (value, path, problems) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : fault(problems, path, `应是 ${min} 到 ${max} 的整数`);
}

export function text(most: number): Parser<string> {
  return (value, path, problems) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= most
      ? value
      : fault(problems, path, `应是 1 到 ${most} 个字的文字`);
}

export const divisionCode: Parser<string> = (value, path, problems) =>
  typeof value === 'string' && /^\d{1,12}$/.test(value)
    ? value
    : fault(problems, path, '应是行政区划代码，最多 12 位数字');

/** Adds a problem that names the field, one per field. */
export function fault(problems: FactProblem[], path: string, what: string): undefined {
  if (!problems.some((problem) => problem.field === path)) {
    problems.push({ field: path, message: path === '' ? what : `${path} ${what}` });
  }
  return undefined;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function has(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
