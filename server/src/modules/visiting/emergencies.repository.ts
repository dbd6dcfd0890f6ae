import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { Emergency } from './emergencies.entities';

@Injectable()
export class EmergenciesRepository {
  find(ctx: Ctx, id: string): Promise<Emergency | null> {
    return ctx.em.findOneBy(Emergency, { id });
  }

  /** The latest first. */
  ofElder(ctx: Ctx, elderId: string, limit: number): Promise<Emergency[]> {
    return ctx.em.find(Emergency, { where: { elderId }, order: { at: 'DESC', id: 'DESC' }, take: limit });
  }

  async insert(tx: TxCtx, emergency: Emergency): Promise<void> {
    await tx.em.insert(Emergency, emergency);
  }
}
