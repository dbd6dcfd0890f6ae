import { IsNull } from 'typeorm';

import type { Ctx, TxCtx } from '../context/context';
import { changeRows, Overtaken, type Database } from '../database';
import { faultPoint } from '../fault-points';
import { AuditEntry, AuditHead } from './audit.entities';
import { BATCH, chainHash, GENESIS, HEAD } from './chain';

/** Links of one statement. */
const CHUNK = 50;

/**
 * Chains up to 500 entries that have no place yet. Two sealers cannot both advance: every entry must still be without a
 * place, for another may have chained it between our two reads, and the head must still be what was read.
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
    for (let at = 0; at < links.length; at += CHUNK) {
      const chunk = links.slice(at, at + CHUNK);
      if ((await writeLinks(tx, chunk)) !== chunk.length) throw new Overtaken();
    }
    if (!head) await tx.em.insert(AuditHead, { id: HEAD, sequence, hash });
    else {
      const moved = await tx.em.update(AuditHead, { id: HEAD, sequence: head.sequence }, { sequence, hash });
      if (moved.affected !== 1) throw new Overtaken();
    }
    faultPoint('audit.sealing');
    return entries.length;
  });
}

interface Link {
  id: string;
  sequence: number;
  hash: string;
}

/**
 * Many links in one statement: one for each entry would cost more than writing the entry did.
 * @returns how many of the entries had no place yet
 */
async function writeLinks(tx: TxCtx, links: readonly Link[]): Promise<number> {
  const cases = links.map(() => 'WHEN ? THEN ?').join(' ');
  const sql = `UPDATE audit_entry SET sequence = CASE id ${cases} END, hash = CASE id ${cases} END
    WHERE sequence IS NULL AND id IN (${links.map(() => '?').join(', ')})`;
  return changeRows(tx.em, sql, [
    ...links.flatMap(({ id, sequence }) => [id, sequence]),
    ...links.flatMap(({ id, hash }) => [id, hash]),
    ...links.map(({ id }) => id),
  ]);
}
