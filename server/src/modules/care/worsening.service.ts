import { Injectable } from '@nestjs/common';
import type { Finding } from '@tanfang/shared';
import { IsNull } from 'typeorm';

import type { TxCtx } from '../../platform/context/context';
import type { PolicyCase } from '../registry';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { farther, levelAbove } from './levels';
import { UNTAKEN } from './need-state';
import { firstLevel, Referrals, type Deadlines } from './referrals.service';

interface Worse {
  finding: Finding;
  /** Of the day on which it was seen. */
  rules: PolicyCase;
  /** When it became known (ms): the new clocks start then. */
  knownAt: number;
}

/**
 * A need that is open or taken has become more pressing, or life is in danger once more. The clocks of what was seen start,
 * and none that somebody above waits for is pushed back. Whatever office had taken the milder thing has not taken this one;
 * what the family took stays theirs until the day it is to be done, but for a danger to life: that is whose the plan says.
 */
@Injectable()
export class Worsening {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
  ) {}

  /** @throws Error when somebody acted on the need meanwhile: the job runs again */
  async worsen(tx: TxCtx, need: Need, { finding, rules, knownAt }: Worse): Promise<void> {
    const { severity, title, plain, advice, needType } = finding;
    const fresh = await this.referrals.deadlines(tx, rules, finding, knownAt);
    const whose = severity === 'life-danger' ? await this.givenAnew(tx, need, finding, rules) : {};
    const stays = need.handler === 'family' && severity !== 'life-danger';
    const clocks = stays ? familysClocks(need, fresh) : officesClocks({ ...need, ...whose }, fresh, severity);
    const changes = { severity, title, plain, needType, advice: [...advice], ...whose, ...clocks };
    const as = { id: need.id, status: need.status, handler: need.handler ?? IsNull() };
    if (!(await this.repository.move(tx, as, { ...changes, acknowledgeWithin: fresh.acknowledgeWithin })))
      throw new Error('Somebody took or closed the need while it became more pressing: the job runs again');
  }

  /** Whose a danger to life is, whatever the family had said of the milder thing; how far it has gone up it stays. */
  private async givenAnew(tx: TxCtx, need: Need, finding: Finding, rules: PolicyCase): Promise<Partial<Need>> {
    const decided = await this.referrals.decide(tx, need.elderId, finding, rules);
    const { ownerKind, firstContactMissing, inform, because } = decided;
    return {
      ...{ ownerKind, firstContactMissing, inform: inform.join(','), because: JSON.stringify(because) },
      level: farther(need.level, firstLevel(ownerKind)),
      familyWish: null,
    };
  }
}

function familysClocks(need: Need, fresh: Deadlines): Partial<Need> {
  const closeBy = Math.min(need.closeBy, fresh.closeBy);
  return {
    ...{ acknowledgeBy: fresh.acknowledgeBy, closeBy },
    risesAt: Math.min(need.risesAt ?? closeBy, fresh.closeBy),
  };
}

function officesClocks(need: Need, fresh: Deadlines, severity: Finding['severity']): Partial<Need> {
  const waitedFor = need.status === 'open' && need.risesAt !== null;
  const acknowledgeBy = waitedFor ? Math.min(need.acknowledgeBy, fresh.acknowledgeBy) : fresh.acknowledgeBy;
  // The end of a further danger is not to be written before that of the first.
  const closeBy = severity === need.severity ? fresh.closeBy : Math.min(need.closeBy, fresh.closeBy);
  return { ...UNTAKEN, acknowledgeBy, closeBy, risesAt: levelAbove(need.level) && acknowledgeBy };
}
