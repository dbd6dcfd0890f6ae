import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import type { Config, TemplateConfig } from '../../platform/config/config';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { CONFIG } from '../../platform/tokens';
import { WechatPush, type SubscriptionAnswered } from '../../platform/wechat';
import { Accounts } from '../identity';
import type { LedgerKey } from './ledger.repository';
import { Ledger } from './ledger.service';
import type { Credits, SubscriptionBody, SubscriptionResult, TemplateList } from './notification.dto';
import { grantedTemplates } from './templates';

/** The platform tells whole seconds: what it dates to one may have happened until its end. */
const SECOND_MS = 1000;

/** What people allowed in WeChat's popup, and ended in its settings. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly accounts: Accounts,
    private readonly pushes: WechatPush,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.outbox.on('wechat.subscription-answered', {
      kind: 'transactional',
      name: 'notification.hear-subscription',
      run: (tx, { pushId }) => this.hear(tx, pushId),
    });
  }

  templates(): TemplateList {
    return { items: grantedTemplates(this.config).map(({ key, id, title }) => ({ key, templateId: id, title })) };
  }

  /** Counts each accept once. @throws Problem `subscription.template-unknown`, `id.taken` */
  async report(ctx: Ctx, { id, results }: SubscriptionBody): Promise<Credits> {
    const accountId = ctx.who.accountId!;
    const known = grantedTemplates(this.config);
    const answers = new Map(results.map((result) => [result.templateId, result]));
    for (const templateId of answers.keys()) {
      if (!known.some((template) => template.id === templateId)) throw new Problem('subscription.template-unknown');
    }
    await this.database.tx(ctx, async (tx) => {
      const hash = bodyHash({ accountId, results });
      const before = await this.ledger.report(tx, { id, accountId, bodyHash: hash, at: tx.at });
      if (before && before.bodyHash !== hash) throw new Problem('id.taken');
      if (before) return;
      for (const template of known) await this.count(tx, id, template, answers.get(template.id));
      await this.audit.record(tx, {
        action: 'subscription.report',
        subjectId: id,
        detail: { templates: answers.size },
      });
    });
    return this.credits(ctx, accountId, known);
  }

  /**
   * One-time: each accept is one more message, and a refusal takes nothing back. Long-term: allowed or not, which is kept
   * as a balance of 1 or 0.
   */
  private async count(
    tx: TxCtx,
    reportId: string,
    template: TemplateConfig,
    given?: SubscriptionResult,
  ): Promise<void> {
    if (given?.result !== 'accept' && given?.result !== 'reject') return;
    const accepted = given.result === 'accept';
    const ref = `accept:${reportId}:${template.id}`;
    const key = { accountId: tx.who.accountId!, templateId: template.id };
    if (template.kind === 'long-term') await this.ledger.set(tx, key, ref, accepted ? 1 : 0);
    else if (accepted) await this.ledger.add(tx, key, ref, 1);
  }

  /** What WeChat tells of an answer that somebody gave it. Doing it again changes nothing. */
  private async hear(tx: TxCtx, pushId: string): Promise<void> {
    const heard = await this.pushes.read(tx, pushId, 'subscription-answered');
    if (!heard) return;
    const account = await this.accounts.byOpenid(tx, heard.openid);
    const template = grantedTemplates(this.config).find(({ id }) => id === heard.templateId);
    if (account && template) {
      const key = { accountId: account.id, templateId: template.id };
      if (heard.where === 'popup') await this.hearOfPopup(tx, key, template.kind, pushId, heard);
      else if (!heard.accepted) await this.endByWish(tx, key, pushId, heard.at);
    }
    await this.pushes.forget(tx, pushId);
  }

  /** Refused in WeChat's settings: what was left is gone there as well. What was accepted since then counts anew. */
  private async endByWish(tx: TxCtx, key: LedgerKey, pushId: string, at: number): Promise<void> {
    await this.ledger.endUntil(tx, key, `ended:${pushId}`, at + SECOND_MS - 1);
    const { accountId: subjectId, templateId } = key;
    await this.audit.record(tx, { action: 'subscription.end', subjectId, detail: { templateId } });
  }

  /**
   * The same answer that the phone reports, and nothing tells that it is the same one. An accept of a one-time template
   * counts once, so only the phone's word counts. A long-term template is allowed or not, which may be said twice: here it
   * makes up for a phone whose report was lost, unless the ledger has heard anything since.
   */
  private async hearOfPopup(
    tx: TxCtx,
    key: LedgerKey,
    kind: TemplateConfig['kind'],
    pushId: string,
    { accepted, at }: SubscriptionAnswered,
  ): Promise<void> {
    if (kind === 'one-time' || (await this.ledger.hasChangedSince(tx, key, at + SECOND_MS - 1))) return;
    await this.ledger.set(tx, key, `accept:${pushId}:${key.templateId}`, accepted ? 1 : 0);
  }

  private async credits(ctx: Ctx, accountId: string, templates: readonly TemplateConfig[]): Promise<Credits> {
    const credits = templates.map(async ({ id }) => ({
      templateId: id,
      left: await this.ledger.balance(ctx, { accountId, templateId: id }),
    }));
    return { credits: await Promise.all(credits) };
  }
}
