import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { insertRows } from '../../platform/database';
import type { CadenceState } from './planning';
import { VisitedElder } from './visited-elders.entities';

@Injectable()
export class VisitedEldersRepository {
  find(ctx: Ctx, elderId: string): Promise<VisitedElder | null> {
    return ctx.em.findOneBy(VisitedElder, { elderId });
  }

  findAll(ctx: Ctx, elderIds: readonly string[]): Promise<VisitedElder[]> {
    return elderIds.length === 0 ? Promise.resolve([]) : ctx.em.findBy(VisitedElder, { elderId: In([...elderIds]) });
  }

  /** Cadences of these elders, as bare rows without what would have to be decrypted. */
  async cadences(ctx: Ctx, elderIds: readonly string[]): Promise<(CadenceState & { elderId: string })[]> {
    if (elderIds.length === 0) return [];
    const elders = elderIds.map(() => '?').join(', ');
    const sql = `SELECT elder_id AS elderId, every, every_since AS everySince, seen_on AS seenOn
      FROM visited_elder WHERE elder_id IN (${elders})`;
    return ctx.em.query<(CadenceState & { elderId: string })[]>(sql, [...elderIds]);
  }

  /** Ids of elders who owe, after `after` and up to `last` (null: to the end). */
  async owing(ctx: Ctx, after: string, last: string | null): Promise<string[]> {
    const until = last === null ? '' : 'AND elder_id <= ?';
    const sql = `SELECT elder_id AS elderId FROM visited_elder WHERE elder_id > ? ${until} AND every IS NOT NULL`;
    const rows = await ctx.em.query<{ elderId: string }[]>(sql, last === null ? [after] : [after, last]);
    return rows.map(({ elderId }) => elderId);
  }

  async insert(tx: TxCtx, elders: readonly VisitedElder[]): Promise<void> {
    await insertRows(tx.em, VisitedElder, elders);
  }

  async update(tx: TxCtx, elderId: string, change: Partial<Omit<VisitedElder, 'elderId'>>): Promise<void> {
    await tx.em.update(VisitedElder, { elderId }, change);
  }
}
