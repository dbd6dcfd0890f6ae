import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Divisions } from '../divisions';
import { Registry, type ElderView } from '../registry';
import { Visiting } from '../visiting';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { closedNow } from './need-state';
import { NextVisitNote } from './next-visit-note.service';
import { Reopening } from './reopening.service';
import { NO_ANSWER, SeenAfterAll } from './seen-after-all.service';
import { TakingUp } from './taking-up.service';

/** Neutral: whoever reads it may be in mourning. */
const NOTE = '老人的登记已经结束，这件事不再办';

/**
 * Needs go with the elder: when they move, the new community is the one that acts, and is told; when the record has ended, nobody is
 * asked any more to mend a hose in an empty home. Nothing is said to the family: of a death a person tells them. What is
 * kept from the family (suspected abuse or neglect) stays open, for a person has to look at it, now more than ever; but nobody
 * goes on looking for somebody whose record has ended. An end that is taken back gives back what it closed,
 * and what was told meanwhile is raised.
 */
@Injectable()
export class FollowElder implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly note: NextVisitNote,
    private readonly reopening: Reopening,
    private readonly takingUp: TakingUp,
    private readonly seenAfterAll: SeenAfterAll,
    private readonly registry: Registry,
    private readonly divisions: Divisions,
    private readonly visiting: Visiting,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.outbox.on('elder.changed', {
      kind: 'transactional',
      name: 'care.follow-elder',
      run: async (tx, { elderId }) => {
        const elder = await this.registry.get(tx, elderId);
        await this.move(tx, elder);
        if (elder.endedOn !== null) await this.closeAll(tx, elderId);
      },
    });
    this.outbox.on('elder.reopened', {
      kind: 'transactional',
      name: 'care.restore-needs',
      run: (tx, { elderId }) => this.restore(tx, elderId),
    });
  }

  /** What those who had it cannot see any more, whoever lives nearest now has to know. Doing it again changes nothing. */
  private async move(tx: TxCtx, elder: ElderView): Promise<void> {
    const open = await this.repository.ofElder(tx, elder.id, ['open', 'acknowledged']);
    const leftBehind = open.filter((need) => this.isLeftBehind(need, elder.communityId));
    for (const need of leftBehind) await this.reopening.reopen(tx, need, elder, 'need.moved');
    await this.repository.moveHome(tx, elder.id, elder.communityId);
  }

  /** What the family has taken stays theirs wherever the elder lives; the street's stays with the same street. */
  private isLeftBehind({ communityId, handler, level }: Need, to: string): boolean {
    if (communityId === to || handler === 'family') return false;
    const office = handler ?? level;
    if (office === 'first-contact' || office === 'community') return true;
    return this.divisions.ancestor(communityId, office)?.id !== this.divisions.ancestor(to, office)?.id;
  }

  /** Doing it again changes nothing. */
  private async restore(tx: TxCtx, elderId: string): Promise<void> {
    const elder = await this.registry.get(tx, elderId);
    if (elder.endedOn !== null) return;
    const lost = await this.repository.closedWithRecord(tx, elderId);
    for (const need of lost) await this.reopening.reopen(tx, need, elder, 'need.restored');
    await this.takingUp.takeUp(tx, elderId);
    // A record of that time may have come while nobody was looked for.
    const [latest] = await this.visiting.ofElder(tx, elderId, { limit: 1 });
    if (latest) await this.seenAfterAll.settle(tx, latest);
    if (lost.length > 0) await this.note.refresh(tx, elderId);
  }

  /** Doing it again changes nothing. */
  private async closeAll(tx: TxCtx, elderId: string): Promise<void> {
    const open = await this.repository.ofElder(tx, elderId, ['open', 'acknowledged']);
    const moot = open.filter(({ heldFromFamily, matter }) => !heldFromFamily || matter === NO_ANSWER);
    for (const need of moot) await this.close(tx, need);
    if (moot.length > 0) await this.note.refresh(tx, elderId);
  }

  private async close(tx: TxCtx, { id, status, handler }: Need): Promise<void> {
    const as = { id, status, handler: handler ?? IsNull() };
    if (!(await this.repository.move(tx, as, closedNow(tx, 'not-needed', NOTE)))) return;
    const detail = { outcome: 'not-needed', handler, because: 'record-ended' };
    await this.audit.record(tx, { action: 'need.close', subjectId: id, detail });
  }
}
