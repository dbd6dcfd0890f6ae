import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import type { VisitView } from '../visiting';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { closedNow, openKeyOf } from './need-state';

/** The matter of an elder whom a visitor did not see; always held from the family. */
export const NO_ANSWER = 'no-answer';

/** 没人开门, and then it was answered: nobody has to go and look any more. */
@Injectable()
export class SeenAfterAll {
  constructor(
    private readonly repository: CareRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /**
   * Running it again changes nothing. What was heard at the door (moved, in hospital) somebody still has to make sure of.
   * @param visit may have been handed in late: one that was over before says nothing
   */
  async settle(tx: TxCtx, { id, elderId, endedAt, visitorId }: VisitView): Promise<void> {
    const need = await this.unreached(tx, elderId);
    if (need && need.seenAt <= endedAt) await this.close(tx, need, visitorId, '后来见到了，探访记录已经交上来', id);
  }

  /** Somebody has said where the elder is. @param at when that was (ms) */
  async heardOf(tx: TxCtx, elderId: string, at: number, by: string, noAnswerId: string): Promise<void> {
    const need = await this.unreached(tx, elderId);
    if (need && need.seenAt <= at) await this.close(tx, need, by, '后来打听到了，另记了一件事核实', noAnswerId);
  }

  /** The open search for somebody of whom nobody knows anything. */
  private async unreached(tx: TxCtx, elderId: string): Promise<Need | null> {
    const need = await this.repository.byOpenKey(tx, openKeyOf(elderId, NO_ANSWER, true));
    return need?.severity === 'urgent' ? need : null;
  }

  private async close(
    tx: TxCtx,
    { id, status, handler }: Need,
    by: string,
    note: string,
    cause: string,
  ): Promise<void> {
    const closed = { ...closedNow(tx, 'done', note), closedBy: by };
    if (!(await this.repository.move(tx, { id, status, handler: handler ?? IsNull() }, closed)))
      throw new Error('Somebody took the need at this moment: the job runs again');
    await this.audit.record(tx, { action: 'need.close', subjectId: id, detail: { outcome: 'done', handler, cause } });
    await this.outbox.emit(tx, 'need.closed', { needId: id });
  }
}
