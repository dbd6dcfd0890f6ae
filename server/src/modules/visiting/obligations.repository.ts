import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { Obligation, ObligationChange, RANK_AFTER_MISSED, RANK_USUAL, type ExcusedFor } from './obligations.entities';
import type { PlannedRow } from './planning';

/** Rows of one INSERT; SQLite takes at most 32,766 parameters in a statement. */
const CHUNK = 500;

@Injectable()
export class ObligationsRepository {
  /** What planning needs of these elders. @param from calendar date of the earliest period start */
  planned(ctx: Ctx, elderIds: readonly string[], from: string): Promise<(PlannedRow & { elderId: string })[]> {
    if (elderIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(Obligation, {
      select: { id: true, elderId: true, every: true, periodStart: true, dueOn: true, listUntil: true, status: true },
      where: { elderId: In([...elderIds]), periodStart: MoreThanOrEqual(from) },
    });
  }

  async insert(tx: TxCtx, rows: readonly Obligation[]): Promise<void> {
    for (let at = 0; at < rows.length; at += CHUNK) await tx.em.insert(Obligation, rows.slice(at, at + CHUNK));
  }

  /** Takes back periods that have not begun. */
  async withdraw(tx: TxCtx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.em.delete(Obligation, { id: In([...ids]), status: 'owed' });
  }

  async relist(tx: TxCtx, id: string, listUntil: string): Promise<void> {
    await tx.em.update(Obligation, { id }, { listUntil });
  }

  /** What is still owed follows the elder to another community. */
  async move(tx: TxCtx, elderId: string, communityId: string): Promise<void> {
    await tx.em.update(Obligation, { elderId, status: 'owed' }, { communityId });
  }

  nextOwed(ctx: Ctx, elderId: string, today: string): Promise<Obligation | null> {
    return ctx.em.findOne(Obligation, {
      where: { elderId, status: 'owed', dueOn: MoreThanOrEqual(today) },
      order: { periodStart: 'ASC' },
    });
  }

  /** The obligation that a visit today would meet, as lists show it. */
  owedToday(ctx: Ctx, elderId: string, today: string): Promise<Obligation | null> {
    return ctx.em.findOne(Obligation, {
      where: { elderId, status: 'owed', periodStart: LessThanOrEqual(today), dueOn: MoreThanOrEqual(today) },
      order: { dueOn: 'ASC' },
    });
  }

  /** All whose period ends on a date or later, in the order of their periods. */
  endingFrom(ctx: Ctx, elderId: string, date: string): Promise<Obligation[]> {
    return ctx.em.find(Obligation, { where: { elderId, dueOn: MoreThanOrEqual(date) }, order: { periodStart: 'ASC' } });
  }

  /** @returns false when it was met by another visit meanwhile */
  async markVisited(tx: TxCtx, id: string, visit: { id: string; at: number; visitorId: string }): Promise<boolean> {
    const { affected } = await tx.em.update(
      Obligation,
      { id, status: In(['owed', 'missed']) },
      { status: 'visited', visitId: visit.id, visitedAt: visit.at, visitedBy: visit.visitorId },
    );
    return affected === 1;
  }

  async keepChanges(tx: TxCtx, changes: readonly ObligationChange[]): Promise<void> {
    for (let at = 0; at < changes.length; at += CHUNK)
      await tx.em.insert(ObligationChange, changes.slice(at, at + CHUNK));
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

  async excuse(tx: TxCtx, ids: readonly string[], excuse: ExcusedFor): Promise<void> {
    await tx.em.update(Obligation, { id: In([...ids]) }, { status: 'excused', excuse });
  }

  async putFirst(tx: TxCtx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.em.update(Obligation, { id: In([...ids]) }, { listRank: RANK_AFTER_MISSED });
  }

  async putBack(tx: TxCtx, id: string): Promise<void> {
    await tx.em.update(Obligation, { id, status: 'owed' }, { listRank: RANK_USUAL });
  }
}
