import { createHash } from 'node:crypto';

/**
 * Who is who in the bench's city, computed from an index, so that the process that fills the tables and the one that
 * sends requests agree without talking.
 */
export const COMMUNITIES = 100;
export const COMMUNITIES_IN_STREET = 10;
export const VISITORS_IN_COMMUNITY = 5;
export const VISITORS = COMMUNITIES * VISITORS_IN_COMMUNITY;

/** Elders are registered one after another all over the city. */
export const communityOf = (elder) => elder % COMMUNITIES;
export const visitorOf = (elder) =>
  communityOf(elder) * VISITORS_IN_COMMUNITY + (Math.floor(elder / COMMUNITIES) % VISITORS_IN_COMMUNITY);
export const communityOfVisitor = (visitor) => Math.floor(visitor / VISITORS_IN_COMMUNITY);

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 2026-01-01, when the first row of each kind was made; the next ones follow second by second. */
const FIRST_MS = 1_767_196_800_000;

/** A ULID that is always the same for a row. */
export function idOf(kind, index) {
  let time = FIRST_MS + index * 1000;
  let id = '';
  for (let at = 0; at < 10; at += 1) {
    id = ALPHABET[time % 32] + id;
    time = Math.floor(time / 32);
  }
  const drawn = createHash('sha256').update(`${kind}/${index}`).digest();
  for (let at = 0; at < 16; at += 1) id += ALPHABET[drawn[at] % 32];
  return id;
}

/** The session token of an account, shaped like the server's own. */
export const tokenOf = (kind, index) => createHash('sha256').update(`token/${kind}/${index}`).digest('base64url');

/** A number from 0 to below 1 that is always the same for the same question. */
export const draw = (question, index) =>
  createHash('sha256').update(`${question}/${index}`).digest().readUInt32BE(0) / 2 ** 32;
