import type { Place } from './facts';

const STREET_DIGITS = 9;
const DISTRICT_DIGITS = 6;

/** Street of a place, or null when its code does not reach down to one (a code padded with 000 does not). */
export function streetOf(place: Place | undefined): string | null {
  const code = place?.division;
  if (code === undefined || code.length < STREET_DIGITS || code.slice(DISTRICT_DIGITS, STREET_DIGITS) === '000') {
    return null;
  }
  return code.slice(0, STREET_DIGITS);
}

/** District of a place, or null when its code ends above one (371000 padded names a city, not a district). */
export function districtOf(place: Place | undefined): string | null {
  const code = place?.division;
  if (code === undefined || code.length < DISTRICT_DIGITS) return null;
  const namesCityOnly = code.slice(4, DISTRICT_DIGITS) === '00' && streetOf(place) === null;
  return namesCityOnly ? null : code.slice(0, DISTRICT_DIGITS);
}

/** Both streets are known and agree. An unknown place is never the same. */
export function isSameStreet(a: Place | undefined, b: Place | undefined): boolean {
  const street = streetOf(a);
  return street !== null && street === streetOf(b);
}

/**
 * Known to be of different districts: both are known and differ, or one names no district but a city or province that the
 * other is not in (310000, from anywhere in 北京). A code that ends above the district is unknown, and never outside.
 */
export function isOutsideDistrict(a: Place | undefined, b: Place | undefined): boolean {
  const [one, other] = [districtOf(a) ?? wideAreaOf(a), districtOf(b) ?? wideAreaOf(b)];
  return one !== null && other !== null && !one.startsWith(other) && !other.startsWith(one);
}

/** City or province of a code that is filled up with noughts: 3701 of 370100, 31 of 310000. */
function wideAreaOf(place: Place | undefined): string | null {
  const code = place?.division;
  if (code === undefined || code.length < DISTRICT_DIGITS) return null;
  return code.slice(2, 4) === '00' ? code.slice(0, 2) : code.slice(0, 4);
}
