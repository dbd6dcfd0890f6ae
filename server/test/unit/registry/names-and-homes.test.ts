import { randomBytes } from 'node:crypto';

import { livesAlone } from '../../../src/modules/registry/assessment';
import { callNameOf } from '../../../src/modules/registry/call-name';
import { addressIndex } from '../../../src/modules/registry/homes.service';
import { openVault } from '../../../src/platform/crypto';

describe('how a visitor addresses somebody', () => {
  it.each([
    ['李秀兰', 'female', '李奶奶'],
    ['刘长河', 'male', '刘爷爷'],
    ['欧阳玉兰', 'female', '欧阳奶奶'],
    ['司马长风', 'male', '司马爷爷'],
    ['买买提·吐尔逊', 'male', '买买提爷爷'],
    ['𠮷田', 'female', '𠮷奶奶'],
  ] as const)('%s is %s: %s', (name, sex, called) => {
    expect(callNameOf(name, sex)).toBe(called);
  });
});

describe('an address', () => {
  const key = randomBytes(32);
  beforeAll(() => openVault({ encryption: new Map([['k', key]]), current: 'k', index: key, link: key }));

  it.each([
    '5 号楼 1 单元 301',
    '5号楼1单元301',
    '５号楼１单元３０１室',
    '5栋1单元301',
    '5幢 1单元，301室',
    '5號楼1单元301',
  ])('written as %s is the same door', (written) => {
    expect(addressIndex(written)).toBe(addressIndex('5号楼1单元301'));
  });

  it('of a neighbour is another door', () => {
    expect(addressIndex('5号楼1单元302')).not.toBe(addressIndex('5号楼1单元301'));
    expect(addressIndex('15号楼1单元301')).not.toBe(addressIndex('5号楼1单元301'));
  });
});

describe('living alone', () => {
  const elder = { birthDate: '1944-03-02', relativesKnown: true, traits: { maritalStatus: 'widowed' } } as const;
  const child = (livesWithElder: boolean) => ({ relation: 'child' as const, livesWithElder, circumstances: {} });

  it('is known when all relatives are', () => {
    expect(livesAlone(elder, [child(false)])).toBe(true);
    expect(livesAlone(elder, [])).toBe(true);
    expect(livesAlone(elder, [child(false), child(true)])).toBe(false);
  });

  it('is not known while nobody has asked, or a spouse is somewhere', () => {
    expect(livesAlone({ ...elder, relativesKnown: false }, [])).toBeNull();
    expect(livesAlone({ ...elder, relativesKnown: false }, [child(true)])).toBe(false);
    expect(livesAlone({ ...elder, traits: { maritalStatus: 'married' } }, [])).toBeNull();
  });
});
