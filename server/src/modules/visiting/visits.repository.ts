import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, LessThan, MoreThanOrEqual } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { insertRows } from '../../platform/database';
import { Visit, VisitFile } from './visits.entities';

const SUMMARY = [
  ...(['id', 'number', 'elderId', 'communityId'] as const),
  ...(['visitorId', 'mode', 'startedAt', 'receivedAt', 'review'] as const),
];

/** A visit without its answers, which lists need not decrypt. */
export type VisitSummary = Pick<Visit, (typeof SUMMARY)[number]>;

interface VisitsAsked {
  visitorId: string | null;
  communityIds: readonly string[];
  elderId: string | null;
}

@Injectable()
export class VisitsRepository {
  find(ctx: Ctx, id: string): Promise<Visit | null> {
    return ctx.em.findOneBy(Visit, { id });
  }

  before(
    ctx: Ctx,
    { id, elderId, startedAt }: { id: string; elderId: string; startedAt: number },
  ): Promise<Visit | null> {
    return ctx.em.findOne(Visit, {
      // Two visits of one instant are ordered by their ids, as `ofElder` does.
      where: [
        { elderId, startedAt: LessThan(startedAt) },
        { elderId, startedAt, id: LessThan(id) },
      ],
      order: { startedAt: 'DESC', id: 'DESC' },
    });
  }

  ofElder(ctx: Ctx, elderId: string, { since, limit }: { since?: number; limit: number }): Promise<Visit[]> {
    return ctx.em.find(Visit, {
      where: { elderId, ...(since === undefined ? {} : { startedAt: MoreThanOrEqual(since) }) },
      order: { startedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  async insert(tx: TxCtx, visit: Visit, files: readonly VisitFile[]): Promise<void> {
    await insertRows(tx.em, Visit, [visit]);
    await insertRows(tx.em, VisitFile, files);
  }

  /** The latest first, by when they were received. @param elderId null for those of everybody */
  list(
    ctx: Ctx,
    { visitorId, communityIds, elderId }: VisitsAsked,
    after: { receivedAt: number; id: string } | null,
    limit: number,
  ): Promise<VisitSummary[]> {
    if (visitorId === null && communityIds.length === 0) return Promise.resolve([]);
    const visits = ctx.em
      .createQueryBuilder(Visit, 'visit')
      .select(SUMMARY.map((name) => `visit.${name}`))
      .where(
        new Brackets((scope) => {
          if (visitorId !== null) scope.orWhere('visit.visitorId = :visitorId', { visitorId });
          if (communityIds.length > 0) scope.orWhere('visit.communityId IN (:...communityIds)', { communityIds });
        }),
      );
    if (elderId !== null) visits.andWhere('visit.elderId = :elderId', { elderId });
    if (after) {
      visits
        .andWhere('visit.receivedAt <= :receivedAt', after)
        .andWhere(
          new Brackets((older) =>
            older.where('visit.receivedAt < :receivedAt', after).orWhere('visit.id < :id', after),
          ),
        );
    }
    return visits.orderBy('visit.receivedAt', 'DESC').addOrderBy('visit.id', 'DESC').limit(limit).getMany();
  }

  /** In the record's order. */
  filesOf(ctx: Ctx, visitId: string): Promise<VisitFile[]> {
    return ctx.em.find(VisitFile, { where: { visitId }, order: { place: 'ASC' } });
  }

  filesOfAll(ctx: Ctx, visitIds: readonly string[]): Promise<VisitFile[]> {
    return visitIds.length === 0 ? Promise.resolve([]) : ctx.em.findBy(VisitFile, { visitId: In([...visitIds]) });
  }

  file(ctx: Ctx, visitId: string, sha256: string): Promise<VisitFile | null> {
    return ctx.em.findOneBy(VisitFile, { visitId, sha256 });
  }

  /** @returns false when the bytes had come before */
  async attach(tx: TxCtx, id: string, fileId: string): Promise<boolean> {
    const { affected } = await tx.em.update(VisitFile, { id, fileId: IsNull() }, { fileId });
    return affected === 1;
  }
}
