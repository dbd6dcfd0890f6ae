import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { insertRows } from '../../platform/database';
import type { CadenceState } from './planning';
import { VisitedElder } from './visited-elders.entities';

/** Visits do not rest. */
export const NO_PAUSE = { pausedFor: null, pausedUntil: null, seenWhilePaused: null } as const;

@Injectable()
export class VisitedEldersRepository {
  find(ctx: Ctx, elderId: string): Promise<VisitedElder | null> {
    return ctx.em.findOneBy(VisitedElder, { elderId });
  }

  findAll(ctx: Ctx, elderIds: readonly string[]): Promise<VisitedElder[]> {
    return elderIds.length === 0 ? Promise.resolve([]) : ctx.em.findBy(VisitedElder, { elderId: In([...elderIds]) });
  }

  /** Cadences of the elders whose ids follow `after`, up to `last` (null: to the end), as bare rows. */
  async cadences(ctx: Ctx, after: string, last: string | null): Promise<(CadenceState & { elderId: string })[]> {
    const until = last === null ? '' : 'AND elder_id <= ?';
    const sql = `SELECT elder_id AS elderId, every, every_since AS everySince, seen_on AS seenOn
      FROM visited_elder WHERE elder_id > ? ${until}`;
    return ctx.em.query<(CadenceState & { elderId: string })[]>(sql, last === null ? [after] : [after, last]);
  }

  /**
   * Those whose visits rest, or did until a while ago, the next to be back first.
   * @param since calendar date; whoever was due back then or before is left out
   * @param after where the page before ended
   */
  paused(
    ctx: Ctx,
    communityIds: readonly string[],
    since: string,
    after: { backOn: string; elderId: string },
    limit: number,
  ): Promise<VisitedElder[]> {
    if (communityIds.length === 0) return Promise.resolve([]);
    const within = { communityId: In([...communityIds]) };
    const { backOn, elderId } = after;
    return ctx.em.find(VisitedElder, {
      where: [
        { ...within, pausedUntil: MoreThan(backOn > since ? backOn : since) },
        ...(backOn > since ? [{ ...within, pausedUntil: backOn, elderId: MoreThan(elderId) }] : []),
      ],
      order: { pausedUntil: 'ASC', elderId: 'ASC' },
      take: limit,
    });
  }

  /** The elder was seen at home while visits rest. The latest such day stands. @param on calendar date */
  async noteSeen(tx: TxCtx, elderId: string, on: string): Promise<void> {
    await tx.em.update(VisitedElder, { elderId, seenWhilePaused: IsNull() }, { seenWhilePaused: on });
    await tx.em.update(VisitedElder, { elderId, seenWhilePaused: LessThan(on) }, { seenWhilePaused: on });
  }

  async insert(tx: TxCtx, elders: readonly VisitedElder[]): Promise<void> {
    await insertRows(tx.em, VisitedElder, elders);
  }

  async update(tx: TxCtx, elderId: string, change: Partial<Omit<VisitedElder, 'elderId'>>): Promise<void> {
    await tx.em.update(VisitedElder, { elderId }, change);
  }
}
