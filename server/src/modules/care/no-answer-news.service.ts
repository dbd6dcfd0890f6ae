import { Injectable } from '@nestjs/common';

import { Access, isOfFamily } from '../../platform/access';
import { DAY_MS } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Accounts } from '../identity';
import { Registry } from '../registry';
import { Visiting } from '../visiting';
import type { NoAnswerNews, NoAnswerNewsItem } from './care.dto';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { NO_ANSWER } from './seen-after-all.service';

/** How long it is told what the community found out. */
const CLOSED_TOLD_MS = 14 * DAY_MS;

/**
 * What became of a door that stayed shut, told to whoever stood there and to whoever visits the elder now, until somebody
 * has seen the elder. What was tried and heard stays with the community.
 */
@Injectable()
export class NoAnswerNewsDesk {
  constructor(
    private readonly repository: CareRepository,
    private readonly accounts: Accounts,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly access: Access,
  ) {}

  /** The latest of each elder, the newest first. */
  async read(ctx: Ctx): Promise<NoAnswerNews> {
    const { accountId } = this.access.reach(ctx, 'no-answer.list');
    if (accountId === null) return { items: [] };
    const elderIds = await this.visiting.eldersOf(ctx, accountId);
    const needs = await this.repository.ofMatter(
      ctx,
      NO_ANSWER,
      { elderIds, seenBy: accountId },
      ctx.at - CLOSED_TOLD_MS,
    );
    const latest = [...new Map(needs.map((need) => [need.elderId, need])).values()].sort((a, b) => b.seenAt - a.seenAt);
    const elders = await this.registry.views(
      ctx,
      latest.map(({ elderId }) => elderId),
    );
    const items = await Promise.all(
      latest.map(async (need) => {
        const elder = elders.get(need.elderId);
        // For a relative it does not exist, whatever else they are.
        if (!elder || elder.endedOn !== null || isOfFamily(ctx.who, elder.id)) return [];
        return (await this.isSeenSince(ctx, need)) ? [] : [await this.toItem(ctx, need, elder.name)];
      }),
    );
    return { items: items.flat() };
  }

  private async isSeenSince(ctx: Ctx, { elderId, seenAt }: Need): Promise<boolean> {
    const [last] = await this.visiting.ofElder(ctx, elderId, { limit: 1 });
    return last !== undefined && last.endedAt >= seenAt;
  }

  private async toItem(ctx: Ctx, need: Need, name: string): Promise<NoAnswerNewsItem> {
    const { elderId, status, handler, seenAt: at, closedAt } = need;
    const [latest] = await this.repository.evidenceOf(ctx, need.id);
    const names = await this.accounts.names(ctx, latest ? [latest.visitorId] : []);
    return {
      ...{ elderId, name, at, status, handler, closedAt },
      visitor: latest ? { id: latest.visitorId, name: names.get(latest.visitorId) ?? '' } : null,
      words: await this.wordsOf(ctx, need),
    };
  }

  /** What a person wrote on closing it; what the system notes is for officers. */
  private async wordsOf(ctx: Ctx, { id, status, note }: Need): Promise<string | null> {
    if (status !== 'closed' || note === null) return null;
    const steps = await this.repository.stepsOf(ctx, id);
    return steps.some(({ kind }) => kind === 'closure') ? note : null;
  }
}
