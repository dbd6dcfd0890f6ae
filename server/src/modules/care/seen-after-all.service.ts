import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import type { VisitView } from '../visiting';
import { CareRepository } from './care.repository';
import { closedNow, openKeyOf } from './need-state';

/** The matter of an elder whom a visitor did not see; always held from the family. */
export const NO_ANSWER = 'no-answer';

const NOTE = '后来见到了，探访记录已经交上来';

/** 没人开门, and then somebody saw the elder: nobody has to go and look any more. */
@Injectable()
export class SeenAfterAll {
  constructor(
    private readonly repository: CareRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Running it again changes nothing. @param visit may have been handed in late: one from before says nothing */
  async settle(tx: TxCtx, { id: visitId, elderId, startedAt, visitorId }: VisitView): Promise<void> {
    const need = await this.repository.byOpenKey(tx, openKeyOf(elderId, NO_ANSWER, true));
    if (!need || need.seenAt > startedAt) return;
    const { id, status, handler } = need;
    const closed = { ...closedNow(tx, 'done', NOTE), closedBy: visitorId };
    if (!(await this.repository.move(tx, { id, status, handler: handler ?? IsNull() }, closed)))
      throw new Error('Somebody took the need at this moment: the job runs again');
    await this.audit.record(tx, { action: 'need.close', subjectId: id, detail: { outcome: 'done', handler, visitId } });
    await this.outbox.emit(tx, 'need.closed', { needId: id });
  }
}
