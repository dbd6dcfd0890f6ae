import type { FormDefinition } from '@tanfang/shared';
import type { CalendarDate } from './engine/calendar';
import { valueOn, type Dated } from './engine/dated';
import type { ContactCandidate, FirstContactAnswer } from './engine/first-contact';
import type { EmergencyPlan, FormUse, PolicyPack } from './engine/pack';
import { packs } from './packs';

export type { CalendarDate } from './engine/calendar';
export type { Because, Citation } from './engine/citation';
export type { EntrustmentAnswer, Evaluation, Referral, ReferralInform, ReferralTarget } from './engine/answer';
export type { Explanation } from './engine/explain';
export type { ElderFacts, Place, Relative } from './engine/facts';
export type { FamilyAccount, FamilyAccountState, FamilyPeople, FamilyReason } from './engine/family-account';
export type { KinWord } from './engine/kind-words';
export type { FactProblem } from './engine/parsing';
export type { ParsedFacts, ParsedQuestion } from './engine/parse-facts';
export type { DecidableReading, ReadingKind, ReadingOption } from './engine/decidable';
export type { DistrictReading, DistrictRules } from './engine/district-reading';
export type {
  Clocks,
  Deadline,
  Duty,
  EmergencyPlan,
  EmergencyStep,
  FormUse,
  Milestone,
  PolicyPack,
  Provision,
  RateTarget,
  ReferredFinding,
  Span,
  SpecialPeriod,
} from './engine/pack';
export { ASKED_FACTS, type AskedFact } from './engine/asked-fact';
export { FIRST_CONTACT_GAPS } from './engine/first-contact';
export type { ContactCandidate, FirstContactAnswer, FirstContactGap } from './engine/first-contact';
export { addMonths, ageOn, isCalendarDate } from './engine/calendar';
export { checkDecision, type ProposedDecision } from './engine/check-decision';
export { clockCodes, clocks, spanCode, spanOf } from './engine/clock';
export { decidableReadings, READING_KINDS } from './engine/decidable';
export { decisionOn, NOTHING_DECIDED } from './engine/district-reading';
export { fulfils, isModeDecidable } from './engine/mode';
export { addDays, nextPeriodOf, periodOf, type Period } from './engine/periods';
export { evaluate, hasRunOut, referral, signalReferral } from './engine/evaluate';
export { explain } from './engine/explain';
export { familyAccount } from './engine/family-account';
export { packs } from './packs';
export { parseFacts, parseQuestion } from './engine/parse-facts';

/** @returns undefined for an unknown id. */
export function packOf(packId: string): PolicyPack | undefined {
  return packs.find((pack) => pack.id === packId);
}

/** The pack of a place of residence by its division code; the longest prefix decides. */
export function packForDivision(code: string): PolicyPack | undefined {
  const fits = packs.flatMap((pack) =>
    pack.divisions.filter((prefix) => code.startsWith(prefix)).map((prefix) => ({ pack, length: prefix.length })),
  );
  return fits.sort((a, b) => b.length - a.length)[0]?.pack;
}

/** A form in the version a record was filled with; old versions stay. */
export function formDefinition(id: string, version: number): FormDefinition | undefined {
  return packs
    .flatMap((pack) => [...pack.forms, ...(pack.otherForms ?? [])])
    .find((form) => form.id === id && form.version === version);
}

/** The visit record form that is used on a day. */
export function visitFormOf(pack: PolicyPack, on: CalendarDate): FormUse {
  return valueOn(pack.visitForm, on).value;
}

/** The form on which an elder is registered on a day; null where the plan has none. */
export function registrationFormOf(pack: PolicyPack, on: CalendarDate): FormUse | null {
  return useOn(pack.registrationForm, on);
}

/** The form on which an entrusted service is recorded on a day; null where the plan has none. */
export function entrustmentFormOf(pack: PolicyPack, on: CalendarDate): FormUse | null {
  return useOn(pack.entrustmentForm, on);
}

function useOn(use: Dated<FormUse> | undefined, on: CalendarDate): FormUse | null {
  return use === undefined ? null : valueOn(use, on).value;
}

/**
 * Whom an elder's needs go to first, or which gap there is. Null where the plan knows no first contact.
 * @param relatives living ones, with `named` on the registry's first contact; undefined: unknown, empty: there are none.
 */
export function firstContactRule<Person extends ContactCandidate>(
  pack: PolicyPack,
  relatives: readonly Person[] | undefined,
): FirstContactAnswer<Person> | null {
  return pack.firstContact?.find(relatives) ?? null;
}

/** Whom to call when life is in danger, in the plan's order. */
export function emergencyPlan(pack: PolicyPack): EmergencyPlan {
  return pack.emergency;
}
