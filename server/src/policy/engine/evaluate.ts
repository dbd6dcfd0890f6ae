import type { Category, Tier } from '@tanfang/shared';
import type { EntrustmentAnswer, Evaluation, Referral } from './answer';
import type { CalendarDate } from './calendar';
import { valueOn } from './dated';
import { elderOn, type Elder } from './elder';
import type { ElderFacts } from './facts';
import type { AssessedElder, CategoryRule, PolicyPack, ReferralTo, ReferredFinding } from './pack';
import { decide, type Decision, type DistrictReading, type Rule } from './rule';

/**
 * What a plan says of an elder on a day, and why.
 * @param facts from `parseFacts`; the birth date is not after `on`.
 * @param readings the district's own decisions on readings, if any.
 */
export function evaluate(
  pack: PolicyPack,
  facts: ElderFacts,
  on: CalendarDate,
  readings: readonly DistrictReading[] = [],
): Evaluation {
  const elder = elderOn(facts, on);
  const matched = categoriesOf(pack, elder);
  const ofAge = elder.age >= pack.age.from;
  const { id: packId } = pack;
  const age = elder.age;
  const categories = matched.map(({ code, because }) => ({ code, because }));
  if (!ofAge || matched.length === 0) {
    const because = [...(ofAge ? [] : pack.age.notReached), ...(matched.length === 0 ? pack.noCategory : [])];
    return { pack: packId, on, age, eligible: false, because, categories, ...NOTHING_OWED };
  }
  const tier = tierOf(pack, elder, readings);
  const assessed = assess(elder, matched, tier);
  const visits = decide(pack.cadence, assessed, on, readings);
  return {
    pack: packId,
    on,
    age,
    eligible: true,
    because: [...pack.age.reached, ...matched.flatMap((category) => category.because)],
    categories,
    tier: tier === null ? null : { code: tier.value, because: tier.because },
    visits: visits === null ? null : { every: visits.value, because: visits.because },
    entrustment: entrustmentOf(pack, assessed),
    referral: firstReferral(pack, pack.referral.rules, assessed, on),
    serviceProvider: decide(pack.providers, assessed, on, readings)?.value ?? null,
    flags: pack.flags.filter((flag) => flag.when(assessed)).map(({ code, because }) => ({ code, because })),
    notes: notesOf(matched),
  };
}

const NOTHING_OWED = {
  tier: null,
  visits: null,
  entrustment: null,
  referral: null,
  serviceProvider: null,
  flags: [],
  notes: [],
} as const;

/**
 * Who acts on a finding, and who is told. Unlike `evaluate` it answers for every elder, for a need found at a visit
 * has an owner even when the elder has since left the plan's scope.
 * @param finding a `staff` finding never reaches the family.
 */
export function referral(pack: PolicyPack, facts: ElderFacts, on: CalendarDate, finding?: ReferredFinding): Referral {
  if (finding?.visibility === 'staff') return firstReferral(pack, pack.referral.keptFromFamily, finding, on);
  const elder = elderOn(facts, on);
  const assessed = assess(elder, categoriesOf(pack, elder), tierOf(pack, elder, []));
  return firstReferral(pack, pack.referral.rules, assessed, on);
}

/** Who hears of what a meter or a device reports of the elder; answers for every elder, like `referral`. */
export function signalReferral(pack: PolicyPack, facts: ElderFacts, on: CalendarDate): Referral {
  const elder = elderOn(facts, on);
  const assessed = assess(elder, categoriesOf(pack, elder), tierOf(pack, elder, []));
  return firstReferral(pack, pack.referral.signals ?? pack.referral.rules, assessed, on);
}

function categoriesOf(pack: PolicyPack, elder: Elder): CategoryRule[] {
  const matched: CategoryRule[] = [];
  for (const category of pack.categories) {
    if (matched.some(({ code }) => code === category.code)) continue;
    if (category.when(elder)) matched.push(category);
  }
  return matched;
}

function tierOf(pack: PolicyPack, elder: Elder, readings: readonly DistrictReading[]): Decision<Tier> | null {
  return pack.tiers === null ? null : decide(pack.tiers, elder, elder.on, readings);
}

function assess(elder: Elder, matched: readonly CategoryRule[], tier: Decision<Tier> | null): AssessedElder {
  const categories = new Set<Category>(matched.map((category) => category.code));
  return { ...elder, categories, tier: tier?.value ?? null };
}

function firstReferral<Subject>(
  pack: PolicyPack,
  rules: readonly Rule<Subject, ReferralTo>[],
  subject: Subject,
  on: CalendarDate,
): Referral {
  const rule = rules.find((candidate) => candidate.when(subject));
  if (rule === undefined) throw new Error(`pack ${pack.id} has no referral for everyone else`);
  const { value, because } = valueOn(rule.then, on);
  return { ...value, because };
}

function entrustmentOf({ entrustment }: PolicyPack, elder: AssessedElder): EntrustmentAnswer | null {
  if (entrustment === null) return null;
  if (!entrustment.isEligible(elder)) {
    return { eligible: false, governmentFunded: false, because: entrustment.notEligible };
  }
  const governmentFunded = entrustment.isGovernmentFunded(elder);
  const because = governmentFunded ? [...entrustment.eligible, ...entrustment.governmentFunded] : entrustment.eligible;
  return { eligible: true, governmentFunded, because };
}

function notesOf(matched: readonly CategoryRule[]): string[] {
  return [...new Set(matched.flatMap((category) => category.note ?? []))];
}
