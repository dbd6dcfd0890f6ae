import { createHash } from 'node:crypto';

/** Crockford's alphabet, as ULIDs use it. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * An id shaped like a ULID that is always the same for the same name (`jinan/elder/lixiulan`), so that seeding twice
 * changes nothing and a test can name the people of a story. Its time part means nothing.
 */
export function stableId(name: string): string {
  const bytes = createHash('sha256').update(name).digest();
  let bits = 0n;
  for (const byte of bytes.subarray(0, 16)) bits = (bits << 8n) | BigInt(byte);
  let id = '';
  for (let at = 0; at < 26; at += 1) {
    id = ALPHABET.charAt(Number(bits & 31n)) + id;
    bits >>= 5n;
  }
  return id;
}
