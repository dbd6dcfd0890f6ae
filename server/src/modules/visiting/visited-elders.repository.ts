import { Injectable } from '@nestjs/common';
import { Between, In, IsNull, MoreThan, Not } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
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

  /** Cadences of these elders, without what would have to be decrypted. */
  cadences(ctx: Ctx, elderIds: readonly string[]): Promise<(CadenceState & { elderId: string })[]> {
    if (elderIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(VisitedElder, {
      select: { elderId: true, every: true, everySince: true, seenOn: true },
      where: { elderId: In([...elderIds]) },
    });
  }

  /** Ids of elders who owe, after `after` and up to `last` (null: to the end). */
  async owing(ctx: Ctx, after: string, last: string | null): Promise<string[]> {
    const elderId = last === null ? MoreThan(after) : Between(after, last);
    const rows = await ctx.em.find(VisitedElder, {
      select: { elderId: true },
      where: { elderId, every: Not(IsNull()) },
    });
    return rows.map((row) => row.elderId).filter((id) => id !== after);
  }

  async insert(tx: TxCtx, elders: readonly VisitedElder[]): Promise<void> {
    if (elders.length > 0) await tx.em.insert(VisitedElder, [...elders]);
  }

  async update(tx: TxCtx, elderId: string, change: Partial<Omit<VisitedElder, 'elderId'>>): Promise<void> {
    await tx.em.update(VisitedElder, { elderId }, change);
  }
}
