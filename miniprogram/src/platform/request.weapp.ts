import Taro from '@tarojs/taro';
import { NetworkFailure } from './failures';
import { read, remove, write } from './storage';
import {
  exactBuffer,
  pathWithQuery,
  readReply,
  RECEIPT_HEADER,
  TIMEOUT_MS,
  type WireReply,
  type WireRequest,
} from './wire';

const TOKEN = 'session-token';

/**
 * One call to the service, with the token of this phone's sign-in.
 * @throws Problem when the service says no; NetworkFailure when nothing came back
 */
export async function request(call: WireRequest): Promise<WireReply> {
  const reply = await send(call);
  // wx.request succeeds with any HTTP status.
  return readReply(reply.statusCode, reply.data, headerOf(reply.header, RECEIPT_HEADER));
}

async function send(call: WireRequest): Promise<Taro.request.SuccessCallbackResult<string>> {
  try {
    return await Taro.request<string>({
      url: API_ORIGIN + pathWithQuery(call),
      method: call.method,
      header: headersOf(call),
      data: call.bytes ? exactBuffer(call.bytes) : call.body === undefined ? undefined : JSON.stringify(call.body),
      // Parsed here, so that a reply that is not JSON cannot fail inside the platform.
      dataType: 'text',
      responseType: 'text',
      timeout: call.timeoutMs ?? TIMEOUT_MS,
    });
  } catch (error) {
    const said = (error as { errMsg?: string } | null)?.errMsg ?? '';
    throw new NetworkFailure(/timeout/i.test(said) ? 'timeout' : 'offline');
  }
}

function headersOf(call: WireRequest): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Tanfang-Client': 'weapp' };
  const token = read<string>(TOKEN);
  if (token) headers['Authorization'] = `Bearer ${token}`;
  if (call.accountId) headers['X-Tanfang-Account'] = call.accountId;
  if (call.bytes) headers['Content-Type'] = call.contentType ?? 'application/octet-stream';
  else if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  return headers;
}

/** Header names arrive in whatever case the server or the base library chose. */
function headerOf(headers: Record<string, unknown> | undefined, name: string): string | null {
  const entry = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return typeof entry?.[1] === 'string' ? entry[1] : null;
}

/** Keeps the token of this phone's sign-in; null forgets it. */
export function keepToken(token: string | null): void {
  if (token) write(TOKEN, token);
  else remove(TOKEN);
}
