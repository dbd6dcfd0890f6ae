import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, packs, type Citation, type Evaluation } from '../../../src/policy';
import { secondReadingOf } from '../place';
import { sheetsOf } from './fact-sheets';
import { daysOf } from './plan-table';
import { reach } from './reach';
import { secondReading, withoutGrounds, type SecondReading } from './second-reading';

const CASES = Number(process.env['DIFFERENTIAL_CASES'] ?? 10_000);
/** The full comparison takes seconds; on a machine that has other things to do, longer. */
const PATIENCE_MS = 300_000;
/** Rules and edges are all met among these, however few are compared. */
const ENOUGH = 2_000;

/** The grounds of every part of a result that has to say why, in the order of a second reading's articles. */
function groundsOf(result: Evaluation): (readonly Citation[] | null)[] {
  const { categories, tier, visits, entrustment, referral, flags } = result;
  return [result, ...categories, tier, visits, entrustment, referral, ...flags].map((part) => part && part.because);
}

/** Every part cites, in full, and among what it cites is the article that the second reading found. */
function isWellGrounded(result: Evaluation, { articles }: SecondReading): boolean {
  const grounds = groundsOf(result);
  return (
    grounds.length === articles.length &&
    grounds.every((because, part) =>
      because === null ? articles[part] === null : cites(because, articles[part], result.pack),
    )
  );
}

function cites(because: readonly Citation[], expected: string | null | undefined, packId: string): boolean {
  return (
    because.some(({ article }) => article === expected) &&
    because.every(
      ({ rule, document, article, text }) =>
        rule.startsWith(`${packId}.`) && document !== '' && article !== '' && text !== '',
    )
  );
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s: two readings of one plan', (packId, pack) => {
  const plan = secondReadingOf(packId);
  const days = daysOf(plan);
  const disagreements: object[] = [];
  const ungrounded: object[] = [];
  let compared = 0;

  beforeAll(() => {
    sheetsOf(plan, CASES).forEach((sheet, seed) => {
      for (const on of days) {
        const result = evaluate(pack, sheet, on);
        const second = secondReading(plan, sheet, on);
        const first = withoutGrounds(result);
        if (JSON.stringify(first) !== JSON.stringify(second.answer)) {
          disagreements.push({ seed, on, sheet, first, second: second.answer });
        }
        if (!isWellGrounded(result, second)) ungrounded.push({ seed, on, result, articles: second.articles });
        compared += 1;
      }
    });
  }, PATIENCE_MS);

  it(`agree on ${CASES} fact sheets on ${days.length} days`, () => {
    expect(disagreements.slice(0, 3)).toEqual([]);
    expect(compared).toBe(CASES * days.length);
  });

  it('every part of every answer cites the article that the other reading found', () => {
    expect(ungrounded.slice(0, 3)).toEqual([]);
  });

  it('the fact sheets decide every rule, and miss every one by each of its conditions', () => {
    const counts = [...reach(plan, sheetsOf(plan, ENOUGH))];
    expect(counts.length).toBeGreaterThan(20);
    expect(counts.filter(([, count]) => count < 3)).toEqual([]);
  });
});

it('the second reading shares nothing with the first but the names of the facts', () => {
  const own = readdirSync(__dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const tables = packs.map(({ id }) => `../../../src/policy/packs/${id}/cases/second-reading.ts`);
  expect(own).toEqual(expect.arrayContaining(['conditions.ts', 'days.ts', 'plan-table.ts', 'second-reading.ts']));
  for (const file of [...own, ...tables]) {
    const source = readFileSync(join(__dirname, file), 'utf8');
    for (const [, type, from] of source.matchAll(/import (type )?[^;]* from '([^']+)'/g)) {
      const isOwn = /^(\.|(\.\.\/){5}test\/policy\/differential)\/(?!\.)[a-z-]+$/.test(from!);
      expect({ file, from, isTypeOnly: isOwn || type !== undefined }).toEqual({ file, from, isTypeOnly: true });
    }
  }
});
