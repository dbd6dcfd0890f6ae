import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { Search, type Secret } from './search';

const note: Secret = { kind: '备注', of: '探访时填的', value: '夜里喘不上气，女儿说先吃速效救心丸' };
const phone: Secret = { kind: '电话', of: '登记的女儿', value: '14200001001' };
const search = new Search([note, phone, { ...phone, of: '同一个号码' }]);

const LIKE_A_DATABASE = Buffer.from('\0\u0001elder\0{"name":"李秀兰"}'.repeat(50));
/** Every way in which a program of ours or of somebody else might write a text, with other bytes around it. */
const WRITTEN: Record<string, (text: string) => Buffer | string> = {
  'as it is': (text) => text,
  'in UTF-16, little end first': (text) => Buffer.from(text, 'utf16le'),
  'in UTF-16, big end first': (text) => Buffer.from(text, 'utf16le').swap16(),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64, after one byte': (text) => Buffer.from(`1${text}!`).toString('base64'),
  'in base64, after two bytes': (text) => Buffer.from(`12${text}`).toString('base64'),
  'in base64url': (text) => Buffer.from(text).toString('base64url'),
  'in hex': (text) => Buffer.from(text).toString('hex'),
  'in hex, large': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'in an address': (text) => encodeURIComponent(text),
  'in an address, every byte': (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  'in JSON': (text) => JSON.stringify({ text }),
  'in JSON of JSON': (text) => JSON.stringify(JSON.stringify({ text })),
  'in JSON with every character escaped': (text) =>
    [...text].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'in JSON of pure ASCII': (text) =>
    text.replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`),
};

describe('the search for what must lie nowhere', () => {
  it.each(Object.keys(WRITTEN))('finds a note and a number written %s', (how) => {
    for (const secret of [note, phone]) {
      const written = Buffer.from(WRITTEN[how]!(secret.value) as string);
      const found = search.in(Buffer.concat([LIKE_A_DATABASE, written, LIKE_A_DATABASE]), 'ibdata1');
      expect(found).toContainEqual(expect.stringContaining(`${secret.kind}（`));
    }
  });

  it('names kind, owner, length and place, and never the value', () => {
    const [line, ...more] = search.in(Buffer.from(`id=7;phone=${phone.value};`), 'server.log');
    expect(more).toEqual([]);
    expect(line).toBe('电话（同一个号码）14… 共 11 个字，写成 UTF-8，在 server.log 第 11 字节');
    expect(search.in(Buffer.from(note.value), 'a')[0]).not.toContain(note.value.slice(0, 4));
  });

  it('finds nothing where nothing is, at the edges of a file either', () => {
    expect(search.in(LIKE_A_DATABASE, 'a')).toEqual([]);
    expect(search.in(Buffer.alloc(0), 'a')).toEqual([]);
    expect(search.in(Buffer.from(phone.value.slice(0, -1)), 'a')).toEqual([]);
    expect(search.in(gzipSync(phone.value), 'a')).toEqual([]);
    expect(search.in(Buffer.from(phone.value), 'a')).toHaveLength(1);
  });

  it('opens every file below a folder, whatever it is called', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tanfang-search-'));
    mkdirSync(join(folder, 'files/X0'), { recursive: true });
    writeFileSync(join(folder, 'files/X0/.part'), note.value);
    writeFileSync(join(folder, 'tanfang.sqlite-wal'), Buffer.from(phone.value, 'utf16le'));
    const found = search.below(folder);
    rmSync(folder, { recursive: true });
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringContaining('在 files/X0/.part 第 0 字节'),
        expect.stringContaining('写成 UTF-16，在 tanfang.sqlite-wal'),
      ]),
    );
    expect(found).toHaveLength(2);
  });
});
