import Taro from '@tarojs/taro';
import { randomStream } from './random-stream';
import { sha256 } from './sha256';

const SEED_BYTES = 32;
let stream: ((count: number) => Uint8Array) | null = null;

/** Fetches a seed from the phone. The app waits for this before it shows a page. */
export async function prepareRandom(): Promise<void> {
  if (stream) return;
  stream = randomStream(await seed());
}

async function seed(): Promise<Uint8Array> {
  try {
    const { randomValues } = await Taro.getRandomValues({ length: SEED_BYTES });
    const bytes = new Uint8Array(randomValues);
    if (bytes.length >= SEED_BYTES) return bytes;
  } catch {
    // Base libraries before 2.15 have no randomness to give.
  }
  return weakSeed();
}

/** Enough to keep two phones' ids apart; ids are names, never secrets. */
function weakSeed(): Uint8Array {
  const parts = [
    Date.now(),
    ...Array.from({ length: 16 }, () => Math.random()),
    JSON.stringify(Taro.getSystemInfoSync()),
  ];
  return sha256(Uint8Array.from(parts.join('|'), (character) => character.charCodeAt(0) & 0xff));
}

/** Bytes nobody can guess. @throws when called before `prepareRandom` has finished */
export function randomBytes(count: number): Uint8Array {
  if (!stream) throw new Error('randomBytes before prepareRandom');
  return stream(count);
}
