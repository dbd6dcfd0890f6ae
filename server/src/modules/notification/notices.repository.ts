import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, LessThanOrEqual } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { isDuplicate } from '../../platform/database';
import { Notice, NoticeAttempt, type ChannelState } from './notification.entities';

@Injectable()
export class NoticesRepository {
  find(ctx: Ctx, id: string): Promise<Notice | null> {
    return ctx.em.findOneBy(Notice, { id });
  }

  /** @returns false when this account has been told of this event already */
  async insert(ctx: TxCtx, notice: Notice): Promise<boolean> {
    try {
      await ctx.em.insert(Notice, notice);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** On the condition that the notice still is in one of these states. @returns false when it is not */
  async move(ctx: TxCtx, id: string, from: readonly ChannelState[], changes: Partial<Notice>): Promise<boolean> {
    const { affected } = await ctx.em.update(Notice, { id, state: In(from) }, changes);
    return affected === 1;
  }

  /**
   * The inbox, newest first: as kin only of elders who still are theirs, as officer only of places that still are, and nothing of an
   * elder of whose `family` they are or were.
   */
  inbox(
    ctx: Ctx,
    accountId: string,
    reach: { kin: readonly string[]; family: readonly string[]; communityIds: readonly string[] },
    after: string | undefined,
    limit: number,
  ): Promise<Notice[]> {
    const { kin, family, communityIds } = reach;
    if (kin.length === 0 && communityIds.length === 0) return Promise.resolve([]);
    const query = ctx.em
      .createQueryBuilder(Notice, 'notice')
      .where('notice.accountId = :accountId', { accountId })
      .andWhere(
        new Brackets((any) => {
          if (kin.length > 0) any.orWhere(`(notice.audience = 'family' AND notice.elderId IN (:...kin))`, { kin });
          if (communityIds.length > 0) {
            const others = family.length > 0 ? ' AND notice.elderId NOT IN (:...family)' : '';
            any.orWhere(`(notice.audience = 'officer' AND notice.communityId IN (:...communityIds)${others})`, {
              ...{ communityIds, family },
            });
          }
        }),
      );
    if (after !== undefined) query.andWhere('notice.id < :after', { after });
    return query.orderBy('notice.id', 'DESC').take(limit).getMany();
  }

  familyOfVisit(ctx: Ctx, visitId: string): Promise<Notice[]> {
    return ctx.em.find(Notice, { where: { visitId, audience: 'family' }, order: { id: 'ASC' } });
  }

  /** What this account was told as a relative of this elder. */
  familyOf(ctx: Ctx, accountId: string, elderId: string): Promise<Notice[]> {
    return ctx.em.find(Notice, { where: { accountId, elderId, audience: 'family' }, order: { id: 'ASC' } });
  }

  async markRead(ctx: TxCtx, id: string): Promise<void> {
    await ctx.em.update(Notice, { id, readAt: IsNull() }, { readAt: ctx.at });
  }

  /** Uncertain messages whose time to wait is over. */
  toSettle(ctx: Ctx, limit: number): Promise<Notice[]> {
    return ctx.em.find(Notice, {
      where: { settleAt: LessThanOrEqual(ctx.at) },
      order: { settleAt: 'ASC' },
      take: limit,
    });
  }

  /** @returns false when another process has settled it */
  async settled(ctx: TxCtx, id: string): Promise<boolean> {
    const { affected } = await ctx.em.update(Notice, { id, settleAt: LessThanOrEqual(ctx.at) }, { settleAt: null });
    return affected === 1;
  }

  attempts(ctx: Ctx, noticeId: string): Promise<NoticeAttempt[]> {
    return ctx.em.find(NoticeAttempt, { where: { noticeId }, order: { number: 'ASC' } });
  }

  async insertAttempt(ctx: TxCtx, attempt: NoticeAttempt): Promise<void> {
    await ctx.em.insert(NoticeAttempt, attempt);
  }

  /** The attempt that the platform's message id belongs to. */
  attemptByMsgid(ctx: Ctx, msgid: string): Promise<NoticeAttempt | null> {
    return ctx.em.findOneBy(NoticeAttempt, { msgid });
  }

  /** Attempts to reach this account by one of these templates that may have gone out under an id nobody here knows. */
  unnamedAttempts(ctx: Ctx, accountId: string, templates: readonly string[]): Promise<NoticeAttempt[]> {
    return ctx.em
      .createQueryBuilder(NoticeAttempt, 'attempt')
      .innerJoin(Notice, 'notice', 'notice.id = attempt.noticeId')
      .where('notice.accountId = :accountId AND notice.template IN (:...templates)', { accountId, templates })
      .andWhere(`attempt.msgid IS NULL AND attempt.state IN ('sending', 'unknown')`)
      .orderBy('attempt.id', 'ASC')
      .getMany();
  }

  /**
   * What the platform reported of an attempt that it took, or that nobody could say of. Its first word counts.
   * @returns false when there was one before
   */
  async settleAttempt(ctx: TxCtx, id: string, outcome: Partial<NoticeAttempt>): Promise<boolean> {
    const unsettled = { id, state: In(['sent', 'unknown']), confirmedAt: IsNull() };
    const { affected } = await ctx.em.update(NoticeAttempt, unsettled, outcome);
    return affected === 1;
  }

  /** @returns false when it had ended otherwise */
  async endAttempt(
    ctx: TxCtx,
    id: string,
    from: readonly NoticeAttempt['state'][],
    end: Partial<NoticeAttempt>,
  ): Promise<boolean> {
    const { affected } = await ctx.em.update(NoticeAttempt, { id, state: In(from) }, { ...end, endedAt: ctx.at });
    return affected === 1;
  }
}
