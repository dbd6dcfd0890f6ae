import type { VisitState } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { eldersAsked, type EldersAsked } from './elders.query';
import { EarlierHome } from './earlier-homes.entities';
import { Elder, Relative } from './registry.entities';
import type { SqlPart } from './visit-states';

/** What an assessment reads and changes; nothing of it but the traits has to be decrypted. */
const ASSESSED = {
  ...{ id: true, communityId: true, packId: true, birthDate: true, traits: true, relativesKnown: true },
  ...{ categories: true, tier: true, every: true, evaluatedOn: true, lapsedOn: true, version: true },
  firstContactId: true,
} as const;
export type AssessedElder = Pick<Elder, keyof typeof ASSESSED>;

@Injectable()
export class RegistryRepository {
  find(ctx: Ctx, id: string): Promise<Elder | null> {
    return ctx.em.findOneBy(Elder, { id });
  }

  findAll(ctx: Ctx, ids: readonly string[]): Promise<Elder[]> {
    return ids.length === 0 ? Promise.resolve([]) : ctx.em.findBy(Elder, { id: In([...ids]) });
  }

  byIdNumber(ctx: Ctx, idNumberIndex: string): Promise<Elder | null> {
    return ctx.em.findOneBy(Elder, { idNumberIndex });
  }

  /**
   * A page of those asked for in id order, after the id `after`. Found on the index alone; only the page's rows are read.
   * @param state a subselect of how it stands with the visits of the elder `p.id`
   * @returns each with how it stands with the visits; null while nothing is owed
   */
  async list(
    ctx: Ctx,
    asked: EldersAsked,
    state: SqlPart,
    after: string,
    take: number,
  ): Promise<{ elder: Elder; visits: VisitState | null }[]> {
    if (asked.communityIds.length === 0) return [];
    const where = eldersAsked(asked);
    const page = `SELECT e.id AS id FROM elder e WHERE ${where.sql} AND e.id > ? ORDER BY e.id LIMIT ${take}`;
    const sql = `SELECT p.id AS id, (${state.sql}) AS visits FROM (${page}) p ORDER BY p.id`;
    const found = await ctx.em.query<{ id: string; visits: VisitState | null }[]>(sql, [
      ...state.parameters,
      ...where.parameters,
      after,
    ]);
    const elders = await this.findAll(
      ctx,
      found.map(({ id }) => id),
    );
    const elderOf = new Map(elders.map((elder) => [elder.id, elder]));
    return found.flatMap(({ id, visits }) => {
      const elder = elderOf.get(id);
      return elder ? [{ elder, visits }] : [];
    });
  }

  /** How many are asked for. */
  async count(ctx: Ctx, asked: EldersAsked): Promise<number> {
    if (asked.communityIds.length === 0) return 0;
    const { sql, parameters } = eldersAsked(asked);
    const [row] = await ctx.em.query<{ found: number | string }[]>(
      `SELECT COUNT(*) AS found FROM elder e WHERE ${sql}`,
      parameters,
    );
    return Number(row!.found);
  }

  /** Running records to whom visits are owed, in id order. */
  owing(ctx: Ctx, after: string, take: number): Promise<Pick<Elder, 'id' | 'communityId' | 'packId' | 'every'>[]> {
    // Bare rows: a whole city passes through here, and objects with all their columns cost more than the reading.
    const sql = `SELECT id, community_id AS communityId, pack_id AS packId, every FROM elder
      WHERE id > ? AND ended_on IS NULL AND every IS NOT NULL ORDER BY id LIMIT ${take}`;
    return ctx.em.query(sql, [after]);
  }

  /** Running records whose verdict is of an earlier day. */
  evaluatedBefore(ctx: Ctx, on: string, after: string, take: number): Promise<AssessedElder[]> {
    return ctx.em.find(Elder, {
      select: ASSESSED,
      where: { evaluatedOn: LessThan(on), endedOn: IsNull(), id: MoreThan(after) },
      order: { id: 'ASC' },
      take,
    });
  }

  async insert(ctx: TxCtx, elder: Elder): Promise<void> {
    await ctx.em.insert(Elder, elder);
  }

  /** @returns false when somebody else has changed the row since it was read */
  async change(ctx: TxCtx, { id, version }: Elder, changes: Partial<Elder>): Promise<boolean> {
    const { affected } = await ctx.em.update(
      Elder,
      { id, version },
      { ...changes, version: version + 1, updatedAt: ctx.at },
    );
    return affected === 1;
  }

  /** A new verdict on unchanged facts leaves the version alone, or every form that is open at midnight would be stale. */
  async reassess(ctx: TxCtx, { id, version }: AssessedElder, verdict: Partial<Elder>): Promise<boolean> {
    const { affected } = await ctx.em.update(Elder, { id, version }, verdict);
    return affected === 1;
  }

  async insertEarlierHome(ctx: TxCtx, home: EarlierHome): Promise<void> {
    await ctx.em.insert(EarlierHome, home);
  }

  /** The community that was the home until the first move after a day (calendar date); null when there was none. */
  async homeUntilAfter(ctx: Ctx, elderId: string, on: string): Promise<string | null> {
    // Of several moves on one day the first tells where the elder lived before it.
    const [home] = await ctx.em.find(EarlierHome, {
      where: { elderId, until: MoreThan(on) },
      order: { until: 'ASC', id: 'ASC' },
      take: 1,
    });
    return home?.communityId ?? null;
  }

  /** Running records of these communities in id order, those after the id `after`, without what an assessment does not ask. */
  ofCommunities(ctx: Ctx, communityIds: readonly string[], after: string, take: number): Promise<AssessedElder[]> {
    if (communityIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(Elder, {
      select: ASSESSED,
      where: { communityId: In([...communityIds]), endedOn: IsNull(), id: MoreThan(after) },
      order: { id: 'ASC' },
      take,
    });
  }

  countOf(ctx: Ctx, communityIds: readonly string[]): Promise<number> {
    if (communityIds.length === 0) return Promise.resolve(0);
    return ctx.em.countBy(Elder, { communityId: In([...communityIds]), endedOn: IsNull() });
  }

  /** The living relatives, in the order in which they were registered. */
  relatives(ctx: Ctx, elderIds: readonly string[]): Promise<Relative[]> {
    if (elderIds.length === 0) return Promise.resolve([]);
    return ctx.em.find(Relative, {
      where: { elderId: In([...elderIds]), removedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** The living relatives of several elders. @returns those of one of them, by the elder's id */
  async families(ctx: Ctx, elderIds: readonly string[]): Promise<(elderId: string) => Relative[]> {
    const families = new Map<string, Relative[]>();
    for (const relative of await this.relatives(ctx, elderIds)) {
      const family = families.get(relative.elderId);
      if (family) family.push(relative);
      else families.set(relative.elderId, [relative]);
    }
    return (elderId) => families.get(elderId) ?? [];
  }

  /** Removed ones too: a kinship may still name them. */
  relative(ctx: Ctx, id: string): Promise<Relative | null> {
    return ctx.em.findOneBy(Relative, { id });
  }

  relativesById(ctx: Ctx, ids: readonly string[]): Promise<Relative[]> {
    return ids.length === 0 ? Promise.resolve([]) : ctx.em.findBy(Relative, { id: In([...ids]) });
  }

  async insertRelatives(ctx: TxCtx, relatives: Relative[]): Promise<void> {
    if (relatives.length > 0) await ctx.em.insert(Relative, relatives);
  }

  async changeRelative(ctx: TxCtx, id: string, changes: Partial<Relative>): Promise<void> {
    await ctx.em.update(Relative, { id }, changes);
  }
}
