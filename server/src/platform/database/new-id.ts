import { randomFillSync } from 'node:crypto';

import { ulid } from 'ulid';

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

/** The ULID of a row that the server makes. @param at instant (ms) */
export function newId(at: number): string {
  return ulid(at, random);
}
