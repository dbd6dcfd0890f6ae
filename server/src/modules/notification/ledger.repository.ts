import { Injectable } from '@nestjs/common';
import { Like, MoreThan } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { isDuplicate } from '../../platform/database';
import { SubscriptionEntry, SubscriptionReport } from './notification.entities';

/** Whose messages of which template are counted. */
export interface LedgerKey {
  accountId: string;
  templateId: string;
}

@Injectable()
export class LedgerRepository {
  last(ctx: Ctx, { accountId, templateId }: LedgerKey): Promise<SubscriptionEntry | null> {
    return ctx.em.findOne(SubscriptionEntry, { where: { accountId, templateId }, order: { sequence: 'DESC' } });
  }

  /** How many messages were accepted after an instant (ms). */
  async acceptedSince(ctx: Ctx, { accountId, templateId }: LedgerKey, at: number): Promise<number> {
    const where = { accountId, templateId, at: MoreThan(at), ref: Like('accept:%') };
    return (await ctx.em.sum(SubscriptionEntry, 'amount', where)) ?? 0;
  }

  hasEntry(ctx: Ctx, ref: string): Promise<boolean> {
    return ctx.em.existsBy(SubscriptionEntry, { ref });
  }

  /** @returns false when somebody else appended at this very moment */
  async append(tx: TxCtx, entry: SubscriptionEntry): Promise<boolean> {
    return inserted(() => tx.em.insert(SubscriptionEntry, entry));
  }

  report(ctx: Ctx, id: string): Promise<SubscriptionReport | null> {
    return ctx.em.findOneBy(SubscriptionReport, { id });
  }

  /** @returns false when the id is taken */
  async insertReport(tx: TxCtx, report: SubscriptionReport): Promise<boolean> {
    return inserted(() => tx.em.insert(SubscriptionReport, report));
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
