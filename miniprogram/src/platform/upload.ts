import { request } from './request';

/** Uploads may be slow in a stairwell; a minute is also as long as the weapp waits. */
const UPLOAD_TIMEOUT_MS = 60_000;

/** Sends one file as the body of a PUT; the same file may be sent again. Errors as in `request`. */
export async function upload(
  path: string,
  bytes: Uint8Array,
  contentType: 'image/jpeg' | 'image/png',
  accountId: string | null,
): Promise<void> {
  await request({ method: 'PUT', path, bytes, contentType, accountId, timeoutMs: UPLOAD_TIMEOUT_MS });
}
