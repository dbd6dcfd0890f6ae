import type { Contract, EntrustmentState, ServiceClass, StaffTier } from '@tanfang/shared';
import type { BodyOf } from '@/api';
import { ulid } from '@/platform';
import { healthOf, newHealth, toHealthFacts, type Facts, type HealthDraft } from '../register/health-draft';
import { streetCodeOf, toNearness, type NearnessDraft } from '../relatives/relative-draft';

export type Question = BodyOf<'post', '/api/policies/{packId}/explanations'>;

/** A place as it is filled in: its code as far as it is known, and whether it is a village; null is not known. */
export interface PlaceDraft {
  code: string;
  rural: 'yes' | 'no' | null;
}

export interface TrialRelative extends NearnessDraft {
  id: string;
  birthDate: string;
  /** Day on which they left for work; empty: not away, or nobody knows since when. */
  awaySince: string;
  ableToSupport: boolean;
}

/** A sheet of facts about nobody in particular. */
export interface TrialDraft extends HealthDraft {
  birthDate: string;
  residence: PlaceDraft;
  household: PlaceDraft;
  relativesAsked: 'yes' | 'no' | null;
  relatives: TrialRelative[];
  contracts: Contract[];
  serviceClass: ServiceClass | null;
  entrustment: EntrustmentState | null;
  staffTier: StaffTier | null;
  /** Why the district added them; empty: it did not. */
  designated: string;
}

const NOWHERE: PlaceDraft = { code: '', rural: null };

export function newTrial(): TrialDraft {
  return {
    ...newHealth(),
    ...{ birthDate: '', residence: NOWHERE, household: NOWHERE, relativesAsked: null, relatives: [] },
    ...{ contracts: [], serviceClass: null, entrustment: null, staffTier: null, designated: '' },
  };
}

export function newTrialRelative(): TrialRelative {
  return { id: ulid(), relation: null, lives: null, region: '', birthDate: '', awaySince: '', ableToSupport: true };
}

/** The policy's one input, as far as the sheet is filled in. What nobody knows is left out: unknown is not no. */
export function toQuestion(draft: TrialDraft, on: string): Question {
  const household = toPlace(draft.household);
  const { contracts, serviceClass, entrustment, staffTier, designated } = draft;
  const facts = {
    birthDate: draft.birthDate,
    residence: toPlace(draft.residence),
    ...(Object.keys(household).length > 0 ? { household } : {}),
    ...toHealthFacts(draft),
    ...(draft.relativesAsked === 'yes' ? { relatives: relativesOf(draft) } : {}),
    ...(contracts.length > 0 ? { contracts } : {}),
    ...(serviceClass ? { serviceClass } : {}),
    ...(entrustment ? { entrustment } : {}),
    ...(staffTier ? { staffTier } : {}),
    ...(designated.trim() ? { locallyDesignated: { reason: designated.trim() } } : {}),
  };
  return { on, facts };
}

function toPlace({ code, rural }: PlaceDraft): { division?: string; rural?: boolean } {
  return { ...(code.trim() ? { division: code.trim() } : {}), ...(rural ? { rural: rural === 'yes' } : {}) };
}

function relativesOf({ relatives, residence }: TrialDraft) {
  const street = streetCodeOf(residence.code.trim());
  return relatives.map((relative) => ({
    ...toNearness(relative, street),
    ...(relative.birthDate ? { birthDate: relative.birthDate } : {}),
    ...(relative.awaySince ? { awaySince: relative.awaySince } : {}),
    ...(relative.ableToSupport ? {} : { ableToSupport: false }),
  }));
}

/** The facts of the contract; the client's types leave them open. */
export interface TrialFacts extends Facts {
  birthDate: string;
  residence: { division?: string; rural?: boolean };
  relatives?: readonly {
    relation: NonNullable<NearnessDraft['relation']>;
    livesWithElder?: boolean;
    residence?: { division?: string };
    birthDate?: string;
    awaySince?: string;
    ableToSupport?: boolean;
  }[];
}

/** A sheet filled in from facts: an example, or an elder of the register. */
export function trialOf(facts: TrialFacts): TrialDraft {
  const { birthDate, residence, household, relatives, serviceClass, entrustment, staffTier } = facts;
  const street = streetCodeOf(residence.division);
  return {
    ...healthOf(facts),
    ...{ birthDate, residence: placeOf(residence), household: placeOf(household) },
    relativesAsked: relatives === undefined ? 'no' : 'yes',
    relatives: (relatives ?? []).map((relative) => relativeOf(relative, street)),
    contracts: [...(facts.contracts ?? [])],
    ...{ serviceClass: serviceClass ?? null, entrustment: entrustment ?? null, staffTier: staffTier ?? null },
    designated: facts.locallyDesignated?.reason ?? '',
  };
}

function placeOf(place: { division?: string; rural?: boolean } = {}): PlaceDraft {
  return { code: place.division ?? '', rural: place.rural === undefined ? null : place.rural ? 'yes' : 'no' };
}

type RelativeFacts = NonNullable<TrialFacts['relatives']>[number];

function relativeOf(relative: RelativeFacts, street: string | null): TrialRelative {
  const { relation, livesWithElder, residence, birthDate = '', awaySince = '', ableToSupport = true } = relative;
  const region = residence?.division ?? '';
  const near = street !== null && streetCodeOf(region) === street;
  const lives = livesWithElder === true ? 'together' : near ? 'same-street' : region ? 'elsewhere' : 'unknown';
  return { ...newTrialRelative(), relation, lives, region, birthDate, awaySince, ableToSupport };
}
