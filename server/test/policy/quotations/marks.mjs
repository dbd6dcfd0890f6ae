/**
 * Turns a published plan into marks by which a quotation can be found in it, without keeping its text:
 *
 *   node server/test/policy/quotations/marks.mjs plan.txt > server/src/policy/packs/<place>/cases/plan-marks.json
 *
 * `plan.txt` is the plan as published, with a line `# 二（一）1` before each article. A mark is the beginning of the
 * SHA-256 of a few characters on end; white space and punctuation do not count. `plan-marks.ts` reads them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const WINDOW = 4;
const MARK_BYTES = 3;

const articles = [];
let words = '';
for (const line of readFileSync(process.argv[2], 'utf8').split(/\r?\n/)) {
  const heading = /^# (.+)$/.exec(line);
  if (heading) articles.push({ name: heading[1], from: [...words].length });
  else words += line.replace(/[\s\p{P}]/gu, '');
}

const characters = [...words];
const mark = (from) =>
  createHash('sha256')
    .update(characters.slice(from, from + WINDOW).join(''))
    .digest()
    .subarray(0, MARK_BYTES);
const marks = Object.fromEntries(
  articles.map(({ name, from }, index) => {
    const to = articles[index + 1]?.from ?? characters.length;
    const own = Array.from({ length: to - from }, (_, offset) => mark(from + offset));
    return [name, Buffer.concat(own).toString('base64')];
  }),
);
process.stdout.write(`${JSON.stringify(marks, null, 2)}\n`);
