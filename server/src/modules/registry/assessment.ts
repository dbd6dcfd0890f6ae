import {
  evaluate,
  hasRunOut,
  packForDivision,
  packOf,
  type DistrictReading,
  type ElderFacts,
  type Evaluation,
  type PolicyPack,
} from '../../policy';
import type { Elder, ElderTraits, Relative } from './registry.entities';

/** Where an elder lives, as the plans ask. */
export interface Home {
  /** Code of the community. */
  division: string;
  rural: boolean;
}

type AssessedPart = Pick<Elder, 'birthDate' | 'relativesKnown'> & { traits: ElderTraits };
type RelativePart = Pick<Relative, 'relation' | 'livesWithElder' | 'circumstances'>;

/** The one input of the policy, put together from the rows. */
export function factsOf(elder: AssessedPart, relatives: readonly RelativePart[], home: Home): ElderFacts {
  const known = relatives.map(({ relation, livesWithElder, circumstances }) => ({
    relation,
    livesWithElder,
    ...circumstances,
  }));
  return {
    ...elder.traits,
    birthDate: elder.birthDate,
    residence: home,
    ...(elder.relativesKnown ? { relatives: known } : {}),
  };
}

/** What of an evaluation is kept with the row, and whether a certificate that has run out is all that is missing. */
export type Verdict = Pick<Elder, 'categories' | 'tier' | 'every' | 'evaluatedOn'> & { ranOut: boolean };

/** `on` is a calendar date; `readings` are those of the district. */
export function verdict(packId: string, facts: ElderFacts, on: string, readings: readonly DistrictReading[]): Verdict {
  const answer = evaluation(packId, facts, on, readings);
  const { categories, tier, visits } = answer;
  return {
    ranOut: hasRunOut(answer),
    categories: categories.map(({ code }) => code),
    tier: tier?.code ?? null,
    every: visits?.every ?? null,
    evaluatedOn: on,
  };
}

/**
 * Since when nothing is owed although no officer has said so (calendar date); null when something is owed, or an officer
 * has just looked at what the plan asks.
 * @param looked the officer has changed what the plan asks about
 */
export function lapsedSince(
  { every, evaluatedOn, ranOut }: Verdict,
  before: Pick<Elder, 'every' | 'lapsedOn'>,
  looked: boolean,
): string | null {
  if (every !== null || (looked && !ranOut)) return null;
  if (before.lapsedOn !== null) return before.lapsedOn;
  return ranOut || before.every !== null ? evaluatedOn : null;
}

export function evaluation(
  packId: string,
  facts: ElderFacts,
  on: string,
  readings: readonly DistrictReading[],
): Evaluation {
  return evaluate(packNamed(packId), facts, on, readings);
}

export function packNamed(packId: string): PolicyPack {
  const pack = packOf(packId);
  if (!pack) throw new Error(`No policy pack is called ${packId}`);
  return pack;
}

/** The place of residence chooses the pack; undefined where no plan is known. */
export function packOfHome(home: Home): PolicyPack | undefined {
  return packForDivision(home.division);
}

/** Null: not known, because relatives are not, or a spouse's whereabouts are not. */
export function livesAlone(elder: AssessedPart, relatives: readonly RelativePart[]): boolean | null {
  if (relatives.some(({ livesWithElder }) => livesWithElder)) return false;
  if (!elder.relativesKnown) return null;
  const spouseSomewhere =
    elder.traits.maritalStatus === 'married' && !relatives.some(({ relation }) => relation === 'spouse');
  return spouseSomewhere ? null : true;
}
