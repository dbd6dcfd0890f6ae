import { randomBytes } from 'node:crypto';

import { OpenedTexts } from '../../../src/modules/visiting/opened-texts';
import { encryptText, openVault } from '../../../src/platform/crypto';

const MINUTE = 60_000;

describe('texts that were opened a moment ago', () => {
  const openKeys = () =>
    openVault({
      encryption: new Map([['one', randomBytes(32)]]),
      current: 'one',
      index: randomBytes(32),
      link: randomBytes(32),
    });
  let texts: OpenedTexts;
  beforeEach(() => {
    openKeys();
    texts = new OpenedTexts('visited_elder.place');
  });

  it('are read', () => {
    expect(texts.read(encryptText('5 号楼 1 单元', 'visited_elder.place'), 0)).toBe('5 号楼 1 单元');
    expect(texts.read(null, 0)).toBeNull();
  });

  it('are not opened anew within minutes, and are forgotten after ten', () => {
    const stored = encryptText('5 号楼 1 单元', 'visited_elder.place');
    expect(texts.read(stored, 0)).toBe('5 号楼 1 单元');
    // With other keys in the vault only what is remembered can still be read.
    openKeys();
    expect(texts.read(stored, 4 * MINUTE)).toBe('5 号楼 1 单元');
    expect(() => texts.read(stored, 16 * MINUTE)).toThrow();
  });

  it('are forgotten although somebody asks for others all the time', () => {
    const stored = encryptText('5 号楼 1 单元', 'visited_elder.place');
    texts.read(stored, 0);
    for (let at = MINUTE; at <= 12 * MINUTE; at += MINUTE) texts.read(encryptText(`${at}`, 'visited_elder.place'), at);
    openKeys();
    expect(() => texts.read(stored, 12 * MINUTE)).toThrow();
  });

  it('of another column are refused', () => {
    expect(() => texts.read(encryptText('上次燃气软管旧了', 'visited_elder.note'), 0)).toThrow();
  });
});
