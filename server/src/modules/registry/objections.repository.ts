import { Injectable } from '@nestjs/common';
import type { ObjectionStatus } from '@tanfang/shared';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { isDuplicate } from '../../platform/database';
import { Objection } from './objections.entities';
import { Elder } from './registry.entities';

export interface ObjectionCursor {
  /** Instant, ms. */
  sentAt: number;
  id: string;
}

@Injectable()
export class ObjectionsRepository {
  find(ctx: Ctx, id: string): Promise<Objection | null> {
    return ctx.em.findOneBy(Objection, { id });
  }

  /** What one relative said about one elder, the latest first. */
  ofAccount(ctx: Ctx, elderId: string, accountId: string, take: number): Promise<Objection[]> {
    return ctx.em.find(Objection, { where: { elderId, accountId }, order: { sentAt: 'DESC', id: 'DESC' }, take });
  }

  /**
   * About elders who live in these communities now and are not of the caller's `family`: the oldest first while they are open, else the
   * latest first.
   */
  list(
    ctx: Ctx,
    { communityIds, family }: { communityIds: readonly string[]; family: readonly string[] },
    { status, elderId }: { status: ObjectionStatus; elderId?: string },
    after: ObjectionCursor | null,
    take: number,
  ): Promise<Objection[]> {
    if (communityIds.length === 0) return Promise.resolve([]);
    const [order, beyond] = status === 'open' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const query = ctx.em
      .createQueryBuilder(Objection, 'objection')
      .innerJoin(Elder, 'elder', 'elder.id = objection.elderId')
      .where('elder.communityId IN (:...communityIds)', { communityIds })
      .andWhere('objection.status = :status', { status });
    if (family.length > 0) query.andWhere('objection.elderId NOT IN (:...family)', { family });
    if (elderId !== undefined) query.andWhere('objection.elderId = :elderId', { elderId });
    if (after) {
      query.andWhere(
        `(objection.sentAt ${beyond} :sentAt OR (objection.sentAt = :sentAt AND objection.id ${beyond} :id))`,
        after,
      );
    }
    return query.orderBy('objection.sentAt', order).addOrderBy('objection.id', order).take(take).getMany();
  }

  /** @returns false when the id is taken */
  async insert(ctx: TxCtx, objection: Objection): Promise<boolean> {
    try {
      await ctx.em.insert(Objection, objection);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** @returns false when it was closed already */
  async close(ctx: TxCtx, id: string, closure: Partial<Objection>): Promise<boolean> {
    const { affected } = await ctx.em.update(Objection, { id, status: 'open' }, { ...closure, status: 'closed' });
    return affected === 1;
  }
}
