import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { ValueTransformer } from 'typeorm';

import type { Keys } from './keys';

const IV_BYTES = 12;
const TAG_BYTES = 16;

let keys: Keys | null = null;

/**
 * Hands the process its keys, once, before the database opens. Column transformers are made while classes load, long
 * before the configuration is read, which is why the keys are kept here and not injected.
 */
export function openVault(given: Keys): void {
  keys = given;
}

function vault(): Keys {
  if (!keys) throw new Error('The vault is not open: call openVault() before touching encrypted data');
  return keys;
}

/**
 * AES-256-GCM. `purpose` (for a column `table.column`) is authenticated, so that a value copied into another column does
 * not decrypt. Returns iv, ciphertext and tag.
 */
export function encryptBytes(plain: Buffer, purpose: string): { keyId: string; sealed: Buffer } {
  const { current, encryption } = vault();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', encryption.get(current)!, iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { keyId: current, sealed };
}

/** Throws when the key is unknown or the bytes were altered. */
export function decryptBytes(sealed: Buffer, keyId: string, purpose: string): Buffer {
  const key = vault().encryption.get(keyId);
  if (!key) throw new Error(`No encryption key with id ${keyId}`);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
}

/** Text as it is stored: `keyId.base64url`. */
export function encryptText(plain: string, purpose: string): string {
  const { keyId, sealed } = encryptBytes(Buffer.from(plain, 'utf8'), purpose);
  return `${keyId}.${sealed.toString('base64url')}`;
}

export function decryptText(stored: string, purpose: string): string {
  const dot = stored.indexOf('.');
  return decryptBytes(Buffer.from(stored.slice(dot + 1), 'base64url'), stored.slice(0, dot), purpose).toString('utf8');
}

/** Column transformer for a text that must not lie in the clear. */
export function encrypted(purpose: string): ValueTransformer {
  return {
    to: (value: string | null | undefined) => (value == null ? value : encryptText(value, purpose)),
    from: (stored: string | null | undefined) => (stored == null ? stored : decryptText(stored, purpose)),
  };
}

/** Column transformer for a JSON value that must not lie in the clear. */
export function encryptedJson(purpose: string): ValueTransformer {
  const text = encrypted(purpose);
  return {
    to: (value: unknown) => (value == null ? value : (text.to(JSON.stringify(value)) as string)),
    from: (stored: string | null) => (stored == null ? stored : (JSON.parse(text.from(stored) as string) as unknown)),
  };
}

/** Keyed hash (64 hex) by which an encrypted value can be found without being readable. Normalise the value first. */
export function blindIndex(value: string, purpose: string): string {
  return createHmac('sha256', vault().index).update(`${purpose}\0${value}`).digest('hex');
}

/** SHA-256 as 64 hex. */
export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** 256 bits of randomness, safe in URLs: session tokens and door codes. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Signature (64 hex) of a short-lived link. */
export function signLink(text: string): string {
  return createHmac('sha256', vault().link).update(text).digest('hex');
}

export function sameSignature(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
