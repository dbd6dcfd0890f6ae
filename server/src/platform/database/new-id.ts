import { randomFillSync } from 'node:crypto';

import { monotonicFactory } from 'ulid';

/** Drawn in bulk: a ULID asks for sixteen numbers, and asking the system for each of them costs more than a statement. */
const drawn = new Uint8Array(4096);
let used = drawn.length;

function random(): number {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  const byte = drawn[used]!;
  used += 1;
  return byte / 256;
}

const next = monotonicFactory(random);

/**
 * The ULID of a row that the server makes, greater than all that this process made before: rows that are written together
 * lie together in the database, which costs it half as much as rows all over a table.
 * @param at instant (ms)
 */
export function newId(at: number): string {
  return next(at);
}
