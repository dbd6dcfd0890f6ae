import { decidableReadings, packs, type Span } from '../../../src/policy';
import { citationsIn } from '../citations';
import { expectedOf } from '../place';

const TODAY = '2026-03-02';

/** `rule: kind, ours of options`. What every place leaves open; what else one does stands in its `expected.ts`. */
const EVERYWHERE = [
  'flag.assessment-stale: flag, 12 of 6 12 24',
  'mode.other: mode, yes of yes no',
  'referral.kept-from-family: kept-referral, community of community street',
];
describe.each(packs.map((pack) => [pack.id, pack] as const))('%s: 方案没有写明的', (packId, pack) => {
  const { decidable: stated, oursAlone } = expectedOf(packId);
  const readings = decidableReadings(pack, TODAY);
  const own = (ruleId: string) => ruleId.replace(`${packId}.`, '');

  it('what a district may decide, and between what', () => {
    const listed = readings.map(
      ({ ruleId, kind, ours, options }) =>
        `${own(ruleId)}: ${kind}, ${ours} of ${options.map(({ code }) => code).join(' ')}`,
    );
    expect(listed.sort()).toEqual([...EVERYWHERE, ...stated].sort());
  });

  it('every reading is either decidable, or it is said why not', () => {
    const decidable = new Set(readings.map(({ because }) => own(because[0].rule)));
    const all = new Set(
      citationsIn({ ...pack, plan: null })
        .filter(({ reading }) => reading)
        .map(({ rule }) => own(rule)),
    );
    expect([...all].filter((rule) => !decidable.has(rule)).sort()).toEqual(Object.keys(oursAlone).sort());
    for (const rule of decidable) expect(all).toContain(rule);
  });

  it('names each once, says what is decided and what our reading rests on, and has it among the options', () => {
    expect(new Set(readings.map(({ ruleId }) => ruleId)).size).toBe(readings.length);
    for (const { subject, because, ours, options } of readings) {
      expect(subject).toMatch(/[\u4e00-\u9fff]/);
      expect(because.some(({ reading }) => reading)).toBe(true);
      expect(options.map(({ code }) => code)).toContain(ours);
      expect(options.length).toBeGreaterThan(1);
      expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    }
  });
});

it('北京: weekly visits can be decided from 2026 on, when they are owed; before, the plan’s own words hold', () => {
  const beijing = packs.find(({ id }) => id === 'beijing')!;
  const cadence = (on: string) => decidableReadings(beijing, on).filter(({ kind }) => kind === 'cadence');
  expect(cadence('2025-12-31')).toEqual([]);
  expect(cadence('2026-01-01')).toHaveLength(1);
});

it('no choice of clocks lets a need end before it has to be taken up', () => {
  const DAY_MS = 86_400_000;
  for (const { clocks } of packs) {
    for (const { options } of Object.values(clocks)) {
      if (options === undefined) continue;
      // What is left of the day depends on the hour.
      for (let left = 0; left <= DAY_MS; left += DAY_MS / 24) {
        const lengthOf = ({ unit, amount }: Span) =>
          unit === 'day' ? Math.max(left, amount) : unit === 'ms' ? amount : amount * DAY_MS;
        const slowest = Math.max(...options.acknowledge.map(lengthOf));
        expect(slowest).toBeLessThanOrEqual(Math.min(...options.close.map(lengthOf)));
      }
    }
  }
});

it('what is kept from the family has no choice that tells one of them', () => {
  for (const { referral } of packs) {
    for (const { options = [] } of referral.keptFromFamily) {
      for (const { to, inform } of options) expect([to === 'community' || to === 'street', inform]).toEqual([true, []]);
    }
  }
});
