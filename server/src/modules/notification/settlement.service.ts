import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import { Audit } from '../../platform/audit';
import type { Config } from '../../platform/config/config';
import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { CONFIG, LOGGER } from '../../platform/tokens';
import { WechatPush, type MessageReported } from '../../platform/wechat';
import { Accounts } from '../identity';
import { matchReport, type Match } from './match-report';
import type { NoticeAttempt } from './notification.entities';
import { NoticesRepository } from './notices.repository';
import { Notices } from './notices.service';
import { PhoneTasksRepository } from './phone-tasks.repository';
import { TEMPLATE_KEYS } from './templates';

/** A report may come before the answer to the call that it is about. */
const WAIT_MS = 5_000;

/** What WeChat reports of a message it had taken: it arrived, or it did not and somebody phones. */
@Injectable()
export class Settlement implements OnModuleInit {
  constructor(
    private readonly repository: NoticesRepository,
    private readonly notices: Notices,
    private readonly tasks: PhoneTasksRepository,
    private readonly accounts: Accounts,
    private readonly pushes: WechatPush,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.outbox.on('wechat.message-reported', {
      kind: 'transactional',
      name: 'notification.settle-by-report',
      run: (tx, { pushId }) => this.settle(tx, pushId),
    });
  }

  /** Doing it again changes nothing. */
  async settle(tx: TxCtx, pushId: string): Promise<void> {
    const report = await this.pushes.read(tx, pushId, 'message-reported');
    if (!report) return;
    const known = await this.repository.attemptByMsgid(tx, report.msgid);
    const match: Match = known ? { settle: known } : await this.matchUnnamed(tx, report);
    if (match === 'wait') return this.outbox.emit(tx, 'wechat.message-reported', { pushId }, tx.at + WAIT_MS);
    if (match === 'none') this.log.warn({ pushId }, 'WeChat reported a message that nobody here can name');
    else if (report.failure === null) await this.confirm(tx, match.settle, report);
    else await this.fail(tx, match.settle, report, report.failure);
    await this.pushes.forget(tx, pushId);
  }

  private async matchUnnamed(tx: TxCtx, { openid, templateId, at }: MessageReported): Promise<Match> {
    const account = await this.accounts.byOpenid(tx, openid);
    const templates = TEMPLATE_KEYS.filter((key) => this.config.wechat.templates[key].id === templateId);
    if (!account || templates.length === 0) return 'none';
    return matchReport(await this.repository.unnamedAttempts(tx, account.id, templates), at);
  }

  /** Sent; and if it was uncertain so long that somebody was asked to phone, they need not any more. */
  private async confirm(tx: TxCtx, attempt: NoticeAttempt, { msgid }: MessageReported): Promise<void> {
    const arrived = { state: 'sent' as const, msgid, confirmedAt: tx.at };
    if (!(await this.repository.settleAttempt(tx, attempt.id, arrived))) return;
    const settled = { state: 'sent' as const, stateAt: tx.at, settleAt: null };
    await this.repository.move(tx, attempt.noticeId, ['unknown'], settled);
    const task = await this.tasks.ofNotice(tx, attempt.noticeId);
    if (task?.reason === 'uncertain') await this.tasks.finish(tx, task.id, 'delivered');
    await this.record(tx, attempt, null);
  }

  /** The credit is not given back: whether the platform counts it, it does not say, and a call costs less than a gap. */
  private async fail(tx: TxCtx, attempt: NoticeAttempt, { msgid }: MessageReported, failure: string): Promise<void> {
    if (!(await this.repository.settleAttempt(tx, attempt.id, { state: 'failed', msgid, failure }))) return;
    const settled = { state: 'failed' as const, stateAt: tx.at, settleAt: null };
    await this.repository.move(tx, attempt.noticeId, ['sent', 'unknown'], settled);
    const notice = await this.repository.find(tx, attempt.noticeId);
    if (notice) await this.notices.phoneInstead(tx, notice, 'not-delivered');
    await this.record(tx, attempt, failure);
  }

  private record(tx: TxCtx, attempt: NoticeAttempt, failure: string | null): Promise<void> {
    const state = failure === null ? 'sent' : 'failed';
    const detail = { attempt: attempt.number, before: attempt.state, state, failure };
    return this.audit.record(tx, { action: 'notice.settle', subjectId: attempt.noticeId, detail });
  }
}
