import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CORRECTION_OUTCOMES } from '@tanfang/shared';

import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Corrections, Registry } from '../registry';
import { Audience } from './audience.service';
import { Notices, type NewNotice } from './notices.service';

/** What every notice about a correction has in common: no visit caused it, and it stays in the inbox. */
const INBOX_ONLY = { visitId: null, needIds: '', lifeDanger: false, template: null, data: null } as const;

/** 「不对，告诉社区」 reaches the community's inbox, and what came of it the relative's. */
@Injectable()
export class CorrectionNews implements OnModuleInit {
  constructor(
    private readonly corrections: Corrections,
    private readonly registry: Registry,
    private readonly audience: Audience,
    private readonly notices: Notices,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('correction.sent', {
      kind: 'transactional',
      name: 'notification.tell-correction-sent',
      run: (tx, { correctionId }) => this.sent(tx, correctionId),
    });
    this.outbox.on('correction.closed', {
      kind: 'transactional',
      name: 'notification.tell-correction-closed',
      run: (tx, { correctionId }) => this.closed(tx, correctionId),
    });
  }

  private async sent(tx: TxCtx, correctionId: string): Promise<void> {
    const { elderId, accountId: sender, status } = await this.corrections.get(tx, correctionId);
    if (status !== 'open') return;
    const elder = await this.registry.get(tx, elderId);
    const relativeId = await this.audience.relativeIdOf(tx, elderId, sender);
    const who = await this.audience.relativeWord(tx, elderId, relativeId);
    const nearest = await this.audience.officers(tx, elder, ['community']);
    const officers = nearest.length > 0 ? nearest : await this.audience.officers(tx, elder, ['street']);
    for (const accountId of officers) {
      await this.notices.tell(tx, {
        ...this.envelope('correction.sent', correctionId, elder),
        ...{ accountId, audience: 'officer', relativeId: null },
        title: `${elder.name}家：${who}说有地方不对`,
        lines: ['请看一看，核实后回一句'],
        page: 'officer/corrections/index',
      });
    }
  }

  /** To whoever said it, while they are a relative; after a death nothing goes out by itself. */
  private async closed(tx: TxCtx, correctionId: string): Promise<void> {
    const { elderId, accountId, outcome, answer } = await this.corrections.get(tx, correctionId);
    const elder = await this.registry.get(tx, elderId);
    const relativeId = await this.audience.relativeIdOf(tx, elderId, accountId);
    if (relativeId === undefined || elder.endedOn !== null) return;
    const relatives = await this.registry.relatives(tx, elderId);
    const callName = relatives.find(({ id }) => id === relativeId)?.callsElder ?? elder.callName;
    await this.notices.tell(tx, {
      ...this.envelope('correction.closed', correctionId, elder),
      ...{ accountId, audience: 'family', relativeId },
      title: `您说的${callName}的情况，社区看过了`,
      lines: [CORRECTION_OUTCOMES[outcome ?? 'kept'], ...(answer ? [answer] : [])],
      page: `family/why/index?elderId=${elderId}`,
    });
  }

  private envelope(event: string, correctionId: string, elder: { id: string; communityId: string }) {
    const about = { eventKey: `${event}:${correctionId}`, elderId: elder.id, communityId: elder.communityId };
    return { ...about, ...INBOX_ONLY } satisfies Partial<NewNotice>;
  }
}
