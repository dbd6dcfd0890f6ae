import { NetworkFailure, problemFrom } from './failures';

/** A call to our own service, before either platform sends it. */
export interface WireRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path from the origin, e.g. `/api/worklist`. */
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as they are, e.g. a photo; excludes `body`. */
  bytes?: Uint8Array;
  /** Media type of `bytes`. */
  contentType?: string;
  /** The account it is meant for; null or undefined while nobody is known. */
  accountId?: string | null | undefined;
  /** Milliseconds; 15 s unless given. */
  timeoutMs?: number;
}

export interface WireReply {
  status: number;
  /** Parsed JSON, or null when there is none. */
  body: unknown;
  requestId: string | null;
}

export const TIMEOUT_MS = 15_000;

/** Path and query in one; null and undefined values are left out. */
export function pathWithQuery(request: Pick<WireRequest, 'path' | 'query'>): string {
  const pairs = Object.entries(request.query ?? {})
    .filter((pair): pair is [string, string | number | boolean] => pair[1] != null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  return pairs.length === 0 ? request.path : `${request.path}?${pairs.join('&')}`;
}

/** JSON or null; a body that is not JSON (a proxy's page) counts as none. */
function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/**
 * By which an answer is known for the service's: the id it gave the request. A header that nobody else writes; a proxy may put
 * a number of its own into `x-request-id`.
 */
export const RECEIPT_HEADER = 'x-tanfang-receipt';

/** An id as the service's `newId` makes them. */
const RECEIPT = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * What came back, as the service's answer. A page that something on the way put in its place (a firewall, a hotspot's
 * sign-in, a proxy under repair) is none: whoever took its 200 for a receipt would forget what nobody has received.
 * @throws Problem when the service says no; NetworkFailure when it was not the service that said yes
 */
export function readReply(status: number, text: string, receipt: string | null): WireReply {
  const body = parseBody(text);
  const isOurs = RECEIPT.test(receipt ?? '');
  // Nor does its 401 end anybody's sign-in here.
  if (status >= 400 && (isOurs || status !== 401)) throw problemFrom(status, body, receipt);
  if (!isOurs) throw new NetworkFailure('offline');
  return { status, body, requestId: receipt };
}

/** The bytes alone, without what may lie around them in a shared buffer. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
