import { Injectable } from '@nestjs/common';
import { ulid } from 'ulid';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { LedgerRepository } from './ledger.repository';
import type { SubscriptionReport } from './notification.entities';

const MOST_TRIES = 50;

/** What an entry does to the balance. */
type Change = { by: number } | { to: number };

/**
 * How many messages each person still allows, per template. The platform tells nobody these numbers, so they are counted
 * here: append only, each entry once (by its `ref`), each with the balance after it.
 */
@Injectable()
export class Ledger {
  constructor(private readonly repository: LedgerRepository) {}

  async balance(ctx: Ctx, accountId: string, templateId: string): Promise<number> {
    return (await this.repository.last(ctx, accountId, templateId))?.balance ?? 0;
  }

  /** Appends once; the same `ref` again changes nothing. A change that would alter nothing is not written. */
  async append(tx: TxCtx, accountId: string, templateId: string, ref: string, change: Change): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (await this.repository.hasEntry(tx, ref)) return;
      const last = await this.repository.last(tx, accountId, templateId);
      const before = last?.balance ?? 0;
      const amount = 'by' in change ? change.by : change.to - before;
      if (amount === 0) return;
      const place = { accountId, templateId, sequence: (last?.sequence ?? 0) + 1 };
      const entry = { id: ulid(tx.at), ...place, amount, balance: before + amount, ref, at: tx.at };
      if (await this.repository.append(tx, entry)) return;
    }
    throw new Error(`The credit ledger of ${accountId} is written by too many at once`);
  }

  /** @returns the report that has this id, or null after writing this one */
  async report(tx: TxCtx, report: SubscriptionReport): Promise<SubscriptionReport | null> {
    const known = await this.repository.report(tx, report.id);
    if (known || (await this.repository.insertReport(tx, report))) return known;
    return this.repository.report(tx, report.id);
  }
}
