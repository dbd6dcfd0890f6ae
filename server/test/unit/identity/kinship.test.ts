import { randomBytes } from 'node:crypto';

import { ulid } from 'ulid';

import { invitationCode, invitationCodeIndex } from '../../../src/modules/identity/invitation-code';
import { checkMove, KINSHIP_MOVES, type KinshipState } from '../../../src/modules/identity/kinship-state';
import { openVault } from '../../../src/platform/crypto';

const STATES = Object.keys(KINSHIP_MOVES) as KinshipState[];

describe('the moves of a kinship', () => {
  it('reach every state from an invitation', () => {
    const reached = new Set<KinshipState>(['invited']);
    for (const state of reached) for (const next of KINSHIP_MOVES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...STATES].sort());
  });

  it('never confirm somebody whom nobody has checked', () => {
    const before = STATES.filter((state) => (KINSHIP_MOVES[state] as readonly string[]).includes('confirmed'));
    expect(before).toEqual(['awaiting']);
  });

  it('do not bring back what was refused or has ended', () => {
    for (const from of ['refused', 'ended'] as const) {
      for (const to of STATES) expect(() => checkMove(from, to)).toThrow(/kinship\.state/);
    }
    expect(() => checkMove('awaiting', 'confirmed')).not.toThrow();
  });
});

describe('an invitation code', () => {
  const key = randomBytes(32);
  beforeAll(() => openVault({ encryption: new Map([['k', key]]), current: 'k', index: key, link: key }));

  it('has eight characters that nobody mixes up, all of them in use', () => {
    const codes = Array.from({ length: 500 }, () => invitationCode(ulid()));
    for (const code of codes) expect(code).toMatch(/^[2-9A-Z]{8}$/);
    const used = new Set(codes.join(''));
    for (const confusing of ['0', 'O', '1', 'I', 'L', 'U', 'V']) expect(used).not.toContain(confusing);
    expect(used.size).toBe(29);
    expect(new Set(codes).size).toBe(500);
  });

  it('is the same for the same invitation, and another one under another key', () => {
    const id = ulid();
    const code = invitationCode(id);
    expect(invitationCode(id)).toBe(code);
    const other = randomBytes(32);
    openVault({ encryption: new Map([['k', other]]), current: 'k', index: other, link: other });
    expect(invitationCode(id)).not.toBe(code);
  });

  it('is found however it is typed', () => {
    expect(invitationCodeIndex(' abcd-2345 ')).toBe(invitationCodeIndex('ABCD2345'));
    expect(invitationCodeIndex('ABCD2346')).not.toBe(invitationCodeIndex('ABCD2345'));
  });
});
