import { Injectable } from '@nestjs/common';
import { RELATIONS, type ObjectionOutcome, type ObjectionStatus } from '@tanfang/shared';

import { Access } from '../../platform/access';
import type { Ctx } from '../../platform/context/context';
import { DEFAULT_LIMIT, readCursor, toPage, type Page } from '../../platform/http';
import { Accounts, Kinships } from '../identity';
import type { Objection } from './objections.entities';
import { ObjectionsRepository, type ObjectionCursor } from './objections.repository';
import type { Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';

export interface ObjectionItem {
  id: string;
  elderId: string;
  elderName: string;
  /** 王静 */
  senderName: string;
  /** 女儿; null when they are no confirmed relative any more. */
  senderWord: string | null;
  note: string;
  status: ObjectionStatus;
  sentAt: number;
  outcome: ObjectionOutcome | null;
  answer: string | null;
  /** Who closed it. */
  closedByName: string | null;
  closedAt: number | null;
}

interface Asked {
  status: ObjectionStatus;
  elderId?: string;
  after?: string;
  limit?: number;
}

/** What relatives say is not right, for the officers of the place; nobody reads what is said of their own parent. */
@Injectable()
export class ObjectionDesk {
  constructor(
    private readonly repository: ObjectionsRepository,
    private readonly elders: RegistryRepository,
    private readonly accounts: Accounts,
    private readonly kinships: Kinships,
    private readonly access: Access,
  ) {}

  async list(ctx: Ctx, { status, elderId, after, limit = DEFAULT_LIMIT }: Asked): Promise<Page<ObjectionItem>> {
    const { communityIds } = this.access.reach(ctx, 'objection.list');
    const cursor = after === undefined ? null : parseCursor(after);
    const filter = { status, ...(elderId === undefined ? {} : { elderId }) };
    const reach = { communityIds, family: ctx.who.everKin };
    const rows = await this.repository.list(ctx, reach, filter, cursor, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ sentAt, id }) => `${sentAt}.${id}`,
      (row) => row,
    );
    return { items: await this.items(ctx, page.items), next: page.next };
  }

  private async items(ctx: Ctx, objections: Objection[]): Promise<ObjectionItem[]> {
    const people = objections.flatMap(({ accountId, closedBy }) => [accountId, closedBy ?? []].flat());
    const elderIds = [...new Set(objections.map(({ elderId }) => elderId))];
    const [elders, names, relatives] = await Promise.all([
      this.elders.findAll(ctx, elderIds),
      this.accounts.names(ctx, [...new Set(people)]),
      this.confirmed(ctx, elderIds),
    ]);
    const nameOf = new Map(elders.map(({ id, name }) => [id, name]));
    return objections.map((objection) => {
      const { id, elderId, accountId, note, status, sentAt, outcome, answer, closedBy, closedAt } = objection;
      const sender = relatives.get(`${elderId} ${accountId}`);
      return {
        ...{ id, elderId, note, status, sentAt, outcome, answer, closedAt },
        elderName: nameOf.get(elderId) ?? '',
        senderName: sender?.name ?? names.get(accountId) ?? '',
        senderWord: sender ? (sender.kinWord ?? RELATIONS[sender.relation]) : null,
        closedByName: closedBy === null ? null : (names.get(closedBy) ?? ''),
      };
    });
  }

  /** By elder and account: who in the registry the confirmed ones are. */
  private async confirmed(ctx: Ctx, elderIds: readonly string[]): Promise<Map<string, Relative | undefined>> {
    const kinships = await this.kinships.ofElders(ctx, elderIds);
    const relatives = await this.elders.relativesById(
      ctx,
      kinships.map(({ relativeId }) => relativeId),
    );
    const byId = new Map(relatives.map((relative) => [relative.id, relative]));
    return new Map(
      kinships.map(({ elderId, accountId, relativeId }) => [`${elderId} ${accountId}`, byId.get(relativeId)]),
    );
  }
}

/** @throws Problem `request.invalid` */
function parseCursor(after: string): ObjectionCursor {
  const [sentAt, id] = readCursor(after, /^(\d{1,15})\.([0-9A-Z]{26})$/);
  return { sentAt: Number(sentAt), id: id! };
}
