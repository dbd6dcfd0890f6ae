import { sha256 } from './sha256';

/**
 * An endless stream of bytes from one secret seed: block n is SHA-256(seed, n). It never runs dry, so that an id can be
 * made at once, although the weapp hands out randomness only asynchronously.
 */
export function randomStream(seed: Uint8Array): (count: number) => Uint8Array {
  const block = new Uint8Array(seed.length + 8);
  block.set(seed);
  const counter = new DataView(block.buffer, seed.length);
  let number = 0;
  let rest = new Uint8Array(0);
  return (count) => {
    const out = new Uint8Array(count);
    for (let filled = 0; filled < count;) {
      if (rest.length === 0) {
        counter.setUint32(4, number++);
        rest = new Uint8Array(sha256(block));
      }
      const taken = rest.subarray(0, count - filled);
      out.set(taken, filled);
      filled += taken.length;
      rest = rest.subarray(taken.length);
    }
    return out;
  };
}
