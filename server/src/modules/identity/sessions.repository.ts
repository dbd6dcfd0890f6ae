import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { Session } from './identity.entities';

@Injectable()
export class SessionsRepository {
  byTokenHash(ctx: Ctx, tokenHash: string): Promise<Session | null> {
    return ctx.em.findOneBy(Session, { tokenHash });
  }

  async insert(ctx: TxCtx, session: Session): Promise<void> {
    await ctx.em.insert(Session, session);
  }

  async extend(ctx: TxCtx, id: string, expiresAt: number): Promise<void> {
    await ctx.em.update(Session, { id, revokedAt: IsNull() }, { expiresAt });
  }

  async revoke(ctx: TxCtx, id: string): Promise<void> {
    await ctx.em.update(Session, { id, revokedAt: IsNull() }, { revokedAt: ctx.at });
  }

  async revokeAll(ctx: TxCtx, accountId: string): Promise<number> {
    const { affected } = await ctx.em.update(Session, { accountId, revokedAt: IsNull() }, { revokedAt: ctx.at });
    return affected ?? 0;
  }

  async removeEndedBefore(ctx: TxCtx, instant: number): Promise<void> {
    await ctx.em.delete(Session, { expiresAt: LessThan(instant) });
  }
}
