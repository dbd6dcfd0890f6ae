import { Injectable } from '@nestjs/common';

import { addDays } from '../../policy';
import { startOfDay } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { afterRaces, Database, newId, Overtaken } from '../../platform/database';
import type { Obligation } from './obligations.entities';
import { ObligationsRepository } from './obligations.repository';

const CHUNK = 500;

/** Turns what was owed and is past into missed. A visit that is uploaded later turns it back. */
@Injectable()
export class MissedVisits {
  constructor(
    private readonly obligations: ObligationsRepository,
    private readonly database: Database,
  ) {}

  /** @param today calendar date; periods that ended before it are closed @returns how many were missed */
  async close(ctx: Ctx, today: string): Promise<number> {
    let missed = 0;
    for (;;) {
      const closed = await afterRaces(() => this.database.tx(ctx, (tx) => this.closeSome(tx, today)));
      missed += closed;
      if (closed < CHUNK) return missed;
    }
  }

  private async closeSome(tx: TxCtx, today: string): Promise<number> {
    const past = await this.obligations.past(tx, today, CHUNK);
    if (past.length === 0) return 0;
    const changed = await this.obligations.markMissed(
      tx,
      past.map(({ id }) => id),
    );
    // An upload may have met one of them in this instant: rather look again than note a change that did not happen.
    if (changed !== past.length) throw new Overtaken();
    await this.obligations.keepChanges(
      tx,
      past.map(({ id, dueOn }) => ({
        id: newId(tx.at),
        obligationId: id,
        status: 'missed',
        effectiveAt: startOfDay(addDays(dueOn, 1)),
        knownAt: tx.at,
        visitId: null,
      })),
    );
    await this.putFollowersFirst(tx, past, today);
    return past.length;
  }

  /** 上周没见到，先去: the period after a missed one comes first in the lists. */
  private async putFollowersFirst(tx: TxCtx, missed: readonly Obligation[], today: string): Promise<void> {
    const owed = await this.obligations.stillOwed(tx, [...new Set(missed.map(({ elderId }) => elderId))], today);
    const followers = new Map<string, { id: string; periodStart: string }>();
    for (const row of owed) {
      const known = followers.get(row.elderId);
      if (!known || row.periodStart < known.periodStart) followers.set(row.elderId, row);
    }
    const first = missed.flatMap(({ elderId, dueOn }) => {
      const follower = followers.get(elderId);
      return follower && follower.periodStart > dueOn ? [follower.id] : [];
    });
    await this.obligations.putFirst(tx, [...new Set(first)]);
  }
}
