import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Care, type NeedView } from '../care';
import { Registry, type ElderView } from '../registry';
import { Audience, type FamilyAudience } from './audience.service';
import { needsOf } from './call-list.service';
import type { Notice, PhoneTask } from './notification.entities';
import { Notices } from './notices.service';
import { NoticesRepository } from './notices.repository';
import { PhoneTasksRepository } from './phone-tasks.repository';
import { Telling, officesOf, type News } from './telling.service';

/** Who is to be told: a relative, and their account when they have one. */
interface Reader {
  relativeId: string;
  accountId: string | null;
}

/** What was meant for one relative goes to whom the plan names now, when that relative is not the one any more. */
@Injectable()
export class Readdressing implements OnModuleInit {
  constructor(
    private readonly tasks: PhoneTasksRepository,
    private readonly inbox: NoticesRepository,
    private readonly notices: Notices,
    private readonly telling: Telling,
    private readonly audience: Audience,
    private readonly care: Care,
    private readonly registry: Registry,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Also of each new call: a message that did not get through may have been to somebody who was removed since. */
  onModuleInit(): void {
    this.outbox.on('elder.changed', {
      kind: 'transactional',
      name: 'notification.readdress-calls',
      run: async (tx, { elderId }) => this.readdress(tx, elderId, await this.tasks.openOf(tx, elderId)),
    });
    this.outbox.on('phone-task.opened', {
      kind: 'transactional',
      name: 'notification.readdress-call',
      run: async (tx, { taskId }) => {
        const task = await this.tasks.find(tx, taskId);
        if (task?.status === 'open') await this.readdress(tx, task.elderId, [task]);
      },
    });
  }

  /** Doing it again changes nothing. */
  private async readdress(tx: TxCtx, elderId: string, calls: readonly PhoneTask[]): Promise<void> {
    const elder = await this.registry.get(tx, elderId);
    if (elder.endedOn !== null) return;
    for (const call of calls) {
      const needs = (await this.care.views(tx, needsOf(call))).filter(isUnsettled);
      const others = await this.audience.notFor(tx, elder, needs, call.relativeId);
      if (others.length === 0 || !(await this.takeFrom(tx, call, others))) continue;
      const detail = { elderId, relativeId: call.relativeId };
      await this.audit.record(tx, { action: 'phone-task.readdress', subjectId: call.id, detail });
      await this.tellAnew(tx, elder, others, { key: `call.anew:${call.id}`, visitId: call.visitId });
    }
  }

  /** What the call still is about for this relative goes on. @returns false when somebody was faster */
  private takeFrom(tx: TxCtx, call: PhoneTask, needs: readonly NeedView[]): Promise<boolean> {
    const gone = new Set(needs.map(({ id }) => id));
    const rest = needsOf(call).filter((id) => !gone.has(id));
    return rest.length === 0
      ? this.tasks.finish(tx, call.id, 'readdressed')
      : this.tasks.narrow(tx, call, rest.join(','));
  }

  /**
   * The reader of a message that has not gone out yet has ceased to be kin. Another account of the same relative (a new
   * phone) gets it as it is; else whom the plan names is told of what is still open, or somebody phones.
   */
  async handOn(tx: TxCtx, notice: Notice): Promise<void> {
    const elder = await this.registry.get(tx, notice.elderId);
    const accountId = await this.audience.accountOf(tx, elder.id, notice.relativeId);
    const detail = { elderId: elder.id, relativeId: notice.relativeId, accountId };
    await this.audit.record(tx, { action: 'notice.hand-on', subjectId: notice.id, detail });
    if (accountId !== null) return this.notices.tell(tx, { ...contentOf(notice), accountId });
    // That something was settled is worth a message, not a call.
    if (notice.template !== 'needRaised' || notice.visitId === null) return;
    const needs = (await this.care.views(tx, needsOf(notice))).filter(isUnsettled);
    await this.tellAnew(tx, elder, needs, { key: `notice.anew:${notice.id}`, visitId: notice.visitId });
  }

  /** Needs that have the same readers are one message. Nobody is told who knows; without any family, the community is. */
  private async tellAnew(
    tx: TxCtx,
    elder: ElderView,
    needs: readonly NeedView[],
    { key, visitId }: { key: string; visitId: string },
  ): Promise<void> {
    for (const group of await this.audience.together(tx, elder, needs)) {
      const about = { eventKey: `${key}:${group.needs[0]!.id}`, visitId, at: group.needs[0]!.seenAt };
      const news = { happening: 'found', needs: group.needs, offices: [], toFamily: true, ...about } as const;
      if (group.audience.addressees.length === 0 && !group.audience.toPhone) await this.tellNobodyLeft(tx, elder, news);
      else await this.tellUntold(tx, elder, news, group.audience);
    }
  }

  private async tellUntold(
    tx: TxCtx,
    elder: ElderView,
    news: News,
    { addressees, toPhone }: FamilyAudience,
  ): Promise<void> {
    for (const addressee of addressees) {
      const needs = await this.untold(tx, elder.id, news.needs, addressee);
      if (needs.length > 0)
        await this.telling.tellRelatives(tx, elder, { ...news, needs }, { addressees: [addressee], toPhone: null });
    }
    if (!toPhone) return;
    const needs = await this.untold(tx, elder.id, news.needs, { relativeId: toPhone.relativeId, accountId: null });
    if (needs.length > 0) await this.telling.tellRelatives(tx, elder, { ...news, needs }, { addressees: [], toPhone });
  }

  private tellNobodyLeft(tx: TxCtx, elder: ElderView, news: News): Promise<void> {
    const offices = [...new Set(news.needs.flatMap(officesOf))];
    return this.telling.tellOfficers(tx, elder, { ...news, happening: 'unreachable', offices });
  }

  /** Of these needs, those about which this reader has neither a message that may reach them nor a call. */
  private async untold(
    tx: TxCtx,
    elderId: string,
    needs: readonly NeedView[],
    { relativeId, accountId }: Reader,
  ): Promise<NeedView[]> {
    const notices = accountId === null ? [] : await this.inbox.familyOf(tx, accountId, elderId);
    const calls = (await this.tasks.ofElder(tx, elderId)).filter((call) => call.relativeId === relativeId);
    const known = new Set([...notices.filter(mayReach), ...calls.filter(tells)].flatMap(needsOf));
    return needs.filter(({ id }) => !known.has(id));
  }
}

const isUnsettled = ({ status }: NeedView): boolean => status !== 'closed';

/** One that lies in the inbox unread has a call of its own, if any. */
function mayReach({ readAt, state, template }: Notice): boolean {
  return template === 'needRaised' && (readAt !== null || !['inbox', 'failed'].includes(state));
}

const SPOKEN: readonly PhoneTask['closedBy'][] = ['phone', 'read', 'answered', 'delivered'];

function tells({ status, closedBy }: PhoneTask): boolean {
  return status === 'open' || SPOKEN.includes(closedBy);
}

function contentOf(notice: Notice) {
  const { eventKey, audience, relativeId, elderId, communityId, visitId, needIds, lifeDanger } = notice;
  const { title, lines, page, template, data } = notice;
  const about = { eventKey, audience, relativeId, elderId, communityId, visitId, needIds };
  return { ...about, lifeDanger: Boolean(lifeDanger), title, lines, page, template, data };
}
