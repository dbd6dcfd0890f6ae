import { Injectable } from '@nestjs/common';

import { Audit } from '../audit';
import type { Ctx, TxCtx } from '../context/context';
import { OutboxJob } from './outbox.entities';

/** Jobs that have failed so often that a person has to look, oldest first. */
export function deadJobs({ em }: Pick<Ctx, 'em'>): Promise<OutboxJob[]> {
  return em.find(OutboxJob, { where: { status: 'dead' }, order: { id: 'ASC' } });
}

/** Has such jobs done again. */
@Injectable()
export class DeadJobs {
  constructor(private readonly audit: Audit) {}

  /** Gives a job its tries back. @returns false when it is not dead: somebody was faster, or it never was */
  async replay(tx: TxCtx, id: string): Promise<boolean> {
    const fresh = { status: 'ready' as const, attempts: 0, runAt: tx.at, leaseUntil: 0, leaseOwner: null };
    const { affected } = await tx.em.update(OutboxJob, { id, status: 'dead' }, fresh);
    if (affected !== 1) return false;
    await this.audit.record(tx, { action: 'job.replay', subjectId: id });
    return true;
  }
}
