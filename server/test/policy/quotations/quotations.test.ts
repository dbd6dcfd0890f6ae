import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packs, type Citation } from '../../../src/policy';

type Compared = Record<string, { article: string; sha256: string }>;

/** The words alone: the published files differ in white space and in the width of their punctuation. */
function wordsOf(text: string): string {
  return text.replace(/[\s\p{P}]/gu, '');
}

function hashOf(text: string): string {
  return createHash('sha256').update(wordsOf(text)).digest('hex');
}

function comparedIn(packId: string): Compared {
  return JSON.parse(readFileSync(join(__dirname, `${packId}.json`), 'utf8')) as Compared;
}

function citationsIn(value: unknown, found: Citation[] = [], seen = new Set<unknown>()): Citation[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  const candidate = value as Partial<Citation>;
  if (typeof candidate.rule === 'string' && typeof candidate.reading === 'boolean') found.push(value as Citation);
  for (const part of Object.values(value)) citationsIn(part, found, seen);
  return found;
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s: quotations', (packId, pack) => {
  const compared = comparedIn(packId);

  it('are those that were compared with the published plan, word for word', () => {
    const quoted = Object.entries(pack.plan.quotations).map(([name, { article, text }]) => [
      name,
      { article, sha256: hashOf(text) },
    ]);
    expect(Object.fromEntries(quoted)).toEqual(compared);
  });

  it('are all that the pack passes off as the plan’s words', () => {
    const known = new Set(Object.values(compared).map(({ article, sha256 }) => `${article} ${sha256}`));
    const literal = citationsIn({ ...pack, plan: null }).filter(({ reading }) => !reading);
    expect(literal.length).toBeGreaterThan(20);
    for (const { article, text } of literal) expect(known).toContain(`${article} ${hashOf(text)}`);
  });
});

it('notices one changed word, and overlooks the width of a comma', () => {
  expect(hashOf('每周探访关爱应不少于1次')).not.toBe(hashOf('每周探访关爱应不少于2次'));
  expect(hashOf('到2025年底,制定 标准')).toBe(hashOf('到2025年底，制定标准'));
});
