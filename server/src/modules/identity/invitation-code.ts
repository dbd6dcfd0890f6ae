import { blindIndex } from '../../platform/crypto';

/** Without 0/O, 1/I/L and U/V, which people mix up when they read a code out on the phone. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';
const LENGTH = 8;

/**
 * The code of an invitation, 8 characters. It is derived from the invitation's id with our key: nobody else can compute
 * it, it need not be stored to be told again to a client that asks twice, and it looks random.
 */
export function invitationCode(invitationId: string): string {
  let bits = BigInt(`0x${blindIndex(invitationId, 'invitation.code')}`);
  let code = '';
  while (code.length < LENGTH) {
    code += ALPHABET.charAt(Number(bits % BigInt(ALPHABET.length)));
    bits /= BigInt(ALPHABET.length);
  }
  return code;
}

/** What a code is found by. Small letters, spaces and dashes are forgiven. */
export function invitationCodeIndex(typed: string): string {
  return blindIndex(typed.toUpperCase().replace(/[\s-]/g, ''), 'kinship.code');
}
