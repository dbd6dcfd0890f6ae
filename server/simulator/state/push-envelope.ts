import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto';

/** How the console of an app says its pushes are to be sent. */
export interface PushTarget {
  /** https on the platform; here any address. */
  url: string;
  token: string;
  /** 43 letters and digits. */
  encodingAesKey: string;
  mode: 'plain' | 'safe';
  format: 'json' | 'xml';
}

export type Value = string | number;
export type Item = Record<string, Value>;

export interface PushEvent {
  from: string;
  /** UTC epoch seconds. */
  createTime: number;
  event: string;
  more?: Item;
  /** `nest` is the element around the list in XML; JSON has the list at the top. */
  list?: { nest: string; items: Item[] };
}

export interface PushRequest {
  url: string;
  contentType: string;
  body: string;
}

/** Signed and, in safe mode, encrypted anew for each try: time, nonce and the 16 random bytes are others. */
export function pushRequest(target: PushTarget, appid: string, event: PushEvent, now: number): PushRequest {
  const { token, mode, format } = target;
  const [timestamp, nonce] = freshness(now);
  const message = write(event, format);
  const query: Record<string, string> = {
    signature: sign(token, timestamp, nonce),
    ...{ timestamp, nonce, openid: event.from },
  };
  let body = message;
  if (mode === 'safe') {
    const encrypted = encrypt(message, appid, target.encodingAesKey);
    Object.assign(query, { encrypt_type: 'aes', msg_signature: sign(token, timestamp, nonce, encrypted) });
    body = writeFields({ ToUserName: ORIGINAL_ID, Encrypt: encrypted }, format);
  }
  return { url: withQuery(target.url, query), contentType: format === 'json' ? 'application/json' : 'text/xml', body };
}

/** GET with a text that the address has to answer: asked once, before anything is pushed there. */
export function greetingUrl({ url, token }: PushTarget, echostr: string, now: number): string {
  const [timestamp, nonce] = freshness(now);
  return withQuery(url, { signature: sign(token, timestamp, nonce), echostr, timestamp, nonce });
}

/** 原始ID of the mini-program. */
const ORIGINAL_ID = 'gh_0123456789ab';
/** PKCS#7 over 32 bytes, twice the cipher's block. */
const BLOCK = 32;

function freshness(now: number): [string, string] {
  return [String(Math.floor(now / 1000)), String(randomInt(1_000_000, 2_000_000_000))];
}

function sign(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

function encrypt(message: string, appid: string, encodingAesKey: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appid)]);
  const missing = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(missing, missing)), cipher.final()]).toString(
    'base64',
  );
}

function write({ from, createTime, event, more = {}, list }: PushEvent, format: PushTarget['format']): string {
  const head = { ToUserName: ORIGINAL_ID, FromUserName: from, CreateTime: createTime, MsgType: 'event', Event: event };
  const fields = { ...head, ...more };
  if (!list) return writeFields(fields, format);
  if (format === 'xml') {
    const items = list.items.map((item) => `<List>${elements(item)}</List>`).join('');
    return `<xml>${elements(fields)}<${list.nest}>${items}</${list.nest}></xml>`;
  }
  // One item is an object, several are an array: what the platform really sends.
  return JSON.stringify({ ...fields, List: list.items.length === 1 ? list.items[0] : list.items });
}

function writeFields(fields: Item, format: PushTarget['format']): string {
  return format === 'json' ? JSON.stringify(fields) : `<xml>${elements(fields)}</xml>`;
}

function elements(fields: Item): string {
  return Object.entries(fields)
    .map(([name, value]) => `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value}]]>`}</${name}>`)
    .join('');
}

function withQuery(url: string, query: Record<string, string>): string {
  return `${url}?${new URLSearchParams(query)}`;
}
