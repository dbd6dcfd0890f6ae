import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThanOrEqual } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { VisitPause } from './pauses.entities';

@Injectable()
export class PausesRepository {
  find(ctx: Ctx, id: string): Promise<VisitPause | null> {
    return ctx.em.findOneBy(VisitPause, { id });
  }

  /** The latest first. */
  ofElder(ctx: Ctx, elderId: string, limit: number): Promise<VisitPause[]> {
    return ctx.em.find(VisitPause, { where: { elderId }, order: { setAt: 'DESC', id: 'DESC' }, take: limit });
  }

  /** @param date only those that end on this calendar date or later */
  endingFrom(ctx: Ctx, elderIds: readonly string[], date: string): Promise<VisitPause[]> {
    if (elderIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(VisitPause, { where: { elderId: In([...elderIds]), backOn: MoreThanOrEqual(date) } });
  }

  /** The one that holds the elder's place; it may have run out. */
  open(ctx: Ctx, elderId: string): Promise<VisitPause | null> {
    return ctx.em.findOneBy(VisitPause, { openKey: elderId });
  }

  async insert(tx: TxCtx, pause: VisitPause): Promise<void> {
    await tx.em.insert(VisitPause, pause);
  }

  /** @returns false when it ended, or was moved, in this instant */
  async change(
    tx: TxCtx,
    { id, backOn }: Pick<VisitPause, 'id' | 'backOn'>,
    change: Partial<Omit<VisitPause, 'id'>>,
  ): Promise<boolean> {
    const { affected } = await tx.em.update(VisitPause, { id, backOn, endedAt: IsNull() }, change);
    return affected === 1;
  }
}
