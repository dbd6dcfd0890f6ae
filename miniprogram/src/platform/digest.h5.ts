import { hex, sha256 } from './sha256';
import { exactBuffer } from './wire';

/** SHA-256 in lower-case hexadecimal (64 characters): a photo's name. */
export async function digest(bytes: Uint8Array): Promise<string> {
  // Web Crypto is missing on pages served over plain http from another machine.
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  return hex(subtle ? new Uint8Array(await subtle.digest('SHA-256', exactBuffer(bytes))) : sha256(bytes));
}
