import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import { calendarDate, startOfDay } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { newId, Overtaken } from '../../platform/database';
import { isPaused, RANK_AFTER_MISSED, RANK_USUAL, type Obligation } from './obligations.entities';
import { ObligationsRepository } from './obligations.repository';
import type { PauseEnding, VisitPause } from './pauses.entities';
import { PausesRepository } from './pauses.repository';
import { belies, excuses } from './pausing';
import { NO_PAUSE, VisitedEldersRepository } from './visited-elders.repository';
import type { Visit } from './visits.entities';

/** What 暂时不用去 does to what is owed. */
@Injectable()
export class Pauses {
  constructor(
    private readonly repository: PausesRepository,
    private readonly obligations: ObligationsRepository,
    private readonly elders: VisitedEldersRepository,
    private readonly audit: Audit,
  ) {}

  /** Something was planned for these elders: a pause that runs reaches it as well. */
  async reach(tx: TxCtx, elderIds: readonly string[]): Promise<void> {
    const today = calendarDate(tx.at);
    const running = await this.repository.endingFrom(tx, elderIds, today);
    for (const { elderId } of running) await this.settle(tx, elderId, today);
  }

  /**
   * Excuses what the elder's pauses excuse, and owes again what they excused and no longer do. Running it again changes
   * nothing.
   * @param since calendar date; what ended before it stays as it is
   * @throws Overtaken when a visit came in at this moment
   */
  async settle(tx: TxCtx, elderId: string, since: string): Promise<void> {
    const pauses = await this.repository.endingFrom(tx, [elderId], since);
    const rows = await this.obligations.unvisitedFrom(tx, elderId, since);
    for (const row of rows) {
      const pause = pauses.find((each) => excuses(each, { start: row.periodStart, end: row.dueOn }));
      if (pause && !isPaused(row)) await this.excuse(tx, row, pause, followerOf(row, rows));
      if (!pause && isPaused(row)) await this.oweAgain(tx, row, followerOf(row, rows));
    }
  }

  /** A visit came in: where it belies the elder's pause, the community is to ask. The pause runs on until somebody says more. */
  async heed(tx: TxCtx, visit: Pick<Visit, 'elderId' | 'mode' | 'startedAt'>): Promise<void> {
    const pause = await this.repository.open(tx, visit.elderId);
    if (pause && belies(visit, pause)) await this.elders.noteSeen(tx, visit.elderId, calendarDate(visit.startedAt));
  }

  /** Ends a pause on a day and owes again what it no longer excuses. @param on calendar date */
  async end(tx: TxCtx, pause: VisitPause, how: PauseEnding, on: string): Promise<void> {
    const { id, elderId, from, backOn } = pause;
    const day = [from, [on, backOn].sort()[0]!].sort()[1]!;
    const ended = { endedHow: how, endedBy: tx.who.accountId, endedAt: tx.at };
    if (!(await this.repository.change(tx, pause, { ...ended, backOn: day, openKey: null }))) throw new Overtaken();
    await this.elders.update(tx, elderId, NO_PAUSE);
    await this.settle(tx, elderId, from);
    const detail = { pauseId: id, how, backOn: day, expected: backOn };
    await this.audit.record(tx, { action: 'pause.end', subjectId: elderId, detail });
  }

  /** The record has ended: what is excused from that day on, is for another reason. A reopened record owes visits at once. */
  async endWithRecord(tx: TxCtx, elderId: string, on: string): Promise<void> {
    const open = await this.repository.open(tx, elderId);
    if (!open) return;
    if (on < open.backOn) await this.end(tx, open, 'record-ended', on);
    else await this.elders.update(tx, elderId, NO_PAUSE);
  }

  private async excuse(tx: TxCtx, row: Obligation, { reason, from }: VisitPause, follower?: Obligation): Promise<void> {
    if ((await this.obligations.excuse(tx, [row.id], reason)) !== 1) throw new Overtaken();
    await this.note(tx, row.id, 'excused', startOfDay(from > row.periodStart ? from : row.periodStart));
    if (row.status === 'missed' && follower) await this.obligations.rank(tx, follower.id, RANK_USUAL);
  }

  private async oweAgain(tx: TxCtx, { id, dueOn }: Obligation, follower?: Obligation): Promise<void> {
    const status = dueOn < calendarDate(tx.at) ? 'missed' : 'owed';
    if (!(await this.obligations.takeBackExcuse(tx, id, status))) throw new Overtaken();
    await this.note(tx, id, status, tx.at);
    if (status === 'missed' && follower) await this.obligations.rank(tx, follower.id, RANK_AFTER_MISSED);
  }

  private note(
    tx: TxCtx,
    obligationId: string,
    status: 'excused' | 'owed' | 'missed',
    effectiveAt: number,
  ): Promise<void> {
    const change = { id: newId(tx.at), obligationId, status, effectiveAt, knownAt: tx.at, visitId: null };
    return this.obligations.keepChanges(tx, [change]);
  }
}

/** The period right behind, which stands first in the lists when this one was missed. */
function followerOf(row: Obligation, rows: readonly Obligation[]): Obligation | undefined {
  const next = rows.find(({ periodStart }) => periodStart > row.dueOn);
  return next?.every === row.every ? next : undefined;
}
