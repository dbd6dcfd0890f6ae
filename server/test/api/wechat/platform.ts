import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * What WeChat sends to the address of the message push, written a second time from the platform's description alone and
 * sharing nothing with the server or the simulator: signature = sha1 of token, timestamp and nonce in dictionary order;
 * msg_signature the same with the ciphertext among them; AES-256-CBC under the EncodingAESKey, its first 16 bytes as IV,
 * over 16 random bytes, 4 bytes of length, the message and the appid, padded to a multiple of 32.
 */
export interface Console {
  token: string;
  encodingAesKey: string;
  appid: string;
}

export interface PushRequest {
  query: Record<string, string>;
  body: string;
}

export type Format = 'json' | 'xml';
export type Item = Record<string, string | number>;

export interface Event {
  name: string;
  /** `SubscribeMsgSentEvent`: what the list is nested under in XML. */
  nest?: string;
  items?: Item[];
  from: string;
  /** Seconds. */
  at: number;
  more?: Item;
}

export function sha1Signature(...parts: string[]): string {
  parts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return createHash('sha1').update(parts.join('')).digest('hex');
}

let count = 0;
function freshness(at: number) {
  count += 1;
  return { timestamp: String(at), nonce: String(10_000_000 + count) };
}

export function greeting(side: Console, at: number, echostr: string): Record<string, string> {
  const { timestamp, nonce } = freshness(at);
  return { signature: sha1Signature(side.token, timestamp, nonce), timestamp, nonce, echostr };
}

/** 明文模式. */
export function plain(side: Console, event: Event, format: Format): PushRequest {
  const { timestamp, nonce } = freshness(event.at);
  const signature = sha1Signature(side.token, timestamp, nonce);
  return { query: { signature, timestamp, nonce, openid: event.from }, body: write(event, format) };
}

/** 安全模式. */
export function safe(side: Console, event: Event, format: Format, flaw: Flaw = {}): PushRequest {
  return sealed(side, encrypt(side, write(event, format), flaw), event, format);
}

/** Signs a ciphertext, whatever it holds. */
export function sealed(side: Console, encrypted: string, { at, from }: Event, format: Format): PushRequest {
  const { timestamp, nonce } = freshness(at);
  const query = {
    signature: sha1Signature(side.token, timestamp, nonce),
    ...{ timestamp, nonce, openid: from, encrypt_type: 'aes' },
    msg_signature: sha1Signature(side.token, timestamp, nonce, encrypted),
  };
  const body =
    format === 'json'
      ? JSON.stringify({ ToUserName: 'gh_tanfang00000', Encrypt: encrypted })
      : `<xml><ToUserName><![CDATA[gh_tanfang00000]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return { query, body };
}

/** What an attacker, or a fault on the way, makes of it. */
export interface Flaw {
  appid?: string;
  /** The last byte is said to be this many. */
  padding?: number;
  /** The length that stands before the message. */
  length?: number;
}

export function encrypt(side: Console, message: string, flaw: Flaw = {}): string {
  const key = Buffer.from(`${side.encodingAesKey}=`, 'base64');
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(flaw.length ?? text.length);
  const plaintext = Buffer.concat([randomBytes(16), length, text, Buffer.from(flaw.appid ?? side.appid)]);
  const fill = 32 - (plaintext.length % 32);
  const padded = Buffer.concat([plaintext, Buffer.alloc(fill, fill)]);
  if (flaw.padding !== undefined) padded[padded.length - 1] = flaw.padding;
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return cipher.update(padded, undefined, 'base64') + cipher.final('base64');
}

/** JSON has the list at the top, an object for one item; XML repeats `<List>` under the event's own element. */
export function write(event: Event, format: Format): string {
  const { name, nest, items = [], from, at, more = {} } = event;
  const head = { ToUserName: 'gh_tanfang00000', FromUserName: from, CreateTime: at, MsgType: 'event', Event: name };
  if (format === 'json') {
    const list = items.length === 0 ? {} : { List: items.length === 1 ? items[0] : items };
    return JSON.stringify({ ...head, ...more, ...list });
  }
  const lists = items.map((item) => `<List>${elements(item)}</List>`).join('\n');
  return `<xml>\n${elements({ ...head, ...more })}${nest ? `<${nest}>${lists}</${nest}>` : ''}\n</xml>`;
}

function elements(item: Item): string {
  return Object.entries(item)
    .map(([key, value]) => `<${key}>${typeof value === 'number' ? value : `<![CDATA[${value}]]>`}</${key}>`)
    .join('\n');
}

export function sentEvent(from: string, at: number, ...items: Item[]): Event {
  return { name: 'subscribe_msg_sent_event', nest: 'SubscribeMsgSentEvent', from, at, items };
}

export function arrived(templateId: string, msgid: string): Item {
  return { TemplateId: templateId, MsgID: msgid, ErrorCode: '0', ErrorStatus: 'success' };
}

export function lost(templateId: string, msgid: string): Item {
  return { TemplateId: templateId, MsgID: msgid, ErrorCode: '-1', ErrorStatus: 'system failed' };
}

export function changeEvent(from: string, at: number, ...templateIds: string[]): Event {
  const items = templateIds.map((id) => ({ TemplateId: id, SubscribeStatusString: 'reject' }));
  return { name: 'subscribe_msg_change_event', nest: 'SubscribeMsgChangeEvent', from, at, items };
}

export function popupEvent(from: string, at: number, answers: Record<string, 'accept' | 'reject'>): Event {
  const items = Object.entries(answers).map(([id, answer]) => ({
    ...{ TemplateId: id, SubscribeStatusString: answer, PopupScene: '0' },
  }));
  return { name: 'subscribe_msg_popup_event', nest: 'SubscribeMsgPopupEvent', from, at, items };
}
