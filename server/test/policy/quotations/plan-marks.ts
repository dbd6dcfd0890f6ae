import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// As in marks.mjs; three bytes are four characters of base64.
const WINDOW = 4;
const MARK_BYTES = 3;
const MARK_LENGTH = 4;

/** The marks of a published plan by article, in the order of the plan; written by `marks.mjs`. */
export type PlanMarks = Readonly<Record<string, string>>;

export function marksOfPlan(packId: string): PlanMarks {
  const file = join(__dirname, '../../../src/policy/packs', packId, 'cases/plan-marks.json');
  if (!existsSync(file))
    throw new Error(`${packId} has no plan-marks.json: see server/test/policy/quotations/README.md`);
  return JSON.parse(readFileSync(file, 'utf8')) as PlanMarks;
}

/** The words alone: the published files differ in white space and in the width of their punctuation. */
function wordsOf(text: string): string[] {
  return [...text.replace(/[\s\p{P}]/gu, '')];
}

function marksOf(text: string): string {
  const words = wordsOf(text);
  if (words.length < WINDOW) throw new RangeError(`too short to be found: ${text}`);
  return Array.from({ length: words.length - WINDOW + 1 }, (_, from) =>
    createHash('sha256')
      .update(words.slice(from, from + WINDOW).join(''))
      .digest()
      .subarray(0, MARK_BYTES)
      .toString('base64'),
  ).join('');
}

/** 二（一）1 holds 二（一）1（2）, but not 二（一）10. */
function holds(article: string, other: string): boolean {
  return other.startsWith(article) && !/^\d\d/.test(other.slice(article.length - 1));
}

export function hasArticle(plan: PlanMarks, article: string): boolean {
  return Object.hasOwn(plan, article);
}

/** Whether these words stand in the article, one after the other. */
export function stands(plan: PlanMarks, article: string, text: string): boolean {
  const whole = Object.entries(plan)
    .filter(([name]) => holds(article, name))
    .map(([, marks]) => marks)
    .join('');
  const wanted = marksOf(text);
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    if (at % MARK_LENGTH === 0) return true;
  }
  return false;
}
