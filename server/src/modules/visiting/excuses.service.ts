import { Injectable } from '@nestjs/common';

import { startOfDay } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { newId, Overtaken } from '../../platform/database';
import type { ExcusedFor } from './obligations.entities';
import { ObligationsRepository } from './obligations.repository';

/** Why a record ends. */
const ENDINGS = ['deceased', 'moved', 'mistake'] as const satisfies readonly ExcusedFor[];

/** Excused visits leave both numbers of a rate; the reason stays and is counted apart. */
@Injectable()
export class Excuses {
  constructor(private readonly obligations: ObligationsRepository) {}

  /**
   * Nobody has to come from a day on: also what was already counted as missed since, for a death or a move may become
   * known late.
   * @param from calendar date
   */
  async after(tx: TxCtx, elderId: string, from: string, excuse: ExcusedFor): Promise<void> {
    const unmet = await this.obligations.unmetFrom(tx, elderId, from);
    if (unmet.length === 0) return;
    const excused = await this.obligations.excuse(
      tx,
      unmet.map(({ id }) => id),
      excuse,
    );
    if (excused !== unmet.length) throw new Overtaken();
    const change = { status: 'excused' as const, effectiveAt: startOfDay(from), knownAt: tx.at, visitId: null };
    await this.obligations.keepChanges(
      tx,
      unmet.map(({ id }) => ({ ...change, id: newId(tx.at), obligationId: id })),
    );
  }

  /**
   * The record runs again: what was excused because it had ended is owed after all, or was missed.
   * @param on calendar date
   */
  async lift(tx: TxCtx, elderId: string, on: string): Promise<void> {
    const excused = await this.obligations.excusedFor(tx, elderId, ENDINGS);
    for (const { id: obligationId, dueOn } of excused) {
      const status = dueOn < on ? ('missed' as const) : ('owed' as const);
      await this.obligations.takeBackExcuse(tx, obligationId, status);
      const times = { effectiveAt: tx.at, knownAt: tx.at };
      await this.obligations.keepChanges(tx, [{ id: newId(tx.at), obligationId, status, ...times, visitId: null }]);
    }
  }
}
