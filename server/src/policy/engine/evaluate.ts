import type { Tier } from '@tanfang/shared';
import type { EntrustmentAnswer, Evaluation, Referral } from './answer';
import type { CalendarDate } from './calendar';
import type { Because, Citation, Decision } from './citation';
import { assess, categoriesOf, leftOutBecause, type Matched } from './categories';
import { valueOn } from './dated';
import { NOTHING_DECIDED, overrule, type DistrictReading } from './district-reading';
import { elderOn, type Elder } from './elder';
import type { ElderFacts } from './facts';
import type { AssessedElder, FlagRule, Limit, PolicyPack, ReferralRule, ReferredFinding } from './pack';
import { referralCode } from './referral-option';
import { decide } from './rule';

type Readings = readonly DistrictReading[];

/**
 * What a plan says of an elder on a day, and why.
 * @param facts from `parseFacts`; the birth date is not after `on`.
 * @param readings the district's own decisions on readings, if any.
 */
export function evaluate(
  pack: PolicyPack,
  facts: ElderFacts,
  on: CalendarDate,
  readings: Readings = NOTHING_DECIDED,
): Evaluation {
  const elder = elderOn(facts, on);
  const matched = categoriesOf(pack, elder, readings);
  const ofAge = elder.age >= pack.age.from;
  const { id: packId } = pack;
  const age = elder.age;
  const categories = matched.map(({ code, because }) => ({ code, because }));
  if (!ofAge || matched.length === 0) {
    const because = [
      ...(ofAge ? [] : pack.age.notReached),
      ...(matched.length === 0 ? [...pack.noCategory, ...leftOutBecause(pack, elder, readings)] : []),
      ...(ofAge ? ranOutBecause(pack, elder, readings) : []),
    ];
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
    entrustment: entrustmentOf(pack, assessed, readings),
    referral: firstReferral(pack, pack.referral.rules, assessed, on, readings),
    serviceProvider: decide(pack.providers, assessed, on, readings)?.value ?? null,
    flags: flagsOf(pack, assessed, readings),
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
 * @param finding a `staff` finding never reaches the family, whatever the district has decided.
 */
export function referral(
  pack: PolicyPack,
  facts: ElderFacts,
  on: CalendarDate,
  finding?: ReferredFinding,
  readings: Readings = NOTHING_DECIDED,
): Referral {
  const elder = assessedOn(pack, facts, on, readings);
  if (finding?.visibility === 'staff')
    return firstReferral(pack, pack.referral.keptFromFamily, { matter: finding.matter, elder }, on, readings);
  if (finding?.severity === 'life-danger') {
    const { value, because } = valueOn(pack.referral.inDanger, on);
    return { ...value, because };
  }
  return firstReferral(pack, pack.referral.rules, elder, on, readings);
}

/** Who hears of what a meter or a device reports of the elder; answers for every elder, like `referral`. */
export function signalReferral(
  pack: PolicyPack,
  facts: ElderFacts,
  on: CalendarDate,
  readings: Readings = NOTHING_DECIDED,
): Referral {
  const rules = pack.referral.signals ?? pack.referral.rules;
  return firstReferral(pack, rules, assessedOn(pack, facts, on, readings), on, readings);
}

function assessedOn(pack: PolicyPack, facts: ElderFacts, on: CalendarDate, readings: Readings): AssessedElder {
  const elder = elderOn(facts, on);
  return assess(elder, categoriesOf(pack, elder, readings), tierOf(pack, elder, readings));
}

/** That nobody counts only because a certificate has run out: the grounds say so. */
export function hasRunOut({ pack, eligible, because }: Evaluation): boolean {
  return !eligible && because.some(({ rule }) => rule === `${pack}.flag.certificate-expired`);
}

/** Why nobody counts who would if the certificate were still valid: it has run out. */
function ranOutBecause(pack: PolicyPack, { facts, on, certificate }: Elder, readings: Readings): readonly Citation[] {
  if (facts.disability === undefined || certificate !== null) return [];
  const { validUntil: _, ...disability } = facts.disability;
  if (categoriesOf(pack, elderOn({ ...facts, disability }, on), readings).length === 0) return [];
  return pack.flags.find(({ code }) => code === 'certificate-expired')?.because ?? [];
}

function tierOf(pack: PolicyPack, elder: Elder, readings: Readings): Decision<Tier> | null {
  return pack.tiers === null ? null : decide(pack.tiers, elder, elder.on, readings);
}

function firstReferral<Subject>(
  pack: PolicyPack,
  rules: readonly ReferralRule<Subject>[],
  subject: Subject,
  on: CalendarDate,
  readings: Readings,
): Referral {
  const rule = rules.find((candidate) => candidate.when(subject));
  if (rule === undefined) throw new Error(`pack ${pack.id} has no referral for everyone else`);
  const { options } = rule;
  const ours = valueOn(rule.then, on);
  const { value, because } =
    readings.length === 0 || options === undefined
      ? ours
      : overrule(ours, (code) => options.find((option) => referralCode(option) === code), on, readings);
  return { ...value, because };
}

function entrustmentOf(
  { entrustment }: PolicyPack,
  elder: AssessedElder,
  readings: Readings,
): EntrustmentAnswer | null {
  if (entrustment === null) return null;
  if (!entrustment.isEligible(elder)) {
    return { eligible: false, governmentFunded: false, because: entrustment.notEligible };
  }
  if (!entrustment.isGovernmentFunded(elder)) {
    return { eligible: true, governmentFunded: false, because: entrustment.eligible };
  }
  const { eligible, governmentFunded: because } = entrustment;
  const funded = readings.length === 0 ? null : overrule({ value: true, because }, yesOrNo, elder.on, readings);
  return {
    eligible: true,
    governmentFunded: funded?.value ?? true,
    because: [...eligible, ...(funded?.because ?? because)],
  };
}

function flagsOf(pack: PolicyPack, elder: AssessedElder, readings: Readings): Evaluation['flags'] {
  const raised: { code: FlagRule['code']; because: readonly Citation[] }[] = [];
  for (const { code, when, limit, because } of pack.flags) {
    const mine = readings.length === 0 || limit === undefined ? null : limitOf(limit, because, elder.on, readings);
    if (when(elder, mine?.value ?? limit?.ours ?? 0)) raised.push({ code, because: mine?.because ?? because });
  }
  return raised;
}

function limitOf({ ours, allowed }: Limit, because: Because, on: CalendarDate, readings: Readings): Decision<number> {
  return overrule({ value: ours, because }, (code) => allowed.find((one) => String(one) === code), on, readings);
}

function notesOf(matched: readonly Matched[]): string[] {
  return [...new Set(matched.flatMap((category) => category.note ?? []))];
}

function yesOrNo(code: string): boolean | undefined {
  return code === 'yes' ? true : code === 'no' ? false : undefined;
}
