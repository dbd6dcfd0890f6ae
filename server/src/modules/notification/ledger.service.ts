import { Injectable } from '@nestjs/common';

import { newId } from '../../platform/database';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { LedgerRepository, type LedgerKey } from './ledger.repository';
import type { SubscriptionEntry, SubscriptionReport } from './notification.entities';

const MOST_TRIES = 50;

/** What an entry does to the balance, seen from the last entry; null: nothing. */
type Amount = (balance: number) => number | null;

/**
 * How many messages each person still allows, per template. The platform tells nobody these numbers, so they are counted
 * here: append only, each entry once (by its `ref`), each with the balance after it, which is never below zero.
 */
@Injectable()
export class Ledger {
  constructor(private readonly repository: LedgerRepository) {}

  async balance(ctx: Ctx, key: LedgerKey): Promise<number> {
    return (await this.repository.last(ctx, key))?.balance ?? 0;
  }

  /** Counts `by` more; the same `ref` again changes nothing. */
  async add(tx: TxCtx, key: LedgerKey, ref: string, by: number): Promise<void> {
    await this.append(tx, key, ref, () => by);
  }

  /** Puts the balance right; the same `ref` again changes nothing. */
  async set(tx: TxCtx, key: LedgerKey, ref: string, to: number): Promise<void> {
    await this.append(tx, key, ref, (balance) => to - balance);
  }

  /**
   * Takes one message from what is left.
   * @returns false, with nothing written, when nothing is: somebody else may have taken the last one at this very moment
   */
  async spend(tx: TxCtx, key: LedgerKey, ref: string): Promise<boolean> {
    return this.append(tx, key, ref, (balance) => (balance > 0 ? -1 : null));
  }

  /** Ends what was allowed up to `until` (instant, ms); what was accepted after it stays. Once for each `ref`. */
  async endUntil(tx: TxCtx, key: LedgerKey, ref: string, until: number): Promise<void> {
    const accepted = Math.max(0, await this.repository.acceptedSince(tx, key, until));
    await this.append(tx, key, ref, (balance) => Math.min(balance, accepted) - balance);
  }

  /** Whether anything was written after this instant (ms). */
  async hasChangedSince(ctx: Ctx, key: LedgerKey, at: number): Promise<boolean> {
    const last = await this.repository.last(ctx, key);
    return last !== null && last.at > at;
  }

  /** A change that would alter nothing is not written. @returns whether this `ref` is in the ledger now */
  private async append(tx: TxCtx, key: LedgerKey, ref: string, amountOf: Amount): Promise<boolean> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      if (await this.repository.hasEntry(tx, ref)) return true;
      const last = await this.repository.last(tx, key);
      const amount = amountOf(last?.balance ?? 0);
      if (!amount) return false;
      if (await this.repository.append(tx, entryAfter(tx, last, key, ref, amount))) return true;
    }
    throw new Error(`The credit ledger of ${key.accountId} is written by too many at once`);
  }

  /** @returns the report that has this id, or null after writing this one */
  async report(tx: TxCtx, report: SubscriptionReport): Promise<SubscriptionReport | null> {
    const known = await this.repository.report(tx, report.id);
    if (known || (await this.repository.insertReport(tx, report))) return known;
    return this.repository.report(tx, report.id);
  }
}

/** The sequence number is that of the balance it was computed from: of two writers only one can have it. */
function entryAfter(
  tx: TxCtx,
  last: SubscriptionEntry | null,
  key: LedgerKey,
  ref: string,
  amount: number,
): SubscriptionEntry {
  const balance = (last?.balance ?? 0) + amount;
  if (balance < 0) throw new Error(`The credit ledger of ${key.accountId} would fall below zero by ${ref}`);
  return { id: newId(tx.at), ...key, sequence: (last?.sequence ?? 0) + 1, amount, balance, ref, at: tx.at };
}
