import { Injectable } from '@nestjs/common';
import { Brackets, In, IsNull, LessThanOrEqual } from 'typeorm';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { changeRows } from '../../platform/database';
import { Account, Membership } from './identity.entities';

@Injectable()
export class AccountsRepository {
  find(ctx: Ctx, id: string): Promise<Account | null> {
    return ctx.em.findOneBy(Account, { id });
  }

  findAll(ctx: Ctx, ids: readonly string[]): Promise<Account[]> {
    return ids.length === 0 ? Promise.resolve([]) : ctx.em.findBy(Account, { id: In([...ids]) });
  }

  byOpenid(ctx: Ctx, openid: string): Promise<Account | null> {
    return ctx.em.findOneBy(Account, { openid });
  }

  byPhone(ctx: Ctx, phoneIndex: string): Promise<Account | null> {
    return ctx.em.findOneBy(Account, { phoneIndex });
  }

  async insert(ctx: TxCtx, account: Account): Promise<void> {
    await ctx.em.insert(Account, account);
  }

  async bindPhone(ctx: TxCtx, id: string, phone: string, phoneIndex: string): Promise<void> {
    await ctx.em.update(Account, { id }, { phone, phoneIndex });
  }

  async forgetPhone(ctx: TxCtx, id: string): Promise<void> {
    await ctx.em.update(Account, { id }, { phone: null, phoneIndex: null });
  }

  async unbind(ctx: TxCtx, id: string): Promise<void> {
    await ctx.em.update(Account, { id }, { openid: null, phone: null, phoneIndex: null });
  }

  async giveName(ctx: TxCtx, id: string, name: string): Promise<void> {
    await ctx.em.update(Account, { id }, { name });
  }

  /** One more in the running stretch, or the first of a new one; counted by the database, for several may come at once. */
  async countWrongCode(ctx: TxCtx, id: string, stretchMs: number): Promise<void> {
    const sql = `UPDATE account SET
      wrong_codes = CASE WHEN wrong_codes_since > ? THEN wrong_codes + 1 ELSE 1 END,
      wrong_codes_since = CASE WHEN wrong_codes_since > ? THEN wrong_codes_since ELSE ? END WHERE id = ?`;
    await changeRows(ctx.em, sql, [ctx.at - stretchMs, ctx.at - stretchMs, ctx.at, id]);
  }

  /** Memberships that hold on a calendar date. */
  memberships(ctx: Ctx, accountId: string, on: string): Promise<Membership[]> {
    return this.holding(ctx, on).andWhere('membership.account_id = :accountId', { accountId }).getMany();
  }

  membershipsOfAll(ctx: Ctx, accountIds: readonly string[], on: string): Promise<Membership[]> {
    if (accountIds.length === 0) return Promise.resolve([]);
    return this.holding(ctx, on).andWhere('membership.account_id IN (:...accountIds)', { accountIds }).getMany();
  }

  membershipsAt(ctx: Ctx, role: Membership['role'], divisionId: string, on: string): Promise<Membership[]> {
    return this.holding(ctx, on)
      .andWhere('membership.division_id = :divisionId AND membership.role = :role', { divisionId, role })
      .getMany();
  }

  /** Of a membership that ended on a calendar date or before. */
  async formerly(ctx: Ctx, role: Membership['role'], on: string): Promise<string[]> {
    const ended = { role, until: LessThanOrEqual(on) };
    const memberships = await ctx.em.find(Membership, { select: { id: true, accountId: true }, where: ended });
    return memberships.map(({ accountId }) => accountId);
  }

  private holding(ctx: Ctx, on: string) {
    return ctx.em
      .createQueryBuilder(Membership, 'membership')
      .where('membership.since <= :on', { on })
      .andWhere(
        new Brackets((still) => still.where('membership.until IS NULL').orWhere('membership.until > :on', { on })),
      )
      .orderBy('membership.id', 'ASC');
  }

  async grant(ctx: TxCtx, membership: Membership): Promise<void> {
    await ctx.em.insert(Membership, membership);
  }

  /** @param until first calendar date on which it is not held any more @returns false when it was not held */
  async endMembership(
    ctx: TxCtx,
    accountId: string,
    { role, divisionId }: Pick<Membership, 'role' | 'divisionId'>,
    until: string,
  ): Promise<boolean> {
    const held = { accountId, role, divisionId: divisionId ?? IsNull(), until: IsNull() };
    const { affected } = await ctx.em.update(Membership, held, { until });
    return (affected ?? 0) > 0;
  }
}
