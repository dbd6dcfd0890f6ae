import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../context/context';
import { insertRows, newId } from '../database';
import { OutboxJob, type HandlerKind } from './outbox.entities';

/** Domain events and the ids they carry. Nothing but ids: a handler reloads the state it needs. */
export interface Events {
  'reading.decided': { decisionId: string };
  /** The elders of a district are to be assessed anew, those after an id. */
  'reassessment.due': { districtId: string; afterElderId: string };
  /** Somebody has lost a role. */
  'membership.revoked': { accountId: string };
  'elder.registered': { elderId: string };
  'elder.changed': { elderId: string };
  'elder.reopened': { elderId: string };
  'kinship.confirmed': { kinshipId: string };
  'objection.sent': { objectionId: string };
  'objection.closed': { objectionId: string };
  'visit.recorded': { visitId: string };
  'sheet.recorded': { sheetId: string };
  'emergency.recorded': { emergencyId: string };
  'no-answer.recorded': { noAnswerId: string };
  'no-answer.raised': { noAnswerId: string };
  /** The elder's record has ended; it is looked at again if that is taken back. */
  'finding.set-aside': { elderId: string };
  'need.raised': { needId: string };
  'need.evidenced': { needId: string; visitId: string };
  'need.escalated': { needId: string };
  'need.answered': { needId: string; answerId: string };
  'need.closed': { needId: string };
  /** The end of the elder's record had closed it, and was taken back. */
  'need.restored': { needId: string };
  /** The elder lives where others have to see to it. */
  'need.moved': { needId: string };
  'notice.created': { noticeId: string };
  'phone-task.opened': { taskId: string };
  'wechat.message-reported': { pushId: string };
  'wechat.subscription-answered': { pushId: string };
  'wechat.authorization-withdrawn': { pushId: string };
  'wechat.user-left': { pushId: string };
}

export type EventName = keyof Events;

interface Base {
  /** Unique and stable: it is stored with waiting jobs. `module.what-it-does`. */
  name: string;
}

/** The usual kind: its effect and the end of the job commit together, so the effect happens exactly once. */
export interface TransactionalHandler<E extends EventName> extends Base {
  kind: 'transactional';
  run(ctx: TxCtx, payload: Events[E]): Promise<void>;
}

/** For handlers that call the network: run at least once, outside a transaction, idempotent by their own means. */
export interface ExternalHandler<E extends EventName> extends Base {
  kind: 'external';
  run(ctx: Ctx, payload: Events[E]): Promise<void>;
}

export type Handler<E extends EventName = EventName> = TransactionalHandler<E> | ExternalHandler<E>;

/** Events as rows of the transaction that caused them, one for each handler. */
@Injectable()
export class Outbox {
  private readonly handlers = new Map<EventName, Handler[]>();
  private readonly byName = new Map<string, Handler>();
  private wake: (kind: HandlerKind) => void = () => undefined;

  /** Called by modules while they start. */
  on<E extends EventName>(event: E, handler: Handler<E>): void {
    if (this.byName.has(handler.name)) throw new Error(`Two handlers are called ${handler.name}`);
    const known = handler as unknown as Handler;
    this.byName.set(handler.name, known);
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), known]);
  }

  handlerNamed(name: string): Handler | undefined {
    return this.byName.get(name);
  }

  /** Called by the workers to hear of new jobs, and of what kind, at once. */
  onNewJobs(wake: (kind: HandlerKind) => void): void {
    this.wake = wake;
  }

  /** @param runAt instant (ms) before which the handlers must not run; at once when omitted */
  async emit<E extends EventName>(ctx: TxCtx, event: E, payload: Events[E], runAt = ctx.at): Promise<void> {
    const handlers = this.handlers.get(event) ?? [];
    if (handlers.length === 0) return;
    const jobs = handlers.map(({ name, kind }) => ({
      id: newId(ctx.at),
      event,
      handler: name,
      kind,
      payload: JSON.stringify(payload),
      status: 'ready' as const,
      attempts: 0,
      runAt,
      leaseUntil: 0,
      leaseOwner: null,
      error: null,
      createdAt: ctx.at,
    }));
    await insertRows(ctx.em, OutboxJob, jobs);
    ctx.afterCommit(() => jobs.forEach(({ kind }) => this.wake(kind)));
  }
}
