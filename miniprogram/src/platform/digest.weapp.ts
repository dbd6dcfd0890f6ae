import { hex, sha256 } from './sha256';

/** SHA-256 in lower-case hexadecimal (64 characters): a photo's name. */
export async function digest(bytes: Uint8Array): Promise<string> {
  return hex(sha256(bytes));
}
