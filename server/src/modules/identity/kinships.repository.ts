import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { Kinship } from './identity.entities';
import type { KinshipState } from './kinship-state';

@Injectable()
export class KinshipsRepository {
  find(ctx: Ctx, id: string): Promise<Kinship | null> {
    return ctx.em.findOneBy(Kinship, { id });
  }

  ofElders(ctx: Ctx, elderIds: readonly string[], status: KinshipState): Promise<Kinship[]> {
    if (elderIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(Kinship, { where: { elderId: In([...elderIds]), status }, order: { id: 'ASC' } });
  }

  /** Those that are or once were confirmed. */
  everConfirmed(ctx: Ctx, elderId: string): Promise<Kinship[]> {
    const where = [
      { elderId, confirmedAt: Not(IsNull()) },
      { elderId, status: 'confirmed' as const },
    ];
    return ctx.em.find(Kinship, { where });
  }

  ofAccount(ctx: Ctx, accountId: string, statuses: KinshipState[]): Promise<Kinship[]> {
    return ctx.em.find(Kinship, { where: { accountId, status: In(statuses) }, order: { id: 'ASC' } });
  }

  /** Other rows of the same relative. */
  ofRelative(ctx: Ctx, relativeId: string, status: KinshipState, exceptId: string): Promise<Kinship[]> {
    return ctx.em.findBy(Kinship, { relativeId, status, id: Not(exceptId) });
  }

  /** What a process of an older version has ended still holds the relative's place. */
  async freePlace(tx: TxCtx, relativeId: string): Promise<void> {
    await tx.em.update(Kinship, { confirmedAs: relativeId, status: Not('confirmed') }, { confirmedAs: null });
  }

  /** The same of an account's place beside an elder. */
  async freeRunningPlace(tx: TxCtx, runningAs: string): Promise<void> {
    await tx.em.update(Kinship, { runningAs, status: Not(In(['awaiting', 'confirmed'])) }, { runningAs: null });
  }

  /** Of a relative, all that is not over. */
  running(ctx: Ctx, relativeId: string): Promise<Kinship[]> {
    return ctx.em.findBy(Kinship, { relativeId, status: In(['invited', 'awaiting', 'confirmed']) });
  }

  byCode(ctx: Ctx, codeIndex: string): Promise<Kinship | null> {
    return ctx.em.findOneBy(Kinship, { codeIndex });
  }

  byAcceptance(ctx: Ctx, acceptanceId: string): Promise<Kinship | null> {
    return ctx.em.findOneBy(Kinship, { acceptanceId });
  }

  /** In id order, those after `after`. */
  list(
    ctx: Ctx,
    communityIds: readonly string[],
    status: KinshipState,
    after: string,
    take: number,
  ): Promise<Kinship[]> {
    if (communityIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(Kinship, {
      where: { communityId: In([...communityIds]), status, id: MoreThan(after) },
      order: { id: 'ASC' },
      take,
    });
  }

  async insert(ctx: TxCtx, kinship: Kinship): Promise<void> {
    await ctx.em.insert(Kinship, kinship);
  }

  /** @returns false when the row no longer was in the state it was read in */
  async move(
    ctx: TxCtx,
    id: string,
    from: KinshipState,
    changes: Partial<Kinship> & { status: KinshipState },
  ): Promise<boolean> {
    const { affected } = await ctx.em.update(Kinship, { id, status: from }, changes);
    return affected === 1;
  }

  async moveHome(ctx: TxCtx, elderId: string, communityId: string): Promise<void> {
    await ctx.em.update(Kinship, { elderId }, { communityId });
  }

  /** Invitations nobody took up in time; their codes are void and must not keep the place of new ones. */
  async endExpired(ctx: TxCtx, before: number): Promise<void> {
    await ctx.em.update(
      Kinship,
      { status: 'invited', expiresAt: LessThan(before) },
      { status: 'ended', codeIndex: null, decidedAt: ctx.at },
    );
  }
}
