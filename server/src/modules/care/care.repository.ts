import { Injectable } from '@nestjs/common';
import type { NeedStatus } from '@tanfang/shared';
import { Brackets, In, LessThanOrEqual, Not, type FindOptionsWhere, type SelectQueryBuilder } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { isDuplicate } from '../../platform/database';
import { Need, NeedEvidence, NeedRise, NeedStep, SetAside } from './care.entities';

/** Which needs a caller may list: the union of the three; of `family` never the held ones, whatever else they are. */
export interface NeedReach {
  communityIds: readonly string[];
  /** Elders of whose family the caller is or was. */
  family: readonly string[];
  /** Elders the list may show by kinship; empty when the caller lists in another capacity. */
  elderIds: readonly string[];
  visitorId: string | null;
}

export interface NeedFilter {
  status?: NeedStatus;
  visitId?: string;
  matter?: string;
}

/** Where a page begins: after this need, in the order of the list. */
export interface NeedCursor {
  /** Whether it is a danger to life: in lists that a clock orders those come first. */
  danger: boolean;
  /** Instant (ms) of the clock that orders the list, if one does. */
  by: number;
  id: string;
}

/** Which clock runs: to be taken while it is open, to be closed once it is taken. Null: the list has no clock. */
export function clockOf(status: NeedStatus | undefined): 'acknowledgeBy' | 'closeBy' | null {
  if (status === 'open') return 'acknowledgeBy';
  return status === 'acknowledged' ? 'closeBy' : null;
}

@Injectable()
export class CareRepository {
  find(ctx: Ctx, id: string): Promise<Need | null> {
    return ctx.em.findOneBy(Need, { id });
  }

  findAll(ctx: Ctx, ids: readonly string[]): Promise<Need[]> {
    return ids.length === 0 ? Promise.resolve([]) : ctx.em.findBy(Need, { id: In(ids) });
  }

  ofElder(ctx: Ctx, elderId: string, statuses: readonly NeedStatus[]): Promise<Need[]> {
    return ctx.em.find(Need, { where: { elderId, status: In(statuses) }, order: { id: 'DESC' }, take: 100 });
  }

  /**
   * Needs of a matter about these elders or seen by this account, in the order in which they were last seen.
   * @param closedSince instant (ms): of closed ones only those that were closed then or later
   */
  async ofMatter(
    ctx: Ctx,
    matter: string,
    { elderIds, seenBy }: { elderIds: readonly string[]; seenBy: string },
    closedSince: number,
  ): Promise<Need[]> {
    const about = () =>
      ctx.em
        .createQueryBuilder(Need, 'need')
        .where('need.matter = :matter', { matter })
        .andWhere('(need.closedAt IS NULL OR need.closedAt >= :closedSince)', { closedSince });
    // Apart, for with an OR between them no index serves.
    const seen = await about()
      .innerJoin(NeedEvidence, 'evidence', 'evidence.needId = need.id AND evidence.visitorId = :seenBy', { seenBy })
      .getMany();
    const theirs =
      elderIds.length === 0 ? [] : await about().andWhere('need.elderId IN (:...elderIds)', { elderIds }).getMany();
    const all = [...new Map([...seen, ...theirs].map((need) => [need.id, need])).values()];
    return all.sort((a, b) => a.seenAt - b.seenAt || (a.id < b.id ? -1 : 1));
  }

  closedSince(ctx: Ctx, elderId: string, since: number): Promise<Need[]> {
    return ctx.em
      .createQueryBuilder(Need, 'need')
      .where('need.elderId = :elderId AND need.status = :status', { elderId, status: 'closed' })
      .andWhere('need.closedAt >= :since', { since })
      .orderBy('need.closedAt', 'DESC')
      .take(20)
      .getMany();
  }

  byOpenKey(ctx: Ctx, openKey: string): Promise<Need | null> {
    return ctx.em.findOneBy(Need, { openKey });
  }

  /** The last need of this matter that was closed at or after an instant (ms). */
  closedAfter(ctx: Ctx, elderId: string, matter: string, held: boolean, at: number): Promise<Need | null> {
    return ctx.em
      .createQueryBuilder(Need, 'need')
      .where('need.elderId = :elderId AND need.matter = :matter', { elderId, matter })
      .andWhere('need.heldFromFamily = :held AND need.closedAt >= :at', { held, at })
      .orderBy('need.closedAt', 'DESC')
      .getOne();
  }

  /** What the end of the record closed (nobody did it), unless the matter has come up again since. */
  closedWithRecord(ctx: Ctx, elderId: string): Promise<Need[]> {
    const query = ctx.em.createQueryBuilder(Need, 'need');
    const again = query
      .subQuery()
      .select('1')
      .from(Need, 'again')
      .where('again.elderId = need.elderId AND again.matter = need.matter AND again.id <> need.id')
      .andWhere('again.heldFromFamily = need.heldFromFamily')
      .andWhere('(again.openKey IS NOT NULL OR again.closedAt > need.closedAt)');
    return query
      .where('need.elderId = :elderId AND need.status = :status', { elderId, status: 'closed' })
      .andWhere(`need.closedBy IS NULL AND NOT EXISTS ${again.getQuery()}`)
      .orderBy('need.id', 'ASC')
      .getMany();
  }

  ofVisit(ctx: Ctx, visitId: string): Promise<Need[]> {
    return ctx.em
      .createQueryBuilder(Need, 'need')
      .innerJoin(NeedEvidence, 'evidence', 'evidence.needId = need.id AND evidence.visitId = :visitId', { visitId })
      .orderBy('need.id', 'ASC')
      .getMany();
  }

  /** What of that which these visits found is closed by now, with the visit; nothing that is kept from the family. */
  async settledOf(ctx: Ctx, visitIds: readonly string[]): Promise<{ visitId: string; need: Need }[]> {
    const seen = await ctx.em.find(NeedEvidence, {
      select: { visitId: true, needId: true },
      where: { visitId: In(visitIds) },
      order: { id: 'ASC' },
    });
    const needs = await ctx.em.findBy(Need, {
      ...{ id: In(seen.map(({ needId }) => needId)), status: 'closed' as const, heldFromFamily: false },
    });
    const closed = new Map(needs.map((need) => [need.id, need]));
    return seen.flatMap(({ visitId, needId }) => {
      const need = closed.get(needId);
      return need ? [{ visitId, need }] : [];
    });
  }

  /** @returns false when the elder already has an open need of this matter */
  async insert(ctx: TxCtx, need: Need): Promise<boolean> {
    return inserted(() => ctx.em.insert(Need, need));
  }

  /** @returns false when this visit is already among the evidence */
  async addEvidence(ctx: TxCtx, evidence: NeedEvidence): Promise<boolean> {
    return inserted(() => ctx.em.insert(NeedEvidence, evidence));
  }

  /** @returns false when it was set aside before */
  async setAside(ctx: TxCtx, row: SetAside): Promise<boolean> {
    return inserted(() => ctx.em.insert(SetAside, row));
  }

  setAsideOf(ctx: Ctx, elderId: string): Promise<SetAside[]> {
    return ctx.em.find(SetAside, { where: { elderId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** @returns false when another job has taken it up */
  async takeUp(ctx: TxCtx, id: string): Promise<boolean> {
    const { affected } = await ctx.em.delete(SetAside, { id });
    return affected === 1;
  }

  evidenceOf(ctx: Ctx, needId: string): Promise<NeedEvidence[]> {
    return ctx.em.find(NeedEvidence, { where: { needId }, order: { seenAt: 'DESC', id: 'DESC' }, take: 60 });
  }

  async madeWorseBy(ctx: Ctx, visitId: string): Promise<Need[]> {
    const rises = await ctx.em.findBy(NeedEvidence, { visitId, severityRose: true });
    return this.findAll(
      ctx,
      rises.map(({ needId }) => needId),
    );
  }

  /** @throws Error when it was closed or seen meanwhile: what is to be written no longer fits, and the job has to look again */
  async seeAgain(ctx: TxCtx, { id, seenAt }: Need, at: number): Promise<void> {
    const { affected } = await ctx.em.update(Need, { id, seenAt, status: Not('closed') }, { seenAt: at });
    if (affected !== 1) throw new Error('A need was closed or seen while evidence was added to it: the job runs again');
  }

  /** Changes the need if it still is as it was read. @returns false when somebody was faster */
  async move(ctx: TxCtx, as: FindOptionsWhere<Need>, changes: Partial<Need>): Promise<boolean> {
    const { affected } = await ctx.em.update(Need, as, changes);
    return affected === 1;
  }

  /** The elder lives in another community now; closed needs stay where they were closed. */
  async moveHome(ctx: TxCtx, elderId: string, communityId: string): Promise<void> {
    await ctx.em.update(Need, { elderId, status: Not('closed'), communityId: Not(communityId) }, { communityId });
  }

  /** Those that nobody took in time, and those that whoever took them has not done in time. */
  rising(ctx: Ctx, at: number, limit: number): Promise<Need[]> {
    return ctx.em.find(Need, { where: { risesAt: LessThanOrEqual(at) }, order: { risesAt: 'ASC' }, take: limit });
  }

  step(ctx: Ctx, id: string): Promise<NeedStep | null> {
    return ctx.em.findOneBy(NeedStep, { id });
  }

  stepsOf(ctx: Ctx, needId: string): Promise<NeedStep[]> {
    return ctx.em.find(NeedStep, { where: { needId }, order: { at: 'ASC', id: 'ASC' } });
  }

  risesOf(ctx: Ctx, needId: string): Promise<NeedRise[]> {
    return ctx.em.find(NeedRise, { where: { needId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** The last time that each of them went up, by need; of one that never did, nothing. */
  async lastRises(ctx: Ctx, needIds: readonly string[]): Promise<Map<string, NeedRise>> {
    if (needIds.length === 0) return new Map();
    const rises = await ctx.em.find(NeedRise, { where: { needId: In(needIds) }, order: { at: 'ASC', id: 'ASC' } });
    return new Map(rises.map((rise) => [rise.needId, rise]));
  }

  lastRise(ctx: Ctx, needId: string): Promise<NeedRise | null> {
    return ctx.em.findOne(NeedRise, { where: { needId }, order: { at: 'DESC', id: 'DESC' } });
  }

  async addRise(ctx: TxCtx, rise: NeedRise): Promise<void> {
    await ctx.em.insert(NeedRise, rise);
  }

  /** @returns false when the id is taken */
  async addStep(ctx: TxCtx, step: NeedStep): Promise<boolean> {
    return inserted(() => ctx.em.insert(NeedStep, step));
  }

  /** Open and taken needs with danger to life first, then with the nearest clock; others newest first. */
  async list(ctx: Ctx, reach: NeedReach, filter: NeedFilter, after: NeedCursor | null, limit: number): Promise<Need[]> {
    const query = ctx.em.createQueryBuilder(Need, 'need');
    const may = visibleTo(query, reach);
    if (!may) return [];
    query.where(may);
    if (reach.family.length > 0) {
      query.andWhere('(need.heldFromFamily = :shown OR need.elderId NOT IN (:...family))', {
        shown: false,
        family: reach.family,
      });
    }
    if (filter.status) query.andWhere('need.status = :status', { status: filter.status });
    if (filter.matter) query.andWhere('need.matter = :matter', { matter: filter.matter });
    if (filter.visitId) {
      query.andWhere(seenAt(query, 'seen', 'seen.visitId = :visitId'), { visitId: filter.visitId });
    }
    const clock = clockOf(filter.status);
    return clock ? byClock(query, clock, after, limit) : newestFirst(query, after, limit);
  }
}

/** 0 for a danger to life, which comes first, else 1. */
const NO_DANGER = `CASE WHEN need.severity = 'life-danger' THEN 0 ELSE 1 END`;

function byClock(
  query: SelectQueryBuilder<Need>,
  clock: 'acknowledgeBy' | 'closeBy',
  after: NeedCursor | null,
  limit: number,
): Promise<Need[]> {
  if (after) {
    const { danger, by, id } = after;
    const later = `(need.${clock} > :by OR (need.${clock} = :by AND need.id > :id))`;
    query.andWhere(`(${NO_DANGER} > :rank OR (${NO_DANGER} = :rank AND ${later}))`, { rank: danger ? 0 : 1, by, id });
  }
  return query
    .addSelect(NO_DANGER, 'no_danger')
    .orderBy('no_danger', 'ASC')
    .addOrderBy(`need.${clock}`, 'ASC')
    .addOrderBy('need.id', 'ASC')
    .take(limit)
    .getMany();
}

function newestFirst(query: SelectQueryBuilder<Need>, after: NeedCursor | null, limit: number): Promise<Need[]> {
  if (after) query.andWhere('need.id < :id', { id: after.id });
  return query.orderBy('need.id', 'DESC').take(limit).getMany();
}

/** Null when the reach is empty: whoever has no scope sees nothing. */
function visibleTo(query: SelectQueryBuilder<Need>, { communityIds, elderIds, visitorId }: NeedReach): Brackets | null {
  if (communityIds.length === 0 && elderIds.length === 0 && visitorId === null) return null;
  return new Brackets((any) => {
    if (communityIds.length > 0) any.orWhere('need.communityId IN (:...communityIds)', { communityIds });
    if (elderIds.length > 0) any.orWhere('need.elderId IN (:...elderIds)', { elderIds });
    if (visitorId !== null) any.orWhere(seenAt(query, 'mine', 'mine.visitorId = :visitorId'), { visitorId });
  });
}

function seenAt(query: SelectQueryBuilder<Need>, alias: string, condition: string): string {
  const sub = query.subQuery().select('1').from(NeedEvidence, alias);
  return `EXISTS ${sub.where(`${alias}.needId = need.id`).andWhere(condition).getQuery()}`;
}

async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
