import type { AbilityLevel, DisabilityKind } from '@tanfang/shared';
import { addMonths, ageOn, type CalendarDate } from './calendar';
import type { ElderFacts, Relative } from './facts';
import { isSameStreet } from './places';

/** The facts as they stand on a day: what the predicates of every pack ask. */
export interface Elder {
  readonly facts: ElderFacts;
  readonly on: CalendarDate;
  /** 周岁 */
  readonly age: number;
  /** Married, or a spouse is among the relatives. */
  readonly hasSpouse: boolean;
  /** Known to have no spouse; an unknown marital status is not. */
  readonly hasNoSpouse: boolean;
  /** Married, but nothing is known of where the spouse is. */
  readonly spouseMissing: boolean;
  /** Null: unknown. When given, the list is complete. */
  readonly relatives: readonly Relative[] | null;
  /** Living children; empty when relatives are unknown. */
  readonly children: readonly Relative[];
  readonly hasChild: boolean;
  /** Known to have no living child. */
  readonly hasNoChild: boolean;
  /** The assessment that holds on the day; one dated later is ignored. Null: not assessed. */
  readonly ability: { readonly level: AbilityLevel; readonly assessedOn: CalendarDate | null } | null;
  /** The certificate that is valid on the day. */
  readonly certificate: { readonly grade: number; readonly kinds: readonly DisabilityKind[] } | null;
}

/** @throws nothing; the facts must come from `parseFacts`. */
export function elderOn(facts: ElderFacts, on: CalendarDate): Elder {
  const relatives = facts.relatives ?? null;
  const children = relatives === null ? [] : relatives.filter((relative) => relative.relation === 'child');
  const spouseListed = relatives !== null && relatives.some((relative) => relative.relation === 'spouse');
  const hasSpouse = facts.maritalStatus === 'married' || spouseListed;
  return {
    facts,
    on,
    age: ageOn(facts.birthDate, on),
    hasSpouse,
    hasNoSpouse: facts.maritalStatus !== undefined && !hasSpouse,
    spouseMissing: hasSpouse && !spouseListed,
    relatives,
    children,
    hasChild: children.length > 0,
    hasNoChild: relatives !== null && children.length === 0,
    ability: abilityOn(facts, on),
    certificate: certificateOn(facts, on),
  };
}

function abilityOn({ ability }: ElderFacts, on: CalendarDate): Elder['ability'] {
  if (ability === undefined || (ability.assessedOn !== undefined && ability.assessedOn > on)) return null;
  return { level: ability.level, assessedOn: ability.assessedOn ?? null };
}

function certificateOn({ disability }: ElderFacts, on: CalendarDate): Elder['certificate'] {
  if (disability === undefined || (disability.validUntil !== undefined && disability.validUntil < on)) return null;
  return { grade: disability.grade, kinds: disability.kinds ?? [] };
}

/** Lives with the elder. A cohabitant does by definition, as long as nobody says otherwise. */
export function isAtHome({ relation, livesWithElder }: Pick<Relative, 'relation' | 'livesWithElder'>): boolean {
  return livesWithElder ?? relation === 'cohabitant';
}

/** Lives with the elder, or in the same street as far as is known. */
export function isInSameStreet(elder: Elder, relative: Relative): boolean {
  return isAtHome(relative) || isSameStreet(relative.residence, elder.facts.residence);
}

/** Left half a year ago or longer. One who lives with the elder is not away, whatever `awaySince` says. */
export function isAwayHalfYear(elder: Elder, relative: Relative): boolean {
  if (isAtHome(relative) || relative.awaySince === undefined) return false;
  return addMonths(relative.awaySince, 6) <= elder.on;
}

/** Known to have nobody in the home; a missing spouse row leaves it unknown. */
export function livesByThemselves(elder: Elder): boolean {
  return elder.relatives !== null && !elder.spouseMissing && !elder.relatives.some(isAtHome);
}

/** Relatives are known and no child is known to be in the same street. */
export function hasNoChildInStreet(elder: Elder): boolean {
  return elder.relatives !== null && !elder.children.some((child) => isInSameStreet(elder, child));
}
