import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { CheckIn } from './check-ins.entities';

@Injectable()
export class CheckInsRepository {
  find(ctx: Ctx, id: string): Promise<CheckIn | null> {
    return ctx.em.findOneBy(CheckIn, { id });
  }

  async insert(tx: TxCtx, checkIn: CheckIn): Promise<void> {
    await tx.em.insert(CheckIn, checkIn);
  }
}
