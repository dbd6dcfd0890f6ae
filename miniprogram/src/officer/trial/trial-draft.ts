import type { BodyOf } from '@/api';
import { ulid } from '@/platform';
import { healthOf, newHealth, toHealthFacts, type Facts, type HealthDraft } from '../register/health-draft';
import { newPlan, NOWHERE, placeOf, planOf, toPlace, toPlanFacts } from '../register/plan-draft';
import type { PlaceDraft, PlanDraft } from '../register/plan-draft';
import {
  circumstancesOf,
  newCircumstances,
  streetCodeOf,
  toCircumstances,
  type CircumstancesDraft,
} from '../relatives/relative-draft';

export type Question = BodyOf<'post', '/api/policies/{packId}/explanations'>;

export interface TrialRelative extends CircumstancesDraft {
  id: string;
}

/** A sheet of facts about nobody in particular. */
export interface TrialDraft extends HealthDraft, PlanDraft {
  birthDate: string;
  residence: PlaceDraft;
  relativesAsked: 'yes' | 'no' | null;
  relatives: TrialRelative[];
}

export function newTrial(): TrialDraft {
  return {
    ...newHealth(),
    ...newPlan(),
    ...{ birthDate: '', residence: NOWHERE, relativesAsked: null, relatives: [] },
  };
}

export function newTrialRelative(): TrialRelative {
  return { id: ulid(), ...newCircumstances() };
}

/** The policy's one input, as far as the sheet is filled in. What nobody knows is left out: unknown is not no. */
export function toQuestion(draft: TrialDraft, on: string): Question {
  const facts = {
    birthDate: draft.birthDate,
    residence: toPlace(draft.residence),
    ...toHealthFacts(draft),
    ...toPlanFacts(draft),
    ...(draft.relativesAsked === 'yes' ? { relatives: relativesOf(draft) } : {}),
  };
  return { on, facts };
}

function relativesOf({ relatives, residence }: TrialDraft) {
  const street = streetCodeOf(residence.code.trim());
  return relatives.map((relative) => toCircumstances(relative, street));
}

/** The facts of the contract; the client's types leave them open. */
export interface TrialFacts extends Facts {
  birthDate: string;
  residence: { division?: string; rural?: boolean };
  relatives?: readonly {
    relation: NonNullable<CircumstancesDraft['relation']>;
    livesWithElder?: boolean;
    residence?: { division?: string };
    birthDate?: string;
    awaySince?: string;
    ableToSupport?: boolean;
  }[];
}

/** A sheet filled in from facts: an example, or an elder of the register. */
export function trialOf(facts: TrialFacts): TrialDraft {
  const { birthDate, residence, relatives } = facts;
  const street = streetCodeOf(residence.division);
  return {
    ...healthOf(facts),
    ...planOf(facts),
    ...{ birthDate, residence: placeOf(residence) },
    relativesAsked: relatives === undefined ? 'no' : 'yes',
    relatives: (relatives ?? []).map((relative) => ({ ...newTrialRelative(), ...circumstancesOf(relative, street) })),
  };
}
