import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { NoAnswer } from './no-answers.entities';

@Injectable()
export class NoAnswersRepository {
  find(ctx: Ctx, id: string): Promise<NoAnswer | null> {
    return ctx.em.findOneBy(NoAnswer, { id });
  }

  async insert(tx: TxCtx, noAnswer: NoAnswer): Promise<void> {
    await tx.em.insert(NoAnswer, noAnswer);
  }
}
