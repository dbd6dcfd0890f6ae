import { createHash } from 'node:crypto';

const DIGITS = 1_000_000;

/**
 * What a visitor reads to the community over the phone: `1124-003-752`, month and day of the visit and six digits drawn
 * from its id. Drawn, not counted: a running number would make all visits of a community wait for one row. It is a handle
 * to be said aloud together with the community's name and the day, not a key: of 100 visits of a community on a day two
 * share theirs once in 200 days, and both are then on the list that the community looks at.
 * @param date calendar date of the visit
 */
export function visitNumber(visitId: string, date: string): string {
  const drawn = createHash('sha256').update(visitId).digest().readUInt32BE(0) % DIGITS;
  const digits = String(drawn).padStart(6, '0');
  return `${date.slice(5, 7)}${date.slice(8)}-${digits.slice(0, 3)}-${digits.slice(3)}`;
}
