import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { runPrepared } from '../../platform/database';
import { OpenedTexts } from './opened-texts';
import { ofVisitor, owedInCommunities, type Statement, type WorklistQuery, type WorklistRow } from './worklist.query';

export interface WorklistEntry extends Omit<WorklistRow, 'listRank' | 'visitedAt'> {
  listRank: number;
  visitedAt: number | null;
}

@Injectable()
export class WorklistRepository {
  private readonly places = new OpenedTexts('visited_elder.place');
  private readonly notes = new OpenedTexts('visited_elder.note');

  owedInCommunities(
    ctx: Ctx,
    communityIds: readonly string[],
    accountId: string | null,
    query: WorklistQuery,
  ): Promise<WorklistEntry[]> {
    return this.read(ctx, owedInCommunities(communityIds, accountId, query), query);
  }

  ofVisitor(
    ctx: Ctx,
    accountId: string,
    communityIds: readonly string[],
    query: WorklistQuery,
  ): Promise<WorklistEntry[]> {
    return this.read(ctx, ofVisitor(accountId, communityIds, query), query);
  }

  /** Only what the page shows is decrypted: the last row may be there only to tell that there are more. */
  private async read(ctx: Ctx, { sql, parameters }: Statement, { limit }: WorklistQuery): Promise<WorklistEntry[]> {
    const rows = (await runPrepared(ctx.em, sql, parameters)) as WorklistRow[];
    return rows.map((row, index) => this.opened(row, index < limit, ctx.at));
  }

  /** Changes the driver's own row: spreading twenty of them into new objects took a third of a page's time. */
  private opened(row: WorklistRow, isShown: boolean, at: number): WorklistEntry {
    row.listRank = Number(row.listRank);
    row.visitedAt = row.visitedAt === null ? null : Number(row.visitedAt);
    row.place = isShown ? this.places.read(row.place, at) : null;
    row.note = isShown ? this.notes.read(row.note, at) : null;
    return row as WorklistEntry;
  }
}
