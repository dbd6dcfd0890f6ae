import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Care } from '../care';
import type { PhoneTask } from './notification.entities';
import { PhoneTasksRepository } from './phone-tasks.repository';

/** Keeps the list of calls free of what need not be said, or not twice. */
@Injectable()
export class CallList implements OnModuleInit {
  constructor(
    private readonly tasks: PhoneTasksRepository,
    private readonly care: Care,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** After the commit of each new call: of two that are opened at the same moment, the later one sees the other. */
  onModuleInit(): void {
    this.outbox.on('phone-task.opened', {
      kind: 'transactional',
      name: 'notification.tidy-calls',
      run: (tx, { taskId }) => this.tidy(tx, taskId),
    });
  }

  /** Doing it again changes nothing. */
  async tidy(tx: TxCtx, taskId: string): Promise<void> {
    const opened = await this.tasks.find(tx, taskId);
    if (!opened) return;
    await this.endPointless(tx, opened.elderId);
    const open = await this.tasks.openOf(tx, opened.elderId);
    await this.merge(
      tx,
      open.filter(({ relativeId }) => relativeId === opened.relativeId),
    );
  }

  /** Calls about nothing but what is closed by now; that it was closed is told anew, by a notice of its own. */
  async endPointless(tx: TxCtx, elderId: string): Promise<void> {
    for (const task of await this.tasks.openOf(tx, elderId)) {
      const needs = await this.care.views(tx, needsOf(task));
      if (needs.every(({ status }) => status === 'closed')) await this.tasks.finish(tx, task.id, 'settled');
    }
  }

  /**
   * Each thing is said in the newest call to this person alone, whose message tells the latest of it; an older call goes on
   * about the rest, or ends when nothing is left. @param calls open ones to one person, oldest first
   */
  private async merge(tx: TxCtx, calls: readonly PhoneTask[]): Promise<void> {
    const newest = calls.at(-1);
    if (!newest) return;
    const said = new Set(needsOf(newest));
    for (const call of calls.slice(0, -1).reverse()) {
      const rest = needsOf(call).filter((needId) => !said.has(needId));
      if (rest.length === 0) await this.mergeInto(tx, newest, call);
      else if (rest.length < needsOf(call).length) await this.tasks.narrow(tx, call, rest.join(','));
      for (const needId of rest) said.add(needId);
    }
  }

  private async mergeInto(tx: TxCtx, newest: PhoneTask, older: PhoneTask): Promise<void> {
    if (!(await this.tasks.finish(tx, older.id, 'merged'))) return;
    await this.tasks.takeOver(tx, newest.id, older);
    await this.audit.record(tx, { action: 'phone-task.merge', subjectId: older.id, detail: { into: newest.id } });
  }
}

export function needsOf({ needIds }: Pick<PhoneTask, 'needIds'>): string[] {
  return needIds.split(',');
}
