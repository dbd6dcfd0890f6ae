import type { Citation } from '../../src/policy';

/** Every citation that a pack or an answer holds, wherever it stands. */
export function citationsIn(value: unknown, found: Citation[] = [], seen = new Set<unknown>()): Citation[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  const candidate = value as Partial<Citation>;
  if (typeof candidate.rule === 'string' && typeof candidate.reading === 'boolean') found.push(value as Citation);
  for (const part of Object.values(value)) citationsIn(part, found, seen);
  return found;
}

/** Every list of grounds, wherever it stands. */
export function groundsIn(value: unknown, found: unknown[][] = [], seen = new Set<unknown>()): unknown[][] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return found;
  seen.add(value);
  const { because } = value as { because?: unknown };
  if (Array.isArray(because)) found.push(because);
  for (const part of Object.values(value)) groundsIn(part, found, seen);
  return found;
}
