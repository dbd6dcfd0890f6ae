/**
 * Which values a subscription template takes, by the type in the key (`thing1` → thing).
 *
 * Where the documentation leaves room, the narrow reading is taken: what passes here passes there. A character outside
 * the BMP (𠮷, 😀) counts as two, and dates are only read in the documented 年月日 spelling with 24 h clock.
 */
type Check = (value: string, options: readonly string[]) => boolean;

const HAN = /\p{Script=Han}/u;
const NAME_SIGNS = /^[A-Za-z\p{P}\p{S} ]+$/u;
const CHINESE_NAME = /^[A-Za-z\p{Script=Han}\p{P}\p{S} ]+$/u;

const CHECKS: Record<string, Check> = {
  thing: (value) => value.length <= 20,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && digitsIn(value) <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => value.length <= 5 && /^[\p{P}\p{S}]+$/u.test(value),
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
  time: (value) => isRange(value, isTime),
  date: (value) => isRange(value, isDate),
  amount: (value) => /^\p{Sc}\d+(\.\d+)?元?$/u.test(value) && digitsIn(value) <= 10,
  phone_number: (value) => /^[\d+\-()*#]{1,17}$/.test(value) && /\d/.test(value),
  car_number: (value) =>
    value.length <= 8 && /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]*[\p{Script=Han}A-Za-z0-9]$/u.test(value),
  // 中文和字母混合按中文名算, 10 个字内
  name: (value) =>
    HAN.test(value)
      ? value.length <= 10 && CHINESE_NAME.test(value)
      : value.length <= 20 && NAME_SIGNS.test(value) && value.trim() !== '',
  phrase: (value) => value.length <= 5 && /^\p{Script=Han}+$/u.test(value),
  enum: (value, options) => options.includes(value),
};

/** The type a key asks for, or null when there is no such type. */
export function dataTypeOf(key: string): string | null {
  const type = /^([a-z_]+)\d+$/.exec(key)?.[1];
  return type !== undefined && type in CHECKS ? type : null;
}

/**
 * Whether the platform takes this text under this key.
 * @param options the allowed values of an `enum` key
 */
export function accepts(key: string, value: string, options: readonly string[] = []): boolean {
  const type = dataTypeOf(key);
  const check = type === null ? undefined : CHECKS[type];
  // Control characters, line breaks among them, are refused in every type.
  return check !== undefined && value !== '' && !/\p{Cc}/u.test(value) && check(value, options);
}

function digitsIn(value: string): number {
  return value.replace(/\D/g, '').length;
}

/** One point in time, or two joined by a half-width `~`. A full-width ～ is refused there, too. */
function isRange(value: string, isPoint: (point: string) => boolean): boolean {
  const points = value.split('~');
  return points.length <= 2 && points.every(isPoint);
}

function isTime(point: string): boolean {
  const [day, clock] = point.includes(' ') ? splitOnce(point) : [null, point];
  return (day === null || isDay(day)) && isClock(clock);
}

function isDate(point: string): boolean {
  if (!point.includes(' ')) return isDay(point);
  const [day, clock] = splitOnce(point);
  return isDay(day) && isClock(clock);
}

function splitOnce(point: string): [string, string] {
  const at = point.indexOf(' ');
  return [point.slice(0, at), point.slice(at + 1)];
}

function isClock(text: string): boolean {
  return /^([01]?\d|2[0-3]):[0-5]\d$/.test(text);
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
