/**
 * What WeChat takes in a template field, by the type in its key (`thing1` → thing). A message that breaks a rule is refused
 * with 47003 and costs the reader their notice, so the text is fitted before it is sent. Where the documentation leaves
 * room the narrow reading is taken: a character outside the BMP counts as two.
 */

const TYPE = /^([a-z_]+?)\d+$/;
const THING_LENGTH = 20;
const PHRASE_LENGTH = 5;
const NAME_LENGTH = 10;

const LIMITS: Record<string, (value: string) => boolean> = {
  thing: (value) => value.length <= THING_LENGTH,
  phrase: (value) => value.length <= PHRASE_LENGTH && /^\p{Script=Han}+$/u.test(value),
  name: (value) => value.length <= NAME_LENGTH && /^[\p{Script=Han}A-Za-z·]+$/u.test(value),
  time: (value) => /^(\d{4}年\d{1,2}月\d{1,2}日 )?([01]?\d|2[0-3]):[0-5]\d$/.test(value),
};

/** Whether the platform will take the value under this key. */
export function fits(key: string, value: string): boolean {
  const rule = LIMITS[TYPE.exec(key)?.[1] ?? ''];
  return rule !== undefined && value !== '' && !/\p{Cc}/u.test(value) && rule(value);
}

/**
 * The first candidate that fits, else the first one shortened. Candidates go from the fullest to the plainest wording.
 * @throws Error when nothing can be made to fit: a bug in a template, never a reason to send something else
 */
export function fit(key: string, candidates: readonly string[]): string {
  const clean = candidates.map((candidate) => candidate.replace(/\p{Cc}+/gu, ' ').trim());
  const whole = clean.find((candidate) => fits(key, candidate));
  if (whole !== undefined) return whole;
  const short = shorten(key, clean[0] ?? '');
  if (!fits(key, short)) throw new Error(`Nothing fits the template field ${key}`);
  return short;
}

function shorten(key: string, value: string): string {
  switch (TYPE.exec(key)?.[1]) {
    case 'thing':
      return value.length <= THING_LENGTH ? value : `${cut(value, THING_LENGTH - 1)}…`;
    case 'phrase':
      return cut(value.replace(/[^\p{Script=Han}]/gu, ''), PHRASE_LENGTH);
    case 'name':
      return cut(value.replace(/[^\p{Script=Han}A-Za-z·]/gu, ''), NAME_LENGTH);
    default:
      return value;
  }
}

/** Whole characters only: half of a surrogate pair is no text. */
function cut(value: string, units: number): string {
  let short = '';
  for (const character of value) {
    if (short.length + character.length > units) break;
    short += character;
  }
  return short;
}
