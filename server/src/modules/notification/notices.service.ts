import { Injectable } from '@nestjs/common';

import { newId } from '../../platform/database';
import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Registry } from '../registry';
import type { Notice, PhoneTaskReason } from './notification.entities';
import { NoticesRepository } from './notices.repository';
import { PhoneTasksRepository } from './phone-tasks.repository';
import { earliestDelivery } from './quiet-hours';

export type NewNotice = Pick<
  Notice,
  | 'eventKey'
  | 'accountId'
  | 'audience'
  | 'relativeId'
  | 'elderId'
  | 'communityId'
  | 'visitId'
  | 'needIds'
  | 'lifeDanger'
  | 'title'
  | 'lines'
  | 'page'
  | 'template'
  | 'data'
>;

export interface NewPhoneTask {
  sourceKey: string;
  noticeId: string | null;
  elderId: string;
  communityId: string;
  visitId: string;
  relativeId: string;
  needIds: string;
  accountId: string | null;
  lifeDanger: boolean;
  reason: PhoneTaskReason;
}

/** Makes notices and phone tasks, each once. */
@Injectable()
export class Notices {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly tasks: PhoneTasksRepository,
    private readonly outbox: Outbox,
    private readonly registry: Registry,
    private readonly audit: Audit,
  ) {}

  /** Puts it into the inbox, and on its way to WeChat when it has a template. The same event twice is told once. */
  async tell(tx: TxCtx, news: NewNotice): Promise<void> {
    const goesOut = news.template !== null;
    const dueAt = goesOut ? earliestDelivery(tx.at, news.lifeDanger) : tx.at;
    const state = goesOut ? ('waiting' as const) : ('inbox' as const);
    const times = { stateAt: tx.at, dueAt, settleAt: null, createdAt: tx.at, readAt: null };
    const notice: Notice = { id: newId(tx.at), ...news, state, ...times };
    if (!(await this.notices.insert(tx, notice))) return;
    const { id: subjectId, eventKey, accountId, audience } = notice;
    await this.audit.record(tx, { action: 'notice.create', subjectId, detail: { eventKey, accountId, audience } });
    if (goesOut) await this.outbox.emit(tx, 'notice.created', { noticeId: notice.id }, dueAt);
  }

  /** Asks the community to phone, once for each source. */
  async askToPhone(tx: TxCtx, wanted: NewPhoneTask): Promise<void> {
    const fresh = { status: 'open' as const, closedBy: null, noAnswers: 0, createdAt: tx.at, doneAt: null };
    const task = { id: newId(tx.at), ...wanted, ...fresh };
    if (!(await this.tasks.insert(tx, task))) return;
    const { reason, elderId, relativeId } = wanted;
    await this.audit.record(tx, {
      action: 'phone-task.create',
      subjectId: task.id,
      detail: { reason, elderId, relativeId },
    });
    await this.outbox.emit(tx, 'phone-task.opened', { taskId: task.id });
  }

  /** The message of this notice did not get through. Whoever has read it in the app need not be phoned. */
  async phoneInstead(tx: TxCtx, notice: Notice, reason: PhoneTaskReason): Promise<void> {
    const { id, elderId, communityId, visitId, relativeId, needIds, accountId, lifeDanger } = notice;
    // That something is settled is worth a message, not a call.
    if (notice.readAt !== null || relativeId === null || notice.template === 'needClosed') return;
    // What no visit caused stays in the inbox.
    if (visitId === null) return;
    // After a death a named person tells the family: nobody is sent to the phone with something else.
    if ((await this.registry.get(tx, elderId)).endedOn !== null) return;
    const about = { elderId, communityId, visitId, relativeId, needIds, accountId, lifeDanger: Boolean(lifeDanger) };
    await this.askToPhone(tx, { sourceKey: `notice:${id}`, noticeId: id, ...about, reason });
  }
}
