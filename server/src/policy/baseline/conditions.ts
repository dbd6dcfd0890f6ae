import { isKin, type AbilityLevel } from '@tanfang/shared';
import {
  hasNoChildInStreet,
  isAtHome,
  isAwayHalfYear,
  isInSameStreet,
  livesByThemselves,
  type Elder,
} from '../engine/elder';

/**
 * Conditions that several plans share. Each is a pure predicate on the facts of a day; the article that a pack grounds
 * it on stands beside it in that pack.
 */

/** 独居: no spouse, no child in the same street, and nobody lives with them. */
export function livesAloneAwayFromChildren(elder: Elder): boolean {
  return elder.hasNoSpouse && hasNoChildInStreet(elder) && livesByThemselves(elder);
}

/** 无配偶、无子女: both known. */
export function hasNeitherSpouseNorChild(elder: Elder): boolean {
  return elder.hasNoSpouse && elder.hasNoChild;
}

/**
 * 独居: no spouse, child or other relative lives in the same street, least of all in the home; one who is no relative
 * does not count. The list of relatives is complete when given, save for a spouse of whom nothing is known.
 */
export function hasNoRelativeInStreet(elder: Elder): boolean {
  return (
    elder.relatives !== null &&
    !elder.spouseMissing &&
    !elder.relatives.some((relative) => isKin(relative.relation) && isInSameStreet(elder, relative))
  );
}

/** 空巢: there is a child, and none is in the same street. */
export function hasChildrenInOtherStreetsOnly(elder: Elder): boolean {
  return elder.hasChild && hasNoChildInStreet(elder);
}

/** 空巢: the spouse lives with them, there is a child, and nobody else lives with them. */
export function isCoupleLeftByChildren(elder: Elder): boolean {
  if (elder.relatives === null || !elder.hasChild) return false;
  const household = elder.relatives.filter(isAtHome);
  return household.length > 0 && household.every((relative) => relative.relation === 'spouse');
}

/** 留守: there is a child, and every child has been away for half a year or more and does not live with them. */
export function isLeftBehindByAllChildren(elder: Elder): boolean {
  return elder.hasChild && elder.children.every((child) => isAwayHalfYear(elder, child));
}

/** The assessment that holds on the day gave one of these levels. */
export function isAssessedAs(elder: Elder, ...levels: readonly AbilityLevel[]): boolean {
  return elder.ability !== null && levels.includes(elder.ability.level);
}

/** Not assessed, but long confined to bed for bodily reasons. */
export function isUnassessedAndBedridden(elder: Elder): boolean {
  return elder.ability === null && elder.facts.bedridden === true;
}

/** Not assessed, but moves with difficulty for bodily reasons. */
export function isUnassessedWithLimitedMobility(elder: Elder): boolean {
  return elder.ability === null && elder.facts.limitedMobility === true;
}

/** 失能 as the loss of self-care: assessed as moderate or graver, or not assessed but bedridden. */
export function hasLostSelfCare(elder: Elder): boolean {
  return isAssessedAs(elder, 'moderate', 'severe', 'total') || isUnassessedAndBedridden(elder);
}

/** 重残: a certificate that is valid on the day, grade 1 or 2. */
export function hasSevereDisability(elder: Elder): boolean {
  return elder.certificate !== null && elder.certificate.grade <= 2;
}

/** 计划生育特殊家庭: the only child has died, or is disabled at grade 1–3; no later birth or adoption. */
export function isFamilyPlanningSpecial({ facts: { onlyChild } }: Elder): boolean {
  if (onlyChild === undefined || onlyChild.laterChild === true) return false;
  return onlyChild.status === 'deceased' || (onlyChild.disabilityGrade ?? Infinity) <= 3;
}
