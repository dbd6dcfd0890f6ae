import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A value of somebody's that must lie nowhere in the clear. */
export interface Secret {
  /** What it is, as a person would say: 身份证号. */
  kind: string;
  /** Whose it is, or where it was typed. */
  of: string;
  value: string;
}

/** Shorter than this, bytes turn up in encrypted data by chance. */
const LEAST_BYTES = 8;
/** The search begins with four bytes, by their hash in a table of this many bits. */
const HASH_BITS = 20;

interface Pattern {
  secret: Secret;
  /** How it is written. */
  how: string;
  bytes: Buffer;
}

/**
 * Looks for many values at once, in every way in which a program might have written them. What it reports names a
 * value's kind, owner and place and shows no more of it than its beginning.
 */
export class Search {
  private readonly starts = new Map<number, Pattern[]>();
  private readonly mayStart = new Uint8Array(1 << HASH_BITS);
  /** How many values it can find. */
  readonly size: number;

  constructor(secrets: readonly Secret[]) {
    const values = new Map(secrets.map((secret) => [secret.value, secret]));
    const patterns = [...values.values()].flatMap(patternsOf);
    this.size = new Set(patterns.map(({ secret }) => secret.value)).size;
    for (const pattern of patterns) {
      const start = pattern.bytes.readUInt32BE(0);
      this.starts.set(start, [...(this.starts.get(start) ?? []), pattern]);
      this.mayStart[hashOf(start)] = 1;
    }
  }

  /** One line for each value and each way of writing it that occurs in `bytes`. */
  in(bytes: Buffer, name: string): string[] {
    const found = new Map<Pattern, number>();
    let window = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      window = ((window << 8) | bytes[at]!) >>> 0;
      if (at < 3 || this.mayStart[hashOf(window)] === 0) continue;
      const from = at - 3;
      for (const pattern of this.starts.get(window) ?? []) {
        if (!found.has(pattern) && bytes.subarray(from, from + pattern.bytes.length).equals(pattern.bytes))
          found.set(pattern, from);
      }
    }
    return [...found].map(([{ secret, how }, at]) => `${outline(secret)}，写成 ${how}，在 ${name} 第 ${at} 字节`);
  }

  /** The same for every file below a folder. */
  below(folder: string): string[] {
    return filesBelow(folder).flatMap((file) => this.in(readFileSync(file), relative(folder, file)));
  }
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** 电话（登记的女儿）14… 共 11 个字: a report of a leak must not be another. */
function outline({ kind, of, value }: Secret): string {
  const signs = [...value];
  return `${kind}（${of}）${signs.slice(0, 2).join('')}… 共 ${signs.length} 个字`;
}

// Within a test every use of a global costs a detour, and this one happens for each byte.
const { imul } = Math;
const hashOf = (four: number) => imul(four, 0x9e3779b1) >>> (32 - HASH_BITS);

function patternsOf(secret: Secret): Pattern[] {
  const known = new Set<string>();
  const patterns: Pattern[] = [];
  for (const [how, bytes] of writings(secret.value)) {
    const text = bytes.toString('latin1');
    if (bytes.length < LEAST_BYTES || known.has(text)) continue;
    known.add(text);
    patterns.push({ secret, how, bytes });
  }
  return patterns;
}

/** Every way to write a text of which somebody might not think. */
export function writings(value: string): [how: string, bytes: Buffer][] {
  const utf8 = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const percent = [...utf8].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const uri = encodeURIComponent(value);
  const escaped = (which: RegExp) => value.replace(which, escapeUnit);
  const texts: [string, string][] = [
    ['十六进制', utf8.toString('hex')],
    ['十六进制（大写）', utf8.toString('hex').toUpperCase()],
    ['网址编码', uri],
    ['网址编码（小写）', uri.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ['网址编码（空格为 +）', uri.replace(/%20/g, '+')],
    ['网址编码（每个字节）', percent],
    ['网址编码（每个字节，大写）', percent.toUpperCase()],
    ['JSON', JSON.stringify(value).slice(1, -1)],
    ['JSON 转义', escaped(/[^\x20-\x7e]/g)],
    ['JSON 转义（大写）', escaped(/[^\x20-\x7e]/g).replace(/\\u[0-9a-f]{4}/g, upperHex)],
    ['JSON 转义（每个字）', escaped(/[^]/g)],
    ['JSON 转义（每个字，大写）', escaped(/[^]/g).replace(/\\u[0-9a-f]{4}/g, upperHex)],
    ...[0, 1, 2].flatMap((shift): [string, string][] => {
      const base64 = insideBase64(utf8, shift);
      return [
        ['base64', base64],
        ['base64url', base64.replace(/\+/g, '-').replace(/\//g, '_')],
      ];
    }),
  ];
  return [
    ['UTF-8', utf8],
    ['UTF-16', utf16],
    ['UTF-16（大端）', Buffer.from(utf16).swap16()],
    ...texts.map(([how, text]): [string, Buffer] => [how, Buffer.from(text, 'latin1')]),
  ];
}

const escapeUnit = (unit: string) =>
  [...Array(unit.length).keys()].map((at) => `\\u${unit.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
const upperHex = (code: string) => `\\u${code.slice(2).toUpperCase()}`;

/** What stays the same of a text in base64 when so many bytes (modulo 3) stand before it, and any after it. */
function insideBase64(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  return whole.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}
