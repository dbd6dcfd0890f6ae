import { Injectable } from '@nestjs/common';

import { Access, type Action } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { DEFAULT_LIMIT, readCursor, toPage } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { Care } from '../care';
import { Registry, type ElderView, type RelativeView } from '../registry';
import { relationWord } from './audience.service';
import type { PhoneCall, PhoneTask, PhoneTaskReason } from './notification.entities';
import type { CallOutcomeBody, PhoneTaskItem, PhoneTaskList, PhoneTasksQuery } from './notification.dto';
import { PhoneTasksRepository } from './phone-tasks.repository';

const WHY: Record<PhoneTaskReason, string> = {
  'no-account': '家里还没有人绑定微信，请打电话告诉一声',
  'no-first-contact': '名册里没有第一联系人，请打电话告诉这位亲属',
  'no-credit': '对方没有允许微信提醒，请打电话告诉一声',
  'not-delivered': '微信没送到，请打电话告诉一声',
  uncertain: '微信不确定送到没有，请打电话问一声',
};

/** Calls that people make where no message got through. */
@Injectable()
export class PhoneTasks {
  constructor(
    private readonly repository: PhoneTasksRepository,
    private readonly registry: Registry,
    private readonly care: Care,
    private readonly access: Access,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Danger to life first, then the oldest. */
  async list(ctx: Ctx, { status = 'open', after, limit = DEFAULT_LIMIT }: PhoneTasksQuery): Promise<PhoneTaskList> {
    const { communityIds } = this.access.reach(ctx, 'phone-task.list');
    const cursor = after === undefined ? null : parseCursor(after);
    const rows = await this.repository.list(ctx, communityIds, status, cursor, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ lifeDanger, id }) => `${lifeDanger ? 1 : 0}.${id}`,
      (task) => task,
    );
    const elders = await this.registry.views(
      ctx,
      page.items.map(({ elderId }) => elderId),
    );
    const relatives = await this.relativesOf(ctx, [...elders.keys()]);
    const titles = await this.titlesOf(ctx, page.items);
    const toItemOf = (task: PhoneTask) =>
      toItem(task, elders.get(task.elderId), relatives.get(task.relativeId), aboutOf(task, titles));
    return { items: page.items.map(toItemOf), next: page.next };
  }

  private async titlesOf(ctx: Ctx, tasks: readonly PhoneTask[]): Promise<Map<string, string>> {
    const ids = new Set(tasks.flatMap(({ needIds }) => needIds.split(',')));
    return new Map((await this.care.views(ctx, [...ids])).map(({ id, title }) => [id, title]));
  }

  private async relativesOf(ctx: Ctx, elderIds: readonly string[]): Promise<Map<string, RelativeView>> {
    return new Map((await this.registry.relativesOf(ctx, elderIds)).map((relative) => [relative.id, relative]));
  }

  /**
   * The whole number, with the reason written down.
   * @throws Problem `access.not-found`, `phone-task.no-number` when the registry has none
   */
  async reveal(ctx: Ctx, taskId: string, reason: string): Promise<{ phone: string }> {
    const task = await this.load(ctx, 'phone-task.reveal', taskId);
    const phone = await this.registry.relativePhone(ctx, task.relativeId);
    if (phone === null) throw new Problem('phone-task.no-number');
    const { elderId, relativeId } = task;
    await this.database.tx(ctx, (tx) =>
      this.audit.record(tx, {
        action: 'phone-task.reveal',
        subjectId: taskId,
        detail: { elderId, relativeId },
        words: reason,
      }),
    );
    return { phone };
  }

  /** Reached ends the task; no answer keeps it open and counts. @throws Problem `phone-task.state`, `id.taken` */
  async finish(ctx: Ctx, taskId: string, { id, outcome, note }: CallOutcomeBody): Promise<void> {
    await this.load(ctx, 'phone-task.finish', taskId);
    const accountId = ctx.who.accountId!;
    const hash = bodyHash({ taskId, accountId, outcome, note: note ?? null });
    const call = { id, taskId, accountId, outcome, note: note ?? null, bodyHash: hash };
    await this.database.tx(ctx, async (tx) => {
      if (await this.isRepeat(tx, { ...call, at: tx.at })) return;
      const counted =
        outcome === 'reached' ? this.repository.finish(tx, taskId, 'phone') : this.repository.countNoAnswer(tx, taskId);
      if (!(await counted)) throw new Problem('phone-task.state');
      await this.audit.record(tx, { action: 'phone-task.finish', subjectId: taskId, detail: { outcome } });
    });
  }

  /** Writes the call down. @returns true when it is there already @throws Problem `id.taken` */
  private async isRepeat(tx: TxCtx, call: PhoneCall): Promise<boolean> {
    const before = await this.repository.call(tx, call.id);
    const known =
      before ?? ((await this.repository.insertCall(tx, call)) ? null : await this.repository.call(tx, call.id));
    if (known && known.bodyHash !== call.bodyHash) throw new Problem('id.taken');
    return known !== null;
  }

  private async load(ctx: Ctx, action: Action, taskId: string): Promise<PhoneTask> {
    const task = await this.repository.find(ctx, taskId);
    if (!task) throw new Problem('access.not-found');
    this.access.require(ctx, action, { communityId: task.communityId, elderId: task.elderId });
    return task;
  }
}

function aboutOf({ needIds }: PhoneTask, titles: Map<string, string>): string[] {
  return needIds.split(',').flatMap((id) => titles.get(id) ?? []);
}

function toItem(
  task: PhoneTask,
  elder: ElderView | undefined,
  relative: RelativeView | undefined,
  about: string[],
): PhoneTaskItem {
  const { id, elderId, reason, createdAt, status, noAnswers } = task;
  const callee = relative
    ? { name: relative.name, relation: relationWord(relative), phoneMasked: relative.phoneMasked }
    : { name: '', relation: '亲属', phoneMasked: null };
  const why = noAnswers > 0 ? `${WHY[reason]}（${noAnswers} 次没人接）` : WHY[reason];
  const lifeDanger = Boolean(task.lifeDanger);
  return {
    id,
    elderId,
    elderName: elder?.name ?? '',
    callee,
    why,
    about,
    reason,
    lifeDanger,
    createdAt,
    status,
    noAnswers,
  };
}

function parseCursor(after: string): { lifeDanger: boolean; id: string } {
  const [lifeDanger, id] = readCursor(after, /^([01])\.([0-9A-Z]{26})$/);
  return { lifeDanger: lifeDanger === '1', id: id! };
}
