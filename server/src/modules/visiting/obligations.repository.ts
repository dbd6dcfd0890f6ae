import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { changeRows, insertRows } from '../../platform/database';
import {
  Obligation,
  ObligationChange,
  PAUSE_REASONS,
  RANK_AFTER_MISSED,
  RANK_USUAL,
  REGULAR,
  type ExcusedFor,
} from './obligations.entities';
import type { PlannedRow } from './planning';
import type { Visit } from './visits.entities';

const PAUSED = `status = 'excused' AND excuse IN (${PAUSE_REASONS.map((reason) => `'${reason}'`).join(', ')})`;
const MARK_VISITED = `UPDATE obligation SET status = 'visited', excuse = NULL, visit_id = ?, visited_at = ?, visited_by = ?
  WHERE id = ? AND (status IN ('owed', 'missed') OR ${PAUSED})`;

const paused = { status: 'excused' as const, excuse: In(PAUSE_REASONS) };

export type PlannedOfElder = PlannedRow & { elderId: string };

@Injectable()
export class ObligationsRepository {
  /**
   * What planning needs of these elders, as bare rows.
   * @param from calendar date of the earliest period start
   */
  async planned(ctx: Ctx, elderIds: readonly string[], from: string): Promise<PlannedOfElder[]> {
    if (elderIds.length === 0) return [];
    const elders = elderIds.map(() => '?').join(', ');
    const sql = `SELECT id, elder_id AS elderId, every, period_start AS periodStart, due_on AS dueOn,
      list_until AS listUntil, status, excuse FROM obligation
      WHERE elder_id IN (${elders}) AND programme = ? AND period_start >= ?`;
    return ctx.em.query<PlannedOfElder[]>(sql, [...elderIds, REGULAR, from]);
  }

  async insert(tx: TxCtx, rows: readonly Obligation[]): Promise<void> {
    await insertRows(tx.em, Obligation, rows);
  }

  /** Takes back periods that have not begun. */
  async withdraw(tx: TxCtx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const id = In([...ids]);
    await tx.em.delete(Obligation, { id, status: 'owed' });
    await tx.em.delete(Obligation, { id, ...paused });
  }

  async relist(tx: TxCtx, id: string, listUntil: string): Promise<void> {
    await tx.em.update(Obligation, { id }, { listUntil });
  }

  /** What is still owed follows the elder to another community, and what rests for a while with it. @param today calendar date */
  async move(tx: TxCtx, elderId: string, communityId: string, today: string): Promise<void> {
    await tx.em.update(Obligation, { elderId, status: 'owed' }, { communityId });
    await tx.em.update(Obligation, { elderId, ...paused, dueOn: MoreThanOrEqual(today) }, { communityId });
  }

  nextOwed(ctx: Ctx, elderId: string, today: string): Promise<Obligation | null> {
    return ctx.em.findOne(Obligation, {
      where: { elderId, status: 'owed', dueOn: MoreThanOrEqual(today) },
      order: { dueOn: 'ASC' },
    });
  }

  /** The obligation that a visit today would meet, as lists show it. */
  owedToday(ctx: Ctx, elderId: string, today: string): Promise<Obligation | null> {
    return ctx.em.findOne(Obligation, {
      where: { elderId, status: 'owed', periodStart: LessThanOrEqual(today), dueOn: MoreThanOrEqual(today) },
      order: { dueOn: 'ASC' },
    });
  }

  /** @returns false when it was met by another visit meanwhile */
  async markVisited(tx: TxCtx, id: string, visit: Pick<Visit, 'id' | 'startedAt' | 'visitorId'>): Promise<boolean> {
    return (await changeRows(tx.em, MARK_VISITED, [visit.id, visit.startedAt, visit.visitorId, id])) === 1;
  }

  async keepChanges(tx: TxCtx, changes: readonly ObligationChange[]): Promise<void> {
    await insertRows(tx.em, ObligationChange, changes);
  }

  /** Owed ones whose last day is over, the oldest first. */
  past(ctx: Ctx, today: string, limit: number): Promise<Obligation[]> {
    return ctx.em.find(Obligation, {
      where: { status: 'owed', dueOn: LessThan(today) },
      order: { dueOn: 'ASC' },
      take: limit,
    });
  }

  /** @returns how many were still owed */
  async markMissed(tx: TxCtx, ids: readonly string[]): Promise<number> {
    const { affected } = await tx.em.update(Obligation, { id: In([...ids]), status: 'owed' }, { status: 'missed' });
    return affected ?? 0;
  }

  /** What these elders owe today or later. */
  stillOwed(
    ctx: Ctx,
    elderIds: readonly string[],
    today: string,
  ): Promise<Pick<Obligation, 'id' | 'elderId' | 'periodStart'>[]> {
    return ctx.em.find(Obligation, {
      select: { id: true, elderId: true, periodStart: true },
      where: { elderId: In([...elderIds]), status: 'owed', dueOn: MoreThanOrEqual(today) },
    });
  }

  /** What was owed, or counted as missed, on a date or later: not visited after all for a reason that held by then. */
  unmetFrom(ctx: Ctx, elderId: string, date: string): Promise<Obligation[]> {
    return ctx.em.find(Obligation, {
      where: { elderId, status: In(['owed', 'missed']), dueOn: MoreThanOrEqual(date) },
    });
  }

  /** What ends on a date or later and was not visited, whether a pause excuses it or not, in the order of the periods. */
  unvisitedFrom(ctx: Ctx, elderId: string, date: string): Promise<Obligation[]> {
    const where = { elderId, dueOn: MoreThanOrEqual(date) };
    return ctx.em.find(Obligation, {
      where: [
        { ...where, status: In(['owed', 'missed']) },
        { ...where, ...paused },
      ],
      order: { periodStart: 'ASC' },
    });
  }

  /** @returns how many had not been visited meanwhile */
  async excuse(tx: TxCtx, ids: readonly string[], excuse: ExcusedFor): Promise<number> {
    const unmet = { id: In([...ids]), status: In(['owed', 'missed']) };
    const { affected } = await tx.em.update(Obligation, unmet, { status: 'excused', excuse });
    return affected ?? 0;
  }

  excusedFor(ctx: Ctx, elderId: string, reasons: readonly ExcusedFor[]): Promise<Obligation[]> {
    return ctx.em.find(Obligation, { where: { elderId, status: 'excused', excuse: In([...reasons]) } });
  }

  /** @returns false when it was visited meanwhile */
  async takeBackExcuse(tx: TxCtx, id: string, status: 'owed' | 'missed'): Promise<boolean> {
    const { affected } = await tx.em.update(Obligation, { id, status: 'excused' }, { status, excuse: null });
    return affected === 1;
  }

  async rank(tx: TxCtx, id: string, listRank: number): Promise<void> {
    await tx.em.update(Obligation, { id }, { listRank });
  }

  async putFirst(tx: TxCtx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.em.update(Obligation, { id: In([...ids]) }, { listRank: RANK_AFTER_MISSED });
  }

  async putBack(tx: TxCtx, id: string): Promise<void> {
    await tx.em.update(Obligation, { id, status: 'owed' }, { listRank: RANK_USUAL });
  }
}
