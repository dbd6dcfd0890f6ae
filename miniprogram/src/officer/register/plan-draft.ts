import type { Contract, EntrustmentState, ServiceClass, StaffTier } from '@tanfang/shared';
import type { Facts } from './health-draft';

/** A place as it is filled in: its code as far as it is known, and whether it is a village; null is not known. */
export interface PlaceDraft {
  code: string;
  rural: 'yes' | 'no' | null;
}

/** What only some plans ask about an elder, as it is filled in; null and '' are not known. */
export interface PlanDraft {
  household: PlaceDraft;
  contracts: Contract[];
  serviceClass: ServiceClass | null;
  entrustment: EntrustmentState | null;
  staffTier: StaffTier | null;
  /** Why the district added them; empty: it did not. */
  designated: string;
}

export const NOWHERE: PlaceDraft = { code: '', rural: null };

export function newPlan(): PlanDraft {
  return {
    ...{ household: NOWHERE, contracts: [], serviceClass: null },
    ...{ entrustment: null, staffTier: null, designated: '' },
  };
}

export function toPlanFacts(draft: PlanDraft): Facts {
  const household = toPlace(draft.household);
  const { contracts, serviceClass, entrustment, staffTier, designated } = draft;
  return {
    ...(Object.keys(household).length > 0 ? { household } : {}),
    ...(contracts.length > 0 ? { contracts } : {}),
    ...(serviceClass ? { serviceClass } : {}),
    ...(entrustment ? { entrustment } : {}),
    ...(staffTier ? { staffTier } : {}),
    ...(designated.trim() ? { locallyDesignated: { reason: designated.trim() } } : {}),
  };
}

/** The other way round: what is known already. */
export function planOf(facts: Facts): PlanDraft {
  const { household, contracts = [], serviceClass = null, entrustment = null, staffTier = null } = facts;
  return {
    ...{ household: placeOf(household), contracts: [...contracts], serviceClass, entrustment, staffTier },
    designated: facts.locallyDesignated?.reason ?? '',
  };
}

export function toPlace({ code, rural }: PlaceDraft): { division?: string; rural?: boolean } {
  return { ...(code.trim() ? { division: code.trim() } : {}), ...(rural ? { rural: rural === 'yes' } : {}) };
}

export function placeOf(place: { division?: string; rural?: boolean } = {}): PlaceDraft {
  return { code: place.division ?? '', rural: place.rural === undefined ? null : place.rural ? 'yes' : 'no' };
}
