import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { ReadingDecision } from './reading-decisions.entities';

@Injectable()
export class ReadingDecisionsRepository {
  find(ctx: Ctx, id: string): Promise<ReadingDecision | null> {
    return ctx.em.findOneBy(ReadingDecision, { id });
  }

  /** All of a district, in the order of deciding. */
  ofDistrict(ctx: Ctx, districtId: string): Promise<ReadingDecision[]> {
    return ctx.em.find(ReadingDecision, { where: { districtId }, order: { decidedAt: 'ASC', id: 'ASC' } });
  }

  async insert(ctx: TxCtx, decision: ReadingDecision): Promise<void> {
    await ctx.em.insert(ReadingDecision, decision);
  }
}
