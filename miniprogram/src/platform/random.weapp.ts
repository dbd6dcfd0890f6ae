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

/** Base libraries before 2.15 have no randomness to give, and a newer one may fail to. */
function seed(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const give = (bytes: Uint8Array) => resolve(bytes.length >= SEED_BYTES ? bytes : weakSeed());
    try {
      // By callbacks: Taro hands this call over as it is, and not every base library answers it with a promise.
      void Taro.getRandomValues({
        length: SEED_BYTES,
        success: ({ randomValues }) => give(new Uint8Array(randomValues)),
        fail: () => give(weakSeed()),
      });
    } catch {
      give(weakSeed());
    }
  });
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
