import { Injectable } from '@nestjs/common';
import { isCodeOf, VISIT_REVIEWS, type VisitReview } from '@tanfang/shared';

import { Access } from '../../platform/access';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { DEFAULT_LIMIT, toPage, type Page } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { ObligationsRepository } from './obligations.repository';
import { VisitedElders } from './visited-elders.service';
import { VisitorNames } from './visitor-names.service';
import type { FilesCount, VisitItem, VisitReceipt, VisitsQuery } from './visits.dto';
import type { VisitFile } from './visits.entities';
import { VisitsRepository, type VisitSummary } from './visits.repository';

/** What was received: the receipt of one visit, and the list of records. */
@Injectable()
export class Records {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly obligations: ObligationsRepository,
    private readonly elders: VisitedElders,
    private readonly names: VisitorNames,
    private readonly access: Access,
  ) {}

  /** @throws Problem `access.not-found` */
  async receipt(ctx: Ctx, visitId: string): Promise<VisitReceipt> {
    const visit = await this.visits.find(ctx, visitId);
    if (!visit) throw new Problem('access.not-found');
    const { id, number, elderId, communityId, visitorId, startedAt, receivedAt } = visit;
    this.access.require(ctx, 'visit.read', { communityId, elderId, ownerId: visitorId });
    const [elder, files, next] = await Promise.all([
      this.elders.placeOf(ctx, elderId),
      this.visits.filesOf(ctx, id),
      this.obligations.nextOwed(ctx, elderId, calendarDate(ctx.at)),
    ]);
    const nextPeriod = next && { start: next.periodStart, every: next.every };
    return { id, number, elderId, elderName: elder.name, startedAt, receivedAt, files: count(files), nextPeriod };
  }

  /** Own records, and for officers those of their divisions, of one elder if asked so; the latest first. */
  async list(ctx: Ctx, { mine, elderId, after, limit = DEFAULT_LIMIT }: VisitsQuery): Promise<Page<VisitItem>> {
    const { communityIds } = this.access.reach(ctx, 'visit.list');
    const scope = {
      ...{ visitorId: ctx.who.accountId, communityIds: mine ? [] : communityIds, elderId: elderId ?? null },
    };
    const rows = await this.visits.list(ctx, scope, after === undefined ? null : toPosition(after), limit + 1);
    const shown = rows.slice(0, limit);
    const [elders, visitors, files] = await Promise.all([
      this.elders.names(
        ctx,
        shown.map(({ elderId }) => elderId),
      ),
      this.names.of(
        ctx,
        shown.map(({ visitorId }) => visitorId),
      ),
      this.visits.filesOfAll(
        ctx,
        shown.map(({ id }) => id),
      ),
    ]);
    return toPage(rows, limit, toCursor, (row) => ({
      ...toItem(row, files),
      review: communityIds.includes(row.communityId) ? reviewOf(row) : [],
      elderName: elders.get(row.elderId) ?? '',
      visitor: { id: row.visitorId, name: visitors.get(row.visitorId) ?? '' },
    }));
  }
}

function toItem({ id, number, elderId, mode, startedAt, receivedAt }: VisitSummary, files: readonly VisitFile[]) {
  return {
    id,
    number,
    elderId,
    mode,
    startedAt,
    receivedAt,
    files: count(files.filter(({ visitId }) => visitId === id)),
  };
}

/** Only codes that are known: an older record may bear one that means nothing any more. */
function reviewOf({ review }: VisitSummary): VisitReview[] {
  return (review ?? '').split(' ').filter((code): code is VisitReview => isCodeOf(VISIT_REVIEWS, code));
}

function count(files: readonly VisitFile[]): FilesCount {
  return { received: files.filter(({ fileId }) => fileId !== null).length, expected: files.length };
}

function toCursor({ receivedAt, id }: VisitSummary): string {
  return `${receivedAt}~${id}`;
}

/** @throws Problem `request.invalid` when the cursor is not one of ours */
function toPosition(cursor: string): { receivedAt: number; id: string } {
  const match = /^(\d{1,15})~([0-9A-Z]{26})$/.exec(cursor);
  if (!match) throw new Problem('request.invalid', undefined, [{ field: 'after', message: '起点不对，请从头看起' }]);
  return { receivedAt: Number(match[1]), id: match[2]! };
}
