import { Injectable } from '@nestjs/common';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { DEFAULT_LIMIT, toPage } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { Registry, type RelativeView } from '../registry';
import { Visiting } from '../visiting';
import { relationWord } from './audience.service';
import type { Notice, PhoneTask } from './notification.entities';
import type { NoticeItem, NoticeList, NoticesQuery, ToldItem, ToldState } from './notification.dto';
import { NoticesRepository } from './notices.repository';
import { PhoneTasksRepository } from './phone-tasks.repository';

/** What a person was told, and for the visitor: who was told of what they found. */
@Injectable()
export class Inbox {
  constructor(
    private readonly notices: NoticesRepository,
    private readonly tasks: PhoneTasksRepository,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly access: Access,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  async list(ctx: Ctx, { visitId, after, limit = DEFAULT_LIMIT }: NoticesQuery): Promise<NoticeList> {
    if (visitId !== undefined) return { items: await this.told(ctx, visitId), next: null };
    const { communityIds } = this.access.reach(ctx, 'need.read');
    const reach = { kin: ctx.who.kin, family: ctx.who.everKin, communityIds };
    const rows = await this.notices.inbox(ctx, ctx.who.accountId!, reach, after, limit + 1);
    return toPage(rows, limit, ({ id }) => id, toItem);
  }

  /**
   * Relatives who were told of what a visit found, by name and relation only. Of what is kept from the family there is
   * nothing to see here: nobody of them was told.
   * @throws Problem `access.not-found` for anybody but the visitor
   */
  private async told(ctx: Ctx, visitId: string): Promise<ToldItem[]> {
    const visit = await this.visiting.get(ctx, visitId);
    if (visit.visitorId !== ctx.who.accountId) throw new Problem('access.not-found');
    const relatives = await this.registry.relatives(ctx, visit.elderId);
    const tasks = await this.tasks.ofVisit(ctx, visitId);
    const notices = await this.notices.familyOfVisit(ctx, visitId);
    const states = new Map<string, ToldState>();
    for (const { relativeId } of tasks) states.set(relativeId, 'phone-task');
    for (const notice of notices) {
      if (notice.relativeId === null) continue;
      states.set(
        notice.relativeId,
        toldState(
          notice,
          tasks.find(({ noticeId }) => noticeId === notice.id),
        ),
      );
    }
    return relatives.filter(({ id }) => states.has(id)).map((relative) => toTold(relative, states.get(relative.id)!));
  }

  /** Reading it in the app is being reached: nobody has to phone any more. @throws Problem `access.not-found` */
  async markRead(ctx: Ctx, noticeId: string): Promise<void> {
    const notice = await this.notices.find(ctx, noticeId);
    if (!notice || notice.accountId !== ctx.who.accountId) throw new Problem('access.not-found');
    if (notice.readAt !== null) return;
    await this.database.tx(ctx, async (tx) => {
      await this.notices.markRead(tx, noticeId);
      const task = await this.tasks.ofNotice(tx, noticeId);
      if (task) await this.tasks.finish(tx, task.id, 'read');
      await this.audit.record(tx, { action: 'notice.read', subjectId: noticeId });
    });
  }
}

function toItem({ id, createdAt, title, lines, page, readAt }: Notice): NoticeItem {
  return { id, at: createdAt, title, lines, page, read: readAt !== null };
}

function toTold(relative: RelativeView, state: ToldState): ToldItem {
  return { relation: relationWord(relative), name: relative.name, state };
}

function toldState({ state, readAt }: Notice, task: PhoneTask | undefined): ToldState {
  if (readAt !== null) return state === 'sent' ? 'sent' : 'inbox';
  if (task) return 'phone-task';
  if (state === 'sent' || state === 'inbox') return state;
  return 'waiting';
}
