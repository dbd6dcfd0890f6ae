import { decryptText, encryptText, sha256 } from '../crypto';
import type { AuditEntry } from './audit.entities';

const PURPOSE = 'audit_entry.words';

export type Detail = Record<string, string | number | boolean | null>;

/** The two columns of an entry that tell more of the act than its name. */
export type Said = Pick<AuditEntry, 'detail' | 'words'>;

/**
 * A person's words are encrypted, and the digest of the result joins the detail, which the chain covers: whoever checks
 * the chain needs no key, and it can be checked still when the words have been erased.
 */
export function sealWords(detail: Detail, words: string | undefined): Said {
  if (words === undefined) return { detail: JSON.stringify(detail), words: null };
  const sealed = encryptText(words, PURPOSE);
  return { detail: JSON.stringify({ ...detail, words: sha256(sealed) }), words: sealed };
}

/** What somebody gave as the reason, readable; null when nobody was asked for one. */
export function wordsOf({ words }: Pick<AuditEntry, 'words'>): string | null {
  return words === null ? null : decryptText(words, PURPOSE);
}
