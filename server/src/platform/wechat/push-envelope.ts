import { createDecipheriv, createHash } from 'node:crypto';

import { sameSignature } from '../crypto';

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
/** The platform pads to 32 bytes, not to the 16 of the cipher, so OpenSSL's own unpadding does not fit. */
const LONGEST_PADDING = 32;

/** Whether the signature is the sha1 of these parts in dictionary order. Compared in constant time. */
export function isSigned(signature: string, parts: readonly string[]): boolean {
  const expected = createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
  return sameSignature(signature, expected);
}

/** The 32 bytes of an EncodingAESKey (43 letters and digits), or null for what is none. */
export function aesKeyOf(encodingAesKey: string): Buffer | null {
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) return null;
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

export interface Opened {
  message: string;
  /** Whom it was written to. */
  appId: string;
}

/**
 * Opens what safe mode encrypts: AES-256-CBC over 16 random bytes, the length of the message (4 bytes, big-endian), the
 * message, the appid, padded to 32 bytes. Null for anything else, whatever is wrong with it: the sender is told no more.
 */
export function openEnvelope(encrypted: string, key: Buffer): Opened | null {
  const padded = decrypt(encrypted, key);
  const plain = padded && withoutPadding(padded);
  if (!plain || plain.length < RANDOM_BYTES + LENGTH_BYTES) return null;
  const from = RANDOM_BYTES + LENGTH_BYTES;
  const until = from + plain.readUInt32BE(RANDOM_BYTES);
  if (until > plain.length) return null;
  return { message: plain.toString('utf8', from, until), appId: plain.toString('utf8', until) };
}

function decrypt(encrypted: string, key: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  } catch {
    // Not whole blocks: cut off on its way, or no ciphertext at all.
    return null;
  }
}

function withoutPadding(padded: Buffer): Buffer | null {
  const length = padded.at(-1) ?? 0;
  if (length < 1 || length > LONGEST_PADDING || length > padded.length) return null;
  const end = padded.length - length;
  return padded.subarray(end).every((byte) => byte === length) ? padded.subarray(0, end) : null;
}
