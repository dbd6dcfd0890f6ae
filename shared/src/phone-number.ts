/**
 * Phone numbers of the Chinese mainland: mobiles of 11 digits, fixed lines with their area code.
 * Stored forms: `13900001234` and `0531-88880000`, so that one number has one blind index.
 */

const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes of three digits (010, 020–029) have numbers of 8; those of four (03xx–09xx) numbers of 7 or 8. */
const FIXED_LINE = /^(?:(010|02\d)-?(\d{8})|(0[3-9]\d{2})-?(\d{7,8}))$/;

/** Makes of what people type (spaces, dashes, full-width digits, +86) the form that is stored and compared. */
export function normalizePhoneNumber(typed: string): string {
  const plain = typed
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\uFEFF()\u2010-\u2015-]/g, '')
    .replace(/^(?:\+|00)86/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  const fixed = FIXED_LINE.exec(plain);
  return fixed ? `${fixed[1] ?? fixed[3]}-${fixed[2] ?? fixed[4]}` : plain;
}

/** A mainland mobile number: the only kind that can receive a text message. */
export function isMobileNumber(value: string): boolean {
  return MOBILE.test(value);
}

/** A mainland fixed line with its area code, with or without the dash. */
export function isFixedLine(value: string): boolean {
  return FIXED_LINE.test(value);
}

/** A mobile or a fixed line with area code. */
export function isPhoneNumber(value: string): boolean {
  return isMobileNumber(value) || isFixedLine(value);
}

/** What is wrong with a phone number, as one sentence for the person who typed it; `null` when nothing is. Give it the normalised form. */
export function phoneNumberError(value: string): string | null {
  if (value === '') return '还没填电话';
  if (isPhoneNumber(value)) return null;
  const wrong = Array.from(value).find((character) => !/[\d-]/.test(character));
  if (wrong !== undefined) return `电话里只能有数字，现在有“${wrong}”`;
  const digits = value.replace(/-/g, '');
  if (digits === '') return '还没填电话';
  if (digits.startsWith('1')) return mobileError(digits);
  if (digits.startsWith('0')) return fixedLineError(digits);
  if (digits.length === 7 || digits.length === 8) return '座机号前面要加区号，如 0531';
  return '电话不对：手机号是 1 开头的 11 位，座机号前面要加区号';
}

function mobileError(digits: string): string {
  if (digits.length < 11) return `电话少了 ${11 - digits.length} 位，应是 11 位`;
  if (digits.length > 11) return `电话多了 ${digits.length - 11} 位，应是 11 位`;
  return '手机号第二位应是 3 到 9，请再看看';
}

function fixedLineError(digits: string): string {
  const short = /^0(?:10|2\d)/.test(digits);
  if (!short && !/^0[3-9]/.test(digits)) return '座机的区号不对，请再看看';
  const area = short ? digits.slice(0, 3) : digits.slice(0, 4);
  const wanted = short ? '8 位' : '7 或 8 位';
  const has = digits.length - area.length;
  return `座机号${has < 8 ? '少了' : '多了'}几位，区号 ${area} 后面应是 ${wanted}`;
}
