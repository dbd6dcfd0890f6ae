import { Inject, Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import type { Config, TemplateConfig } from '../../platform/config/config';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import { CONFIG } from '../../platform/tokens';
import { Ledger } from './ledger.service';
import type { Credits, SubscriptionBody, SubscriptionResult, TemplateList } from './notification.dto';
import { grantedTemplates } from './templates';

/** What people allowed in WeChat's popup. */
@Injectable()
export class Subscriptions {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

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
    const accountId = tx.who.accountId!;
    if (template.kind === 'long-term')
      await this.ledger.append(tx, accountId, template.id, ref, { to: accepted ? 1 : 0 });
    else if (accepted) await this.ledger.append(tx, accountId, template.id, ref, { by: 1 });
  }

  private async credits(ctx: Ctx, accountId: string, templates: readonly TemplateConfig[]): Promise<Credits> {
    const credits = templates.map(async ({ id }) => ({
      templateId: id,
      left: Math.max(0, await this.ledger.balance(ctx, accountId, id)),
    }));
    return { credits: await Promise.all(credits) };
  }
}
