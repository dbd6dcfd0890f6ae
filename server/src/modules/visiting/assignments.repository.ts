import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { VisitorAssignment } from './assignments.entities';

@Injectable()
export class AssignmentsRepository {
  find(ctx: Ctx, id: string): Promise<VisitorAssignment | null> {
    return ctx.em.findOneBy(VisitorAssignment, { id });
  }

  /** Those of now, the longest first. */
  running(ctx: Ctx, elderId: string): Promise<VisitorAssignment[]> {
    return ctx.em.find(VisitorAssignment, { where: { elderId, running: true }, order: { since: 'ASC', id: 'ASC' } });
  }

  /** The same for many elders. */
  runningOf(ctx: Ctx, elderIds: readonly string[]): Promise<VisitorAssignment[]> {
    return ctx.em.find(VisitorAssignment, {
      where: { elderId: In([...elderIds]), running: true },
      order: { since: 'ASC', id: 'ASC' },
    });
  }

  runningBy(ctx: Ctx, accountId: string): Promise<VisitorAssignment[]> {
    return ctx.em.find(VisitorAssignment, { where: { accountId, running: true } });
  }

  /** All visitors of now; bare, for a whole city has thousands. */
  async visitors(ctx: Ctx): Promise<string[]> {
    const sql = 'SELECT DISTINCT account_id AS accountId FROM visitor_assignment WHERE running = ?';
    return (await ctx.em.query<{ accountId: string }[]>(sql, [1])).map(({ accountId }) => accountId);
  }

  async insert(tx: TxCtx, assignment: VisitorAssignment): Promise<void> {
    await tx.em.insert(VisitorAssignment, assignment);
  }

  /** @returns how many were running */
  async endAll(tx: TxCtx, elderId: string, withRecord: boolean): Promise<number> {
    const ended = { running: null, until: tx.at, endedWithRecord: withRecord || null };
    const { affected } = await tx.em.update(VisitorAssignment, { elderId, running: true }, ended);
    return affected ?? 0;
  }

  endedWithRecord(ctx: Ctx, elderId: string): Promise<VisitorAssignment[]> {
    return ctx.em.findBy(VisitorAssignment, { elderId, endedWithRecord: true });
  }

  async resume(tx: TxCtx, id: string): Promise<void> {
    await tx.em.update(VisitorAssignment, { id }, { running: true, until: null });
  }

  /** Those that ended with the record have come back, or never will. */
  async forgetEnded(tx: TxCtx, elderId: string): Promise<void> {
    await tx.em.update(VisitorAssignment, { elderId, endedWithRecord: true }, { endedWithRecord: null });
  }

  /** @returns false when it was not running */
  async end(tx: TxCtx, elderId: string, accountId: string): Promise<boolean> {
    const ended = { running: null, until: tx.at };
    const { affected } = await tx.em.update(VisitorAssignment, { elderId, accountId, running: true }, ended);
    return (affected ?? 0) > 0;
  }
}
