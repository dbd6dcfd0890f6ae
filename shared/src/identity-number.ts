/**
 * Citizen identity numbers, GB 11643-1999: 6 digits of area, 8 of birth date, 3 of sequence (odd = male), 1 check character.
 *
 * The area code is not checked: a number is never changed when divisions are split, merged or renamed, so an elder's number
 * rightly carries a code that no current table of GB/T 2260 holds, and residence permits (810000 …) use codes of their own.
 */

const CANONICAL = /^\d{17}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

/** Nobody living was born earlier; a smaller year is a slip of the hand. */
const EARLIEST_BIRTH_YEAR = 1880;

/** Makes of what people type or scan (spaces, full-width digits, a small x) the form that is stored and compared. */
export function normalizeIdentityNumber(typed: string): string {
  return typed
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\uFEFF-]/g, '')
    .toUpperCase();
}

/**
 * The check character that belongs to the first 17 digits (ISO 7064 MOD 11-2).
 * @throws RangeError when `first17` is not 17 digits
 */
export function checkDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('checkDigit needs exactly 17 digits');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17.charAt(at)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Whether `value` is a well-formed number: 18 characters, a date that exists, the right check character. */
export function isIdentityNumber(value: string): boolean {
  return identityNumberError(value) === null;
}

/**
 * What is wrong with a number, as one sentence for the person who typed it; `null` when nothing is.
 * Give it the normalised form. With `on` (YYYY-MM-DD) a birth date after that day is refused as well.
 */
export function identityNumberError(value: string, on?: string): string | null {
  if (value === '') return '还没填身份证号';
  const alphabet = alphabetError(value);
  if (alphabet) return alphabet;
  if (value.length === 15) return '这是 15 位的旧号，现在要填 18 位的身份证号';
  if (value.length < 18) return `身份证号少了 ${18 - value.length} 位，应是 18 位`;
  if (value.length > 18) return `身份证号多了 ${value.length - 18} 位，应是 18 位`;
  if (!CANONICAL.test(value)) return '身份证号里的 X 只能在最后一位';
  const born = birthDateIn(value);
  if (!born) return '身份证号里的出生日期不对（第 7 到 14 位），请对着证件再看看';
  if (on !== undefined && born > on) return '身份证号里的出生日期还没到（第 7 到 14 位），请对着证件再看看';
  if (checkDigit(value.slice(0, 17)) !== value.charAt(17)) return '身份证号对不上，可能有一位写错了，请对着证件再看看';
  return null;
}

/** The birth date in a number as `YYYY-MM-DD`; `null` when the number is not valid. */
export function birthDateOf(value: string): string | null {
  return isIdentityNumber(value) ? birthDateIn(value) : null;
}

/** The sex in a number (17th digit: odd is male); `null` when the number is not valid. */
export function sexOf(value: string): 'male' | 'female' | null {
  if (!isIdentityNumber(value)) return null;
  return Number(value.charAt(16)) % 2 === 1 ? 'male' : 'female';
}

function alphabetError(value: string): string | null {
  const wrong = Array.from(value).find((character) => !/[\dX]/.test(character));
  if (wrong === undefined) return null;
  if (wrong === 'x') return '身份证号最后一位的 x 要写成大写 X';
  return `身份证号里只能有数字和 X，现在有“${wrong}”`;
}

function birthDateIn(value: string): string | null {
  const year = Number(value.slice(6, 10));
  const month = Number(value.slice(10, 12));
  const day = Number(value.slice(12, 14));
  if (year < EARLIEST_BIRTH_YEAR || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
