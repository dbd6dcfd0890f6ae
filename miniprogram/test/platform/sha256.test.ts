import { createHash } from 'node:crypto';
import { digest } from '@/platform/digest';
import { randomStream } from '@/platform/random-stream';
import { hex, sha256 } from '@/platform/sha256';

const text = (words: string) => new TextEncoder().encode(words);

describe('SHA-256 (FIPS 180-4)', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the published digest of %j', (message, expected) => {
    expect(hex(sha256(text(message)))).toBe(expected);
  });

  it('agrees with Node for every length around a block and for a photo', () => {
    for (const length of [1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 300_001]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + 7) & 0xff);
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('reads only its own part of a shared buffer', () => {
    const whole = text('xxabcxx');
    expect(hex(sha256(whole.subarray(2, 5)))).toBe(hex(sha256(text('abc'))));
  });

  it('is what the browser calculates too', async () => {
    expect(await digest(text('abc'))).toBe(hex(sha256(text('abc'))));
  });
});

describe('an endless stream from one seed', () => {
  it('never repeats, and is the same however it is cut', () => {
    const seed = text('thirty-two bytes of randomness!!');
    const whole = randomStream(seed)(200);
    const pieces = randomStream(seed);
    expect(hex(Uint8Array.from([...pieces(1), ...pieces(63), ...pieces(136)]))).toBe(hex(whole));
    expect(hex(whole.subarray(0, 32))).not.toBe(hex(whole.subarray(32, 64)));
  });

  it('differs from phone to phone', () => {
    expect(hex(randomStream(text('phone one'))(32))).not.toBe(hex(randomStream(text('phone two'))(32)));
  });
});
