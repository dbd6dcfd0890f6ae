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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}
