import { Injectable } from '@nestjs/common';
import type { CorrectionStatus } from '@tanfang/shared';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { isDuplicate } from '../../platform/database';
import { Correction } from './corrections.entities';
import { Elder } from './registry.entities';

export interface CorrectionCursor {
  /** Instant, ms. */
  sentAt: number;
  id: string;
}

@Injectable()
export class CorrectionsRepository {
  find(ctx: Ctx, id: string): Promise<Correction | null> {
    return ctx.em.findOneBy(Correction, { id });
  }

  /** What one relative said about one elder, the latest first. */
  ofAccount(ctx: Ctx, elderId: string, accountId: string, take: number): Promise<Correction[]> {
    return ctx.em.find(Correction, { where: { elderId, accountId }, order: { sentAt: 'DESC', id: 'DESC' }, take });
  }

  /** About elders who live in these communities now: the oldest first while they are open, else the latest first. */
  list(
    ctx: Ctx,
    communityIds: readonly string[],
    { status, elderId }: { status: CorrectionStatus; elderId?: string },
    after: CorrectionCursor | null,
    take: number,
  ): Promise<Correction[]> {
    if (communityIds.length === 0) return Promise.resolve([]);
    const [order, beyond] = status === 'open' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const query = ctx.em
      .createQueryBuilder(Correction, 'correction')
      .innerJoin(Elder, 'elder', 'elder.id = correction.elderId')
      .where('elder.communityId IN (:...communityIds)', { communityIds })
      .andWhere('correction.status = :status', { status });
    if (elderId !== undefined) query.andWhere('correction.elderId = :elderId', { elderId });
    if (after) {
      query.andWhere(
        `(correction.sentAt ${beyond} :sentAt OR (correction.sentAt = :sentAt AND correction.id ${beyond} :id))`,
        after,
      );
    }
    return query.orderBy('correction.sentAt', order).addOrderBy('correction.id', order).take(take).getMany();
  }

  /** @returns false when the id is taken */
  async insert(ctx: TxCtx, correction: Correction): Promise<boolean> {
    try {
      await ctx.em.insert(Correction, correction);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** @returns false when it was closed already */
  async close(ctx: TxCtx, id: string, closure: Partial<Correction>): Promise<boolean> {
    const { affected } = await ctx.em.update(Correction, { id, status: 'open' }, { ...closure, status: 'closed' });
    return affected === 1;
  }
}
