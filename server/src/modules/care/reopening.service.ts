import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Registry, type ElderView } from '../registry';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { farther } from './levels';
import { openKeyOf, UNTAKEN, UNCLOSED } from './need-state';
import { Referrals } from './referrals.service';

/** Gives a need back to those whose it is, as if it had just been found: nobody has taken it, and the clocks start now. */
@Injectable()
export class Reopening {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
    private readonly registry: Registry,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @param elder as they are now @throws Error when somebody acted on the need meanwhile: the job runs again */
  async reopen(tx: TxCtx, need: Need, elder: ElderView, event: 'need.moved' | 'need.restored'): Promise<void> {
    const { id, status, handler, matter } = need;
    const rules = await this.registry.policyCase(tx, elder.id, calendarDate(tx.at));
    const deadlines = await this.referrals.deadlines(tx, rules, need, tx.at);
    const changes: Partial<Need> = {
      ...UNTAKEN,
      ...UNCLOSED,
      openKey: openKeyOf(elder.id, matter, Boolean(need.heldFromFamily)),
      communityId: elder.communityId,
      level: need.level === 'first-contact' ? need.level : farther(need.ownerKind, 'community'),
      // A family that was at it is asked anew.
      familyWish: handler === 'family' ? null : need.familyWish,
      ...deadlines,
      risesAt: deadlines.acknowledgeBy,
    };
    if (!(await this.repository.move(tx, { id, status, handler: handler ?? IsNull() }, changes)))
      throw new Error('Somebody acted on the need at this moment: the job runs again');
    await this.audit.record(tx, { action: 'need.reopen', subjectId: id, detail: { because: event } });
    await this.outbox.emit(tx, event, { needId: id });
  }
}
