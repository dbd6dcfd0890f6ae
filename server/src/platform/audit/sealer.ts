import { IsNull } from 'typeorm';

import type { Ctx, TxCtx } from '../context/context';
import { sha256 } from '../crypto';
import { changeRows, type Database } from '../database';
import { faultPoint } from '../fault-points';
import { AuditEntry, AuditHead } from './audit.entities';

const HEAD = 'head';
const GENESIS = '0'.repeat(64);
/** Entries chained in one turn. */
export const BATCH = 500;
/** Links of one statement. */
const CHUNK = 50;

/** The hash of an entry: everything it says, its place, and the hash before it. */
function chainHash(previous: string, sequence: number, entry: AuditEntry): string {
  const { id, at, actorId, action, subjectId, detail, requestId } = entry;
  return sha256(JSON.stringify([previous, sequence, id, at, actorId, action, subjectId, detail, requestId]));
}

/**
 * Chains up to 500 entries that have no place yet. Two sealers cannot both advance: the head row is changed on the
 * condition that it still is what was read.
 * @returns how many entries were chained
 */
export async function sealAudit(ctx: Ctx, database: Database): Promise<number> {
  return database.tx(ctx, async (tx) => {
    const entries = await tx.em.find(AuditEntry, { where: { sequence: IsNull() }, order: { id: 'ASC' }, take: BATCH });
    if (entries.length === 0) return 0;
    const head = await tx.em.findOneBy(AuditHead, { id: HEAD });
    let { sequence, hash } = head ?? { sequence: 0, hash: GENESIS };
    const links = entries.map((entry) => {
      sequence += 1;
      hash = chainHash(hash, sequence, entry);
      return { id: entry.id, sequence, hash };
    });
    for (let at = 0; at < links.length; at += CHUNK) await writeLinks(tx, links.slice(at, at + CHUNK));
    if (!head) await tx.em.insert(AuditHead, { id: HEAD, sequence, hash });
    else {
      const moved = await tx.em.update(AuditHead, { id: HEAD, sequence: head.sequence }, { sequence, hash });
      if (moved.affected !== 1) throw new Error('Another sealer moved the head of the audit chain: rolled back');
    }
    faultPoint('audit.sealing');
    return entries.length;
  });
}

/** Many links in one statement: one for each entry would cost more than writing the entry did. */
async function writeLinks(tx: TxCtx, links: readonly { id: string; sequence: number; hash: string }[]): Promise<void> {
  const cases = links.map(() => 'WHEN ? THEN ?').join(' ');
  const sql = `UPDATE audit_entry SET sequence = CASE id ${cases} END, hash = CASE id ${cases} END
    WHERE sequence IS NULL AND id IN (${links.map(() => '?').join(', ')})`;
  await changeRows(tx.em, sql, [
    ...links.flatMap(({ id, sequence }) => [id, sequence]),
    ...links.flatMap(({ id, hash }) => [id, hash]),
    ...links.map(({ id }) => id),
  ]);
}

export interface ChainReport {
  /** Entries whose place and hash were checked. */
  checked: number;
  /** Entries that wait for the sealer. */
  waiting: number;
  /** What is wrong, in the order of the chain; empty when the chain holds. */
  faults: string[];
}

/** Recomputes the whole chain and compares it with what is stored. */
export async function verifyAudit(ctx: Ctx): Promise<ChainReport> {
  const faults: string[] = [];
  let sequence = 0;
  let hash = GENESIS;
  for (;;) {
    const entries = await ctx.em
      .createQueryBuilder(AuditEntry, 'entry')
      .where('entry.sequence > :sequence', { sequence })
      .orderBy('entry.sequence', 'ASC')
      .take(BATCH)
      .getMany();
    if (entries.length === 0) break;
    for (const entry of entries) {
      if (entry.sequence !== sequence + 1) faults.push(`第 ${sequence + 1} 条不见了`);
      sequence = entry.sequence!;
      hash = chainHash(hash, sequence, entry);
      if (entry.hash !== hash) faults.push(`第 ${sequence} 条（${entry.id}）与链上的校验值不符`);
      hash = entry.hash ?? hash;
    }
  }
  const head = await ctx.em.findOneBy(AuditHead, { id: HEAD });
  if ((head?.sequence ?? 0) !== sequence) faults.push(`链尾应是第 ${head?.sequence ?? 0} 条，实有 ${sequence} 条`);
  else if (head && head.hash !== hash) faults.push('链尾的校验值不符');
  return { checked: sequence, waiting: await ctx.em.countBy(AuditEntry, { sequence: IsNull() }), faults };
}
