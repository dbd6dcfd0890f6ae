import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OBJECTION_OUTCOMES } from '@tanfang/shared';

import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Objections, Registry } from '../registry';
import { Audience } from './audience.service';
import { Notices, type NewNotice } from './notices.service';

/** What every notice about an objection has in common: no visit caused it, and it stays in the inbox. */
const INBOX_ONLY = { visitId: null, needIds: '', lifeDanger: false, template: null, data: null } as const;

/** 「不对，告诉社区」 reaches the community's inbox, and what came of it the relative's. */
@Injectable()
export class ObjectionNews implements OnModuleInit {
  constructor(
    private readonly objections: Objections,
    private readonly registry: Registry,
    private readonly audience: Audience,
    private readonly notices: Notices,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('objection.sent', {
      kind: 'transactional',
      name: 'notification.tell-objection-sent',
      run: (tx, { objectionId }) => this.sent(tx, objectionId),
    });
    this.outbox.on('objection.closed', {
      kind: 'transactional',
      name: 'notification.tell-objection-closed',
      run: (tx, { objectionId }) => this.closed(tx, objectionId),
    });
  }

  private async sent(tx: TxCtx, objectionId: string): Promise<void> {
    const { elderId, accountId: sender, status } = await this.objections.get(tx, objectionId);
    if (status !== 'open') return;
    const elder = await this.registry.get(tx, elderId);
    const relativeId = await this.audience.relativeIdOf(tx, elderId, sender);
    const who = await this.audience.relativeWord(tx, elderId, relativeId);
    for (const { accountId } of await this.audience.officers(tx, elder, ['community'])) {
      await this.notices.tell(tx, {
        ...this.envelope('objection.sent', objectionId, elder),
        ...{ accountId, audience: 'officer', relativeId: null },
        title: `${elder.name}家：${who}说有地方不对`,
        lines: ['请看一看，核实后回一句'],
        page: 'officer/objections/index',
      });
    }
  }

  /** To whoever said it, while they are a relative; after a death nothing goes out by itself. */
  private async closed(tx: TxCtx, objectionId: string): Promise<void> {
    const { elderId, accountId, outcome, answer } = await this.objections.get(tx, objectionId);
    const elder = await this.registry.get(tx, elderId);
    const relativeId = await this.audience.relativeIdOf(tx, elderId, accountId);
    if (relativeId === undefined || elder.endedOn !== null) return;
    const relatives = await this.registry.relatives(tx, elderId);
    const callName = relatives.find(({ id }) => id === relativeId)?.callsElder ?? elder.callName;
    await this.notices.tell(tx, {
      ...this.envelope('objection.closed', objectionId, elder),
      ...{ accountId, audience: 'family', relativeId },
      title: `您说的${callName}的情况，社区看过了`,
      lines: [OBJECTION_OUTCOMES[outcome ?? 'kept'], ...(answer ? [answer] : [])],
      page: `family/why/index?elderId=${elderId}`,
    });
  }

  private envelope(event: string, objectionId: string, elder: { id: string; communityId: string }) {
    const about = { eventKey: `${event}:${objectionId}`, elderId: elder.id, communityId: elder.communityId };
    return { ...about, ...INBOX_ONLY } satisfies Partial<NewNotice>;
  }
}
