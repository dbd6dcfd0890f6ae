import { NetworkFailure } from './failures';
import {
  exactBuffer,
  pathWithQuery,
  readReply,
  RECEIPT_HEADER,
  TIMEOUT_MS,
  type WireReply,
  type WireRequest,
} from './wire';

/**
 * One call to the service. The browser is known by its cookie; the header lets the service refuse other sites' forms.
 * @throws Problem when the service says no; NetworkFailure when nothing came back
 */
export async function request(call: WireRequest): Promise<WireReply> {
  const abort = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort.abort();
  }, call.timeoutMs ?? TIMEOUT_MS);
  try {
    const response = await fetch(pathWithQuery(call), {
      method: call.method,
      credentials: 'same-origin',
      headers: headersOf(call),
      body: call.bytes ? exactBuffer(call.bytes) : call.body === undefined ? null : JSON.stringify(call.body),
      signal: abort.signal,
    });
    return readReply(response.status, await response.text(), response.headers.get(RECEIPT_HEADER));
  } catch (error) {
    // fetch rejects with a TypeError when it reached nobody, and with an AbortError when the time was up.
    if (timedOut) throw new NetworkFailure('timeout');
    if (error instanceof TypeError) throw new NetworkFailure('offline');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(call: WireRequest): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Tanfang-Client': 'h5' };
  if (call.accountId) headers['X-Tanfang-Account'] = call.accountId;
  if (call.bytes) headers['Content-Type'] = call.contentType ?? 'application/octet-stream';
  else if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  return headers;
}

/** The browser's cookie is not ours to read or write. */
export function keepToken(_token: string | null): void {}
