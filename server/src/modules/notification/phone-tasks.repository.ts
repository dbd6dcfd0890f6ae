import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { isDuplicate } from '../../platform/database';
import { PhoneCall, PhoneTask } from './notification.entities';

@Injectable()
export class PhoneTasksRepository {
  find(ctx: Ctx, id: string): Promise<PhoneTask | null> {
    return ctx.em.findOneBy(PhoneTask, { id });
  }

  ofNotice(ctx: Ctx, noticeId: string): Promise<PhoneTask | null> {
    return ctx.em.findOneBy(PhoneTask, { noticeId });
  }

  ofVisit(ctx: Ctx, visitId: string): Promise<PhoneTask[]> {
    return ctx.em.find(PhoneTask, { where: { visitId }, order: { id: 'ASC' } });
  }

  ofElder(ctx: Ctx, elderId: string): Promise<PhoneTask[]> {
    return ctx.em.find(PhoneTask, { where: { elderId }, order: { id: 'ASC' } });
  }

  openOf(ctx: Ctx, elderId: string): Promise<PhoneTask[]> {
    return ctx.em.find(PhoneTask, { where: { elderId, status: 'open' }, order: { id: 'ASC' } });
  }

  /** @returns false when there is a task for this already */
  async insert(ctx: TxCtx, task: PhoneTask): Promise<boolean> {
    return inserted(() => ctx.em.insert(PhoneTask, task));
  }

  /** Danger to life first, then the oldest. */
  list(
    ctx: Ctx,
    communityIds: readonly string[],
    status: PhoneTask['status'],
    after: { lifeDanger: boolean; id: string } | null,
    limit: number,
  ): Promise<PhoneTask[]> {
    if (communityIds.length === 0) return Promise.resolve([]);
    const query = ctx.em
      .createQueryBuilder(PhoneTask, 'task')
      .where('task.communityId IN (:...communityIds) AND task.status = :status', { communityIds, status });
    if (after) {
      const same = '(task.lifeDanger = :danger AND task.id > :id)';
      query.andWhere(after.lifeDanger ? `(${same} OR task.lifeDanger = :calm)` : same, {
        danger: after.lifeDanger,
        calm: false,
        id: after.id,
      });
    }
    return query.orderBy('task.lifeDanger', 'DESC').addOrderBy('task.id', 'ASC').take(limit).getMany();
  }

  /** @returns false when it was done already */
  async finish(ctx: TxCtx, id: string, closedBy: NonNullable<PhoneTask['closedBy']>): Promise<boolean> {
    const { affected } = await ctx.em.update(
      PhoneTask,
      { id, status: 'open' },
      { status: 'done', closedBy, doneAt: ctx.at },
    );
    return affected === 1;
  }

  /** Open tasks to phone this relative, or this account of theirs, about this elder: they have spoken meanwhile. */
  async finishOf(
    ctx: TxCtx,
    elderId: string,
    who: { relativeId: string } | { accountId: string },
    closedBy: NonNullable<PhoneTask['closedBy']>,
  ): Promise<void> {
    await ctx.em.update(PhoneTask, { elderId, ...who, status: 'open' }, { status: 'done', closedBy, doneAt: ctx.at });
  }

  /** On the condition that it still is open and about the same. @returns false when it is not */
  async narrow(ctx: TxCtx, { id, needIds }: PhoneTask, rest: string): Promise<boolean> {
    const { affected } = await ctx.em.update(PhoneTask, { id, needIds, status: 'open' }, { needIds: rest });
    return affected === 1;
  }

  /** Keeps what was urgent about an older call, and how often it was tried in vain. */
  async takeOver(ctx: TxCtx, id: string, { lifeDanger, noAnswers }: PhoneTask): Promise<void> {
    await ctx.em.increment(PhoneTask, { id, status: 'open' }, 'noAnswers', noAnswers);
    if (lifeDanger) await ctx.em.update(PhoneTask, { id, status: 'open' }, { lifeDanger });
  }

  async moveHome(ctx: TxCtx, elderId: string, communityId: string): Promise<void> {
    await ctx.em.update(PhoneTask, { elderId, status: 'open', communityId: Not(communityId) }, { communityId });
  }

  async countNoAnswer(ctx: TxCtx, id: string): Promise<boolean> {
    const { affected } = await ctx.em.increment(PhoneTask, { id, status: 'open' }, 'noAnswers', 1);
    return affected === 1;
  }

  call(ctx: Ctx, id: string): Promise<PhoneCall | null> {
    return ctx.em.findOneBy(PhoneCall, { id });
  }

  /** @returns false when the id is taken */
  async insertCall(ctx: TxCtx, call: PhoneCall): Promise<boolean> {
    return inserted(() => ctx.em.insert(PhoneCall, call));
  }
}

async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
