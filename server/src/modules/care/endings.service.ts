import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Registry } from '../registry';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { NextVisitNote } from './next-visit-note.service';

/** Neutral: whoever reads it may be in mourning. */
const NOTE = '老人的登记已经结束，这件事不再办';

/**
 * When an elder's record has ended, nobody is asked any more to mend a hose in an empty home. Nothing is said to the
 * family: of a death a person tells them. What is kept from the family (suspected abuse or neglect) stays open, for a
 * person has to look at it, now more than ever.
 */
@Injectable()
export class Endings implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly note: NextVisitNote,
    private readonly registry: Registry,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.outbox.on('elder.changed', {
      kind: 'transactional',
      name: 'care.end-with-record',
      run: async (tx, { elderId }) => {
        if ((await this.registry.get(tx, elderId)).endedOn !== null) await this.closeAll(tx, elderId);
      },
    });
  }

  /** Doing it again changes nothing. */
  private async closeAll(tx: TxCtx, elderId: string): Promise<void> {
    const open = await this.repository.ofElder(tx, elderId, ['open', 'acknowledged']);
    const moot = open.filter(({ heldFromFamily }) => !heldFromFamily);
    for (const need of moot) await this.close(tx, need);
    if (moot.length > 0) await this.note.refresh(tx, elderId);
  }

  private async close(tx: TxCtx, { id, status, handler }: Need): Promise<void> {
    const closed = { status: 'closed', openKey: null, risesAt: null, closedAt: tx.at, closedBy: null } as const;
    const changes: Partial<Need> = { ...closed, outcome: 'not-needed', note: NOTE };
    if (!(await this.repository.move(tx, { id, status, handler: handler ?? IsNull() }, changes))) return;
    const detail = { outcome: 'not-needed', handler, because: 'record-ended' };
    await this.audit.record(tx, { action: 'need.close', subjectId: id, detail });
  }
}
