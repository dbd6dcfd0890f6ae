import { blindIndex } from './vault';

/**
 * Keyed hash (64 hex) of what a client sent, kept with the row it made: the same id with the same body is a repeat, with
 * another body a conflict. Keyed, because a body may hold an identity number that could be guessed from a plain hash.
 */
export function bodyHash(body: unknown): string {
  return blindIndex(canonicalJson(body), 'request.body');
}

/** JSON with the keys of every object in order; fields that are undefined count as left out. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
