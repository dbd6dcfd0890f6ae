import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { Division, DivisionCode } from './divisions.entities';

/** Rows of one INSERT; SQLite takes at most 32,766 parameters in a statement. */
const CHUNK = 1_000;

@Injectable()
export class DivisionsRepository {
  all(ctx: Ctx): Promise<Division[]> {
    return ctx.em.find(Division);
  }

  codes(ctx: Ctx): Promise<DivisionCode[]> {
    return ctx.em.find(DivisionCode);
  }

  async insert(ctx: TxCtx, divisions: Division[], codes: DivisionCode[]): Promise<void> {
    for (let at = 0; at < divisions.length; at += CHUNK) await ctx.em.insert(Division, divisions.slice(at, at + CHUNK));
    for (let at = 0; at < codes.length; at += CHUNK) await ctx.em.insert(DivisionCode, codes.slice(at, at + CHUNK));
  }
}
