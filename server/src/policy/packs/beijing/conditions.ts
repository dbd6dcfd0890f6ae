import { ageOn } from '../../engine/calendar';
import { isAtHome, isAwayHalfYear, type Elder } from '../../engine/elder';
import { isOutsideDistrict } from '../../engine/places';

/** What 二（二）defines in terms of its own. */

const OLD_AGE = 60;

/**
 * 纯老年人家庭: somebody lives with them, and everyone who does is known to be 60 or over. A spouse of whom nothing is known
 * may live there and be younger.
 */
export function livesAmongTheOldOnly(elder: Elder): boolean {
  if (elder.spouseMissing) return false;
  const household = (elder.relatives ?? []).filter(isAtHome);
  return (
    household.length > 0 &&
    household.every(({ birthDate }) => birthDate !== undefined && ageOn(birthDate, elder.on) >= OLD_AGE)
  );
}

/**
 * 在农村留守: all children away for half a year or more, and either all of them known to live outside both the
 * residence's and the household's district, so that none is near, or none of them able to support.
 */
export function isLeftBehindInVillage(elder: Elder): boolean {
  const { children, facts } = elder;
  if (facts.residence.rural !== true || !elder.hasChild) return false;
  if (!children.every((child) => isAwayHalfYear(elder, child))) return false;
  const homes = facts.household === undefined ? [facts.residence] : [facts.residence, facts.household];
  return (
    children.every((child) => homes.every((home) => isOutsideDistrict(child.residence, home))) ||
    children.every((child) => child.ableToSupport === false)
  );
}
