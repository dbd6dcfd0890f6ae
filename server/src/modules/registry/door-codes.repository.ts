import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { DoorCode } from './registry.entities';

@Injectable()
export class DoorCodesRepository {
  find(ctx: Ctx, id: string): Promise<DoorCode | null> {
    return ctx.em.findOneBy(DoorCode, { id });
  }

  byCode(ctx: Ctx, codeIndex: string): Promise<DoorCode | null> {
    return ctx.em.findOneBy(DoorCode, { codeIndex });
  }

  /** Those that open. */
  living(ctx: Ctx, elderIds: readonly string[]): Promise<DoorCode[]> {
    if (elderIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(DoorCode, { where: { elderId: In([...elderIds]), revokedAt: IsNull() }, order: { id: 'ASC' } });
  }

  async insert(ctx: TxCtx, code: DoorCode): Promise<void> {
    await ctx.em.insert(DoorCode, code);
  }

  async revoke(ctx: TxCtx, id: string): Promise<boolean> {
    const { affected } = await ctx.em.update(DoorCode, { id, revokedAt: IsNull() }, { revokedAt: ctx.at });
    return affected === 1;
  }

  /** Those that had been revoked with the record stay so: a new code takes their place, or another end. */
  async revokeAll(ctx: TxCtx, elderId: string, withRecord = false): Promise<void> {
    await ctx.em.update(DoorCode, { elderId, revokedWithRecord: true }, { revokedWithRecord: null });
    const revoked = { revokedAt: ctx.at, revokedWithRecord: withRecord || null };
    await ctx.em.update(DoorCode, { elderId, revokedAt: IsNull() }, revoked);
  }

  /** The end of the record was taken back: what is on the door opens again. */
  async restore(ctx: TxCtx, elderId: string): Promise<void> {
    await ctx.em.update(DoorCode, { elderId, revokedWithRecord: true }, { revokedAt: null, revokedWithRecord: null });
  }
}
