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
    return rows.map((row, index) => ({
      ...row,
      listRank: Number(row.listRank),
      visitedAt: row.visitedAt === null ? null : Number(row.visitedAt),
      place: index < limit ? this.places.read(row.place, ctx.at) : null,
      note: index < limit ? this.notes.read(row.note, ctx.at) : null,
    }));
  }
}
