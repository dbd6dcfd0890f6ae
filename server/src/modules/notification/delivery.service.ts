import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import { Audit } from '../../platform/audit';
import type { Config, TemplateConfig } from '../../platform/config/config';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Database, newId } from '../../platform/database';
import { faultPoint } from '../../platform/fault-points';
import { Outbox } from '../../platform/outbox';
import { CONFIG, LOGGER } from '../../platform/tokens';
import { WechatClient } from '../../platform/wechat';
import { Care } from '../care';
import { Accounts } from '../identity';
import { Registry } from '../registry';
import { Audience } from './audience.service';
import { Ledger } from './ledger.service';
import type { Notice, NoticeAttempt, PhoneTaskReason } from './notification.entities';
import { Notices } from './notices.service';
import { NoticesRepository } from './notices.repository';
import { Readdressing } from './readdressing.service';
import { earliestDelivery } from './quiet-hours';
import { outcomeOf, retryDelay, verdictOn, type Outcome } from './send-outcome';
import { isTemplateKey } from './templates';

/** How long an uncertain message waits for news of it before somebody phones. */
export const UNCERTAIN_WAIT_MS = 30 * 60_000;

interface Begun {
  notice: Notice;
  attempt: NoticeAttempt;
  template: TemplateConfig;
  openid: string;
}

/**
 * Takes one notice to WeChat. The platform's send has no idempotency key, so the attempt is committed as `sending` before
 * the call: whoever finds it so after a crash knows that nobody can say whether it went out, and does not send it again.
 */
@Injectable()
export class Delivery implements OnModuleInit {
  constructor(
    private readonly repository: NoticesRepository,
    private readonly notices: Notices,
    private readonly ledger: Ledger,
    private readonly audience: Audience,
    private readonly readdressing: Readdressing,
    private readonly accounts: Accounts,
    private readonly registry: Registry,
    private readonly care: Care,
    private readonly wechat: WechatClient,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.outbox.on('notice.created', {
      kind: 'external',
      name: 'notification.send',
      run: (ctx, { noticeId }) => this.send(ctx, noticeId),
    });
  }

  /** May run any number of times, also at once: at most one call leaves for each attempt, none after an uncertain one. */
  async send(ctx: Ctx, noticeId: string): Promise<void> {
    const begun = await this.database.tx(ctx, (tx) => this.begin(tx, noticeId));
    if (!begun) return;
    faultPoint('notice.sending');
    const { notice, template, openid } = begun;
    const message = { openid, templateId: template.id, page: notice.page, data: notice.data ?? {} };
    const outcome = await outcomeOf(() => this.wechat.sendSubscribeMessage(message));
    faultPoint('notice.called');
    await this.database.tx(ctx, (tx) => this.end(tx, begun, outcome));
  }

  /** @returns null when there is nothing to send, or not now */
  private async begin(tx: TxCtx, noticeId: string): Promise<Begun | null> {
    const notice = await this.repository.find(tx, noticeId);
    if (!notice) return null;
    if (notice.state === 'sending') return this.foundSending(tx, notice);
    if (notice.state !== 'waiting' || !notice.template || !isTemplateKey(notice.template)) return null;
    if (await this.isPointless(tx, notice)) return this.keepInInbox(tx, notice, null);
    if (await this.hasLostItsReader(tx, notice)) return this.handOn(tx, notice);
    if (await this.isTooLate(tx, notice)) return null;
    const { openid } = await this.accounts.get(tx, notice.accountId);
    if (openid === null) return this.keepInInbox(tx, notice, 'no-account');
    return this.startAttempt(tx, notice, this.config.wechat.templates[notice.template], openid);
  }

  private async startAttempt(
    tx: TxCtx,
    notice: Notice,
    template: TemplateConfig,
    openid: string,
  ): Promise<Begun | null> {
    // From here on the row is ours until the commit: another worker with the same notice waits, and then finds it taken.
    if (!(await this.repository.move(tx, notice.id, ['waiting'], { state: 'sending', stateAt: tx.at }))) return null;
    const number = (await this.repository.attempts(tx, notice.id)).length + 1;
    const attempt: NoticeAttempt = {
      ...{ id: newId(tx.at), noticeId: notice.id, number, state: 'sending' },
      ...{ failure: null, msgid: null, startedAt: tx.at, endedAt: null, confirmedAt: null },
    };
    if (!(await this.mayUseCredit(tx, notice, template, attempt.id))) {
      return this.keepInInbox(tx, notice, 'no-credit', 'sending');
    }
    await this.repository.insertAttempt(tx, attempt);
    return { notice, attempt, template, openid };
  }

  /** A one-time template costs one credit for each message; a long-term one only has to be allowed. */
  private async mayUseCredit(tx: TxCtx, notice: Notice, template: TemplateConfig, attemptId: string): Promise<boolean> {
    const key = { accountId: notice.accountId, templateId: template.id };
    if (template.kind === 'one-time') return this.ledger.spend(tx, key, `send:${attemptId}`);
    return (await this.ledger.balance(tx, key)) > 0;
  }

  /** The process that began it died, or lost its lease: the message may have gone out. */
  private async foundSending(tx: TxCtx, notice: Notice): Promise<null> {
    const attempt = (await this.repository.attempts(tx, notice.id)).at(-1);
    if (attempt) await this.markUncertain(tx, notice, attempt);
    return null;
  }

  private async keepInInbox(
    tx: TxCtx,
    notice: Notice,
    reason: PhoneTaskReason | null,
    from: 'waiting' | 'sending' = 'waiting',
  ): Promise<null> {
    const kept = await this.repository.move(tx, notice.id, [from], { state: 'inbox', stateAt: tx.at });
    if (kept && reason) await this.notices.phoneInstead(tx, notice, reason);
    return null;
  }

  private async hasLostItsReader(tx: TxCtx, { elderId, accountId }: Notice): Promise<boolean> {
    return (await this.audience.relativeIdOf(tx, elderId, accountId)) === undefined;
  }

  /** It stays where it was written, and what it says goes to whoever is to know it now. */
  private async handOn(tx: TxCtx, notice: Notice): Promise<null> {
    if (await this.repository.move(tx, notice.id, ['waiting'], { state: 'inbox', stateAt: tx.at }))
      await this.readdressing.handOn(tx, notice);
    return null;
  }

  /** Since it was written the reader has read it in the app, the elder left the registry, or all of it was settled. */
  private async isPointless(tx: TxCtx, notice: Notice): Promise<boolean> {
    if (notice.readAt !== null) return true;
    if ((await this.registry.get(tx, notice.elderId)).endedOn !== null) return true;
    if (notice.template !== 'needRaised') return false;
    const needs = await this.care.views(tx, notice.needIds.split(','));
    return needs.every(({ status }) => status === 'closed');
  }

  /** A try again that would fall into quiet hours waits for the morning, and its hour counts from there. */
  private async isTooLate(tx: TxCtx, notice: Notice): Promise<boolean> {
    const dueAt = earliestDelivery(tx.at, Boolean(notice.lifeDanger));
    if (dueAt === tx.at) return false;
    await this.repository.move(tx, notice.id, ['waiting'], { dueAt });
    await this.outbox.emit(tx, 'notice.created', { noticeId: notice.id }, dueAt);
    return true;
  }

  private async end(tx: TxCtx, begun: Begun, outcome: Outcome): Promise<void> {
    const { notice, attempt } = begun;
    switch (outcome.state) {
      case 'sent':
        // True even when somebody else has meanwhile taken this process for dead.
        await this.repository.endAttempt(tx, attempt.id, ['sending', 'unknown'], {
          state: 'sent',
          msgid: outcome.msgid,
        });
        await this.repository.move(tx, notice.id, ['sending', 'unknown'], {
          state: 'sent',
          stateAt: tx.at,
          settleAt: null,
        });
        break;
      case 'unknown':
        await this.markUncertain(tx, notice, attempt);
        break;
      case 'failed':
        await this.endFailed(tx, begun, outcome);
        break;
    }
    const failure = outcome.state === 'failed' ? outcome.failure : null;
    await this.audit.record(tx, {
      action: 'notice.send',
      subjectId: notice.id,
      detail: { attempt: attempt.number, state: outcome.state, failure },
    });
  }

  private async markUncertain(tx: TxCtx, notice: Notice, attempt: NoticeAttempt): Promise<void> {
    await this.repository.endAttempt(tx, attempt.id, ['sending'], { state: 'unknown' });
    const settleAt = tx.at + UNCERTAIN_WAIT_MS;
    await this.repository.move(tx, notice.id, ['sending'], { state: 'unknown', stateAt: tx.at, settleAt });
  }

  private async endFailed(tx: TxCtx, begun: Begun, { failure }: { failure: string }): Promise<void> {
    const { notice, attempt, template } = begun;
    const ended = await this.repository.endAttempt(tx, attempt.id, ['sending', 'unknown'], {
      state: 'failed',
      failure,
    });
    if (!ended) return;
    const verdict = verdictOn(failure);
    await this.giveBack(tx, begun, verdict === 'no-credit');
    if (verdict === 'bug') {
      this.log.error(
        { noticeId: notice.id, template: notice.template, failure },
        'WeChat refuses our message: this is a bug of ours',
      );
    }
    const againAt = tx.at + retryDelay(attempt.number);
    const again = verdict === 'later' && againAt - notice.dueAt < 3_600_000;
    const state = again ? ('waiting' as const) : ('failed' as const);
    await this.repository.move(tx, notice.id, ['sending', 'unknown'], { state, stateAt: tx.at, settleAt: null });
    if (again) await this.outbox.emit(tx, 'notice.created', { noticeId: notice.id }, againAt);
    else
      await this.notices.phoneInstead(
        tx,
        await this.current(tx, notice),
        verdict === 'no-credit' ? 'no-credit' : 'not-delivered',
      );
    this.log.warn({ noticeId: notice.id, template: template.id, failure, again }, 'a message to WeChat failed');
  }

  /** What was not sent cost nothing. When the platform says that there is no credit, it knows better than we do. */
  private async giveBack(tx: TxCtx, { notice, attempt, template }: Begun, hasNone: boolean): Promise<void> {
    const key = { accountId: notice.accountId, templateId: template.id };
    if (hasNone) await this.ledger.set(tx, key, `refused:${attempt.id}`, 0);
    else if (template.kind === 'one-time') await this.ledger.add(tx, key, `back:${attempt.id}`, 1);
  }

  /** It may have been read in the app while the call was under way. */
  private async current(tx: TxCtx, notice: Notice): Promise<Notice> {
    return (await this.repository.find(tx, notice.id)) ?? notice;
  }
}
