import { decidableReadings, packs, type PackId } from '../../../src/policy';
import { citationsIn } from '../citations';

const TODAY = '2026-03-02';

/** `rule: kind, ours of options`. What every place leaves open stands apart. */
const EVERYWHERE = [
  'flag.assessment-stale: flag, 12 of 6 12 24',
  'mode.other: mode, yes of yes no',
  'referral.kept-from-family: kept-referral, community of community street',
];
/** Where the plan sets no clocks of its own. */
const CLOCKS = [
  'clock.life-danger.acknowledge: clock, 10m of 5m 10m 15m',
  'clock.life-danger.close: clock, 24h of 12h 24h 48h',
  'clock.urgent.acknowledge: clock, 24h of 2h 4h 12h 24h',
  'clock.urgent.close: clock, 3wd of 1wd 2wd 3wd 5wd',
  'clock.ordinary.acknowledge: clock, 3wd of 1wd 2wd 3wd 5wd',
  'clock.ordinary.close: clock, 10wd of 5wd 7wd 10wd 15wd',
  'clock.information.acknowledge: clock, 5wd of 3wd 5wd 10wd',
  'clock.information.close: clock, 20wd of 10wd 15wd 20wd 30wd',
];
const DEVICES = 'mode.remote-monitoring: mode, no of yes no';
const ADDRESSEE =
  'referral.community: referral, community+first-contact of ' +
  'community+first-contact community street+first-contact street first-contact';
const BASELINE = ['living-alone', 'empty-nest', 'left-behind', 'severe-disability', 'family-planning-special'].map(
  (category) => `category.${category}: category, yes of yes no`,
);

const DECIDABLE: Record<PackId, string[]> = {
  beijing: [
    ...CLOCKS,
    DEVICES,
    'category.disabled-ability-total: category, yes of yes no',
    'cadence: cadence, week of week half-month month',
    'referral.signals-street: signal, street of street first-contact',
    'flag.priority-screening: flag, 80 of 70 75 80 85 90',
  ],
  heilongjiang: [
    ...CLOCKS,
    DEVICES,
    ...BASELINE,
    'category.disabled-ability: category, yes of yes no',
    'cadence.monthly: cadence, month of week half-month month',
    'referral.community: referral, community+first-contact+emergency-contact of ' +
      'community+first-contact+emergency-contact community+emergency-contact community ' +
      'street+first-contact+emergency-contact street',
    'referral.signals: signal, community+emergency-contact of community+emergency-contact street+emergency-contact',
  ],
  liaoning: [...CLOCKS, DEVICES, ADDRESSEE],
  shishi: [
    ...CLOCKS,
    ADDRESSEE,
    'tier.not-ticked: tier, general of key general',
    'cadence.monthly: cadence, month of week half-month month',
  ],
  jinan: [
    ...CLOCKS,
    DEVICES,
    ADDRESSEE,
    ...BASELINE,
    'category.disabled-ability: category, yes of yes no',
    'category.disabled-ability-mild: category, yes of yes no',
    'category.disabled-ability-dementia: category, yes of yes no',
    'cadence.aged-80-entrusted: cadence, month of week half-month month',
    'cadence.aged-80: cadence, week of week half-month month',
    'cadence.secondary: cadence, half-month of week half-month month',
    'entrustment.government: entrustment, yes of yes no',
  ],
};

const LAW = '老年人 is 60 and over by national law';
const BY_THE_PLAN = 'the plan gives the definition; the reading says how facts are compared with its words';
const EXPLAINS = 'explains a result and decides nothing';
const SAFETY = 'protects life or the elder; it is the same everywhere';
const ONE_ONLY = 'the plan knows one possibility only';
const NOT_COMPUTED = 'shown and printed; nothing is computed from it, so nothing would follow from changing it';
const FORM = 'a form is written and published as a version of the pack';

/** Readings that no district decides in data, and why. */
const OURS_ALONE: Record<PackId, Record<string, string>> = {
  beijing: {
    age: LAW,
    'category.none': EXPLAINS,
    'category.empty-nest': BY_THE_PLAN,
    'category.left-behind': BY_THE_PLAN,
    'category.severe-disability': BY_THE_PLAN,
    'flag.certificate-expired': BY_THE_PLAN,
    'referral.family-duty': SAFETY,
    'emergency.call-help': SAFETY,
    'emergency.record': SAFETY,
    'first-contact.household': NOT_COMPUTED,
    'first-contact.unknown': EXPLAINS,
    'census.yearly': NOT_COMPUTED,
    'form.visit-record': FORM,
  },
  heilongjiang: {
    age: LAW,
    'category.none': EXPLAINS,
    'flag.certificate-expired': BY_THE_PLAN,
    'referral.family-duty': SAFETY,
    'provider.assigned': ONE_ONLY,
    'census.yearly': NOT_COMPUTED,
    'form.visit-record': FORM,
  },
  liaoning: {
    'category.none': EXPLAINS,
    'category.living-alone': BY_THE_PLAN,
    'category.left-behind': BY_THE_PLAN,
    'category.disabled-ability': BY_THE_PLAN,
    'category.severe-disability': BY_THE_PLAN,
    'flag.certificate-expired': BY_THE_PLAN,
    'referral.family-duty': SAFETY,
    'census.yearly': NOT_COMPUTED,
  },
  shishi: {
    age: LAW,
    'category.none': EXPLAINS,
    'category.childless-alone': BY_THE_PLAN,
    'category.living-alone': BY_THE_PLAN,
    'category.left-behind': BY_THE_PLAN,
    'flag.certificate-expired': BY_THE_PLAN,
    'referral.family-duty': SAFETY,
    'emergency.call-help': SAFETY,
    'emergency.call-family': SAFETY,
    'emergency.record': SAFETY,
    'provider.assigned': ONE_ONLY,
    'rate.monthly': NOT_COMPUTED,
    'census.yearly': NOT_COMPUTED,
    'visitor.committee': NOT_COMPUTED,
    'visitor.grid': NOT_COMPUTED,
    'visitor.neighbour': NOT_COMPUTED,
    'visitor.other': NOT_COMPUTED,
    'special.extreme-weather': NOT_COMPUTED,
    'special.traditional-festival': NOT_COMPUTED,
  },
  jinan: {
    age: LAW,
    'category.none': EXPLAINS,
    'flag.certificate-expired': BY_THE_PLAN,
    'referral.family-duty': SAFETY,
    'emergency.record': SAFETY,
    'visitor.elder-association': NOT_COMPUTED,
    'visitor.cadre': NOT_COMPUTED,
    'visitor.village-team': NOT_COMPUTED,
    'visitor.grid': NOT_COMPUTED,
    'visitor.party-veteran': NOT_COMPUTED,
    'visitor.student': NOT_COMPUTED,
  },
};

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s: 方案没有写明的', (packId, pack) => {
  const readings = decidableReadings(pack, TODAY);
  const own = (ruleId: string) => ruleId.replace(`${packId}.`, '');

  it('what a district may decide, and between what', () => {
    const listed = readings.map(
      ({ ruleId, kind, ours, options }) =>
        `${own(ruleId)}: ${kind}, ${ours} of ${options.map(({ code }) => code).join(' ')}`,
    );
    expect(listed.sort()).toEqual([...EVERYWHERE, ...DECIDABLE[packId]].sort());
  });

  it('every reading is either decidable, or it is said why not', () => {
    const decidable = new Set(readings.map(({ because }) => own(because[0].rule)));
    const all = new Set(
      citationsIn({ ...pack, plan: null })
        .filter(({ reading }) => reading)
        .map(({ rule }) => own(rule)),
    );
    expect([...all].filter((rule) => !decidable.has(rule)).sort()).toEqual(Object.keys(OURS_ALONE[packId]).sort());
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
      const [slowest, fastest] = [options.acknowledge, options.close].map((spans, place) => {
        const lengths = spans.map(({ unit, amount }) => (unit === 'ms' ? amount : amount * DAY_MS));
        return place === 0 ? Math.max(...lengths) : Math.min(...lengths);
      });
      expect(slowest).toBeLessThanOrEqual(fastest!);
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
