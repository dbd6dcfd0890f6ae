import { sha256 } from '../crypto';
import type { AuditEntry } from './audit.entities';

export const HEAD = 'head';
export const GENESIS = '0'.repeat(64);
/** Entries read, and chained, in one turn. */
export const BATCH = 500;

/** The hash of an entry: everything it says, its place, and the hash before it. */
export function chainHash(previous: string, sequence: number, entry: AuditEntry): string {
  const { id, at, actorId, action, subjectId, detail, requestId } = entry;
  return sha256(JSON.stringify([previous, sequence, id, at, actorId, action, subjectId, detail, requestId]));
}
