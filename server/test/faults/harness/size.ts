import { Chance } from '../../policy/differential/random';

/** `npm run soak` sets SOAK=1 and runs the full size; `npm test` runs the same tests reduced. */
export const FULL = process.env.SOAK === '1';

export function sized<T>(full: T, reduced: T): T {
  return FULL ? full : reduced;
}

/** SEED=… in the environment runs the same choices again; when a process dies within a millisecond stays chance. */
export const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);

export const chance = new Chance(SEED);

/** Longest a test may take, ms. */
export const PATIENCE_MS = sized(3_600_000, 300_000);
