import { evaluate, packOf, type Citation, type ElderFacts, type Evaluation, type PackId } from '../../../src/policy';
import { DAYS, factSheet } from './fact-sheets';
import { PLANS } from './plans';
import { secondReading, withoutGrounds, type Answer } from './second-reading';

const CASES = Number(process.env['DIFFERENTIAL_CASES'] ?? 2_000);
const SHEETS: readonly ElderFacts[] = Array.from({ length: CASES }, (_, seed) => factSheet(seed));

/** Every part of a result that has to say why, with its grounds. */
function groundsOf(result: Evaluation): (readonly Citation[])[] {
  const parts = [result, ...result.categories, result.tier, result.visits, result.entrustment, result.referral];
  return [...parts, ...result.flags].flatMap((part) => (part === null ? [] : [part.because]));
}

function isWellGrounded(result: Evaluation): boolean {
  return groundsOf(result).every(
    (because) =>
      because.length > 0 &&
      because.every(
        ({ rule, document, article, text }) =>
          rule.startsWith(`${result.pack}.`) && document !== '' && article !== '' && text !== '',
      ),
  );
}

describe.each(Object.keys(PLANS) as PackId[])('%s: two readings of one plan', (packId) => {
  const pack = packOf(packId)!;
  const answers: Answer[] = [];
  const disagreements: object[] = [];
  const ungrounded: object[] = [];

  beforeAll(() => {
    SHEETS.forEach((sheet, seed) => {
      for (const on of DAYS) {
        const result = evaluate(pack, sheet, on);
        const [first, second] = [withoutGrounds(result), secondReading(PLANS[packId], sheet, on)];
        if (JSON.stringify(first) !== JSON.stringify(second)) disagreements.push({ seed, on, sheet, first, second });
        if (!isWellGrounded(result)) ungrounded.push({ seed, on });
        answers.push(first);
      }
    });
  });

  it(`agree on ${CASES} fact sheets on seven days`, () => {
    expect(disagreements.slice(0, 3)).toEqual([]);
    expect(answers).toHaveLength(CASES * DAYS.length);
  });

  it('gives grounds for every part of every answer', () => {
    expect(ungrounded.slice(0, 3)).toEqual([]);
  });

  it('meets every answer that the plan can give, and both yes and no', () => {
    const table = PLANS[packId];
    const met = <T>(part: (answer: Answer) => readonly T[]) => new Set(answers.flatMap((answer) => part(answer)));
    expect(met(({ categories }) => categories)).toEqual(new Set(table.categories.map(([code]) => code)));
    expect(met(({ eligible }) => [eligible])).toEqual(new Set([true, false]));
    expect(met(({ every }) => [every])).toEqual(new Set([null, ...table.visits.map(({ value }) => value)]));
    expect(met(({ tier }) => [tier])).toEqual(new Set([null, ...(table.tiers ?? []).map(({ value }) => value)]));
    expect(met(({ provider }) => [provider])).toEqual(new Set([null, ...table.providers.map(({ value }) => value)]));
    expect(met(({ referral }) => [referral?.to ?? null])).toEqual(
      new Set([null, ...table.referral.map(({ value }) => value.to)]),
    );
    expect(met(({ flags }) => flags)).toEqual(new Set(table.flags.map(([code]) => code)));
    for (const [code] of table.categories) {
      const share = answers.filter(({ categories }) => categories.includes(code)).length / answers.length;
      expect(share).toBeGreaterThan(0.005);
      expect(share).toBeLessThan(0.9);
    }
  });
});
