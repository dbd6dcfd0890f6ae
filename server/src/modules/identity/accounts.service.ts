import { Injectable } from '@nestjs/common';
import { maskPhone, normalizePhoneNumber, type VisitorBody } from '@tanfang/shared';

import { Access, type Role } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { blindIndex } from '../../platform/crypto';
import { Database, isDuplicate, newId } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { AccountsRepository } from './accounts.repository';
import type { Account, Membership } from './identity.entities';
import { KinshipsRepository } from './kinships.repository';
import { Sessions } from './sessions.service';

export interface AccountView {
  id: string;
  name: string;
  /** Null once a lost phone was unbound: WeChat reaches nobody then. */
  openid: string | null;
  phoneMasked: string | null;
}

export interface NewAccount {
  /** Made here when left out. */
  id?: string;
  openid: string;
  name: string;
  phone?: string;
}

/** What a person is called whose name nobody has told us yet. */
const UNNAMED = '微信用户';

@Injectable()
export class Accounts {
  constructor(
    private readonly repository: AccountsRepository,
    private readonly kinships: KinshipsRepository,
    private readonly sessions: Sessions,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /** @throws Problem `access.not-found` */
  async get(ctx: Ctx, id: string): Promise<AccountView> {
    const account = await this.repository.find(ctx, id);
    if (!account) throw new Problem('access.not-found');
    return toView(account);
  }

  /** The whole number; null when none is bound. Whoever passes it on writes the look down. */
  async phone(ctx: Ctx, id: string): Promise<string | null> {
    return (await this.repository.find(ctx, id))?.phone ?? null;
  }

  /** By id; unknown ids are left out. */
  async views(ctx: Ctx, ids: readonly string[]): Promise<Map<string, AccountView>> {
    const accounts = await this.repository.findAll(ctx, ids);
    return new Map(accounts.map((account) => [account.id, toView(account)]));
  }

  async names(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
    const accounts = await this.repository.findAll(ctx, ids);
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }

  /** On whose behalf they visit today, by id; those who visit for nobody are left out. */
  async bodies(ctx: Ctx, ids: readonly string[]): Promise<Map<string, VisitorBody>> {
    const memberships = await this.repository.membershipsOfAll(ctx, ids, calendarDate(ctx.at));
    return new Map(memberships.flatMap(({ accountId, body }) => (body ? [[accountId, body as VisitorBody]] : [])));
  }

  /** Divisions in which the account has the role today. */
  async divisionsOf(ctx: Ctx, accountId: string, role: Membership['role']): Promise<string[]> {
    const held = await this.repository.memberships(ctx, accountId, calendarDate(ctx.at));
    return held.flatMap((membership) => (membership.role === role ? (membership.divisionId ?? []) : []));
  }

  /** Accounts that have had the role somewhere and have lost it there by today, whatever they have elsewhere. */
  async formerly(ctx: Ctx, role: Membership['role']): Promise<Set<string>> {
    return new Set(await this.repository.formerly(ctx, role, calendarDate(ctx.at)));
  }

  /** Who today has the role at exactly this division. */
  async byMembership(ctx: Ctx, role: Role, divisionId: string): Promise<AccountView[]> {
    if (role === 'family') return [];
    const memberships = await this.repository.membershipsAt(ctx, role, divisionId, calendarDate(ctx.at));
    const accounts = await this.repository.findAll(
      ctx,
      memberships.map(({ accountId }) => accountId),
    );
    return accounts.map(toView);
  }

  /** Reads these accounts once. @returns whether a phone is the one that an account has bound */
  async boundPhones(ctx: Ctx, ids: readonly string[]): Promise<(accountId: string, phone: string) => boolean> {
    const accounts = await this.repository.findAll(ctx, ids);
    const indexOf = new Map(accounts.map(({ id, phoneIndex }) => [id, phoneIndex]));
    return (accountId, phone) => indexOf.get(accountId) === phoneIndexOf(normalizePhoneNumber(phone));
  }

  async byOpenid(ctx: Ctx, openid: string): Promise<AccountView | null> {
    const account = await this.repository.byOpenid(ctx, openid);
    return account && toView(account);
  }

  /** Whose bound phone this is. */
  async byPhone(ctx: Ctx, phone: string): Promise<AccountView | null> {
    const account = await this.repository.byPhone(ctx, phoneIndexOf(normalizePhoneNumber(phone)));
    return account && toView(account);
  }

  /** What the person is called, now that somebody has told us. */
  async giveName(tx: TxCtx, id: string, name: string): Promise<void> {
    await this.repository.giveName(tx, id, name);
    await this.audit.record(tx, { action: 'account.name', subjectId: id });
  }

  /** Fails on an openid or a phone that another account has. */
  async register(tx: TxCtx, { id = newId(tx.at), openid, name, phone }: NewAccount): Promise<AccountView> {
    const number = phone === undefined ? null : normalizePhoneNumber(phone);
    const account: Account = {
      id,
      openid,
      name,
      phone: number,
      phoneIndex: number === null ? null : phoneIndexOf(number),
      wrongCodes: 0,
      wrongCodesSince: 0,
      createdAt: tx.at,
    };
    await this.repository.insert(tx, account);
    return toView(account);
  }

  /** The account of a WeChat user; the first time one is made, nameless and without any role. */
  async ofWechatUser(ctx: Ctx, openid: string): Promise<AccountView> {
    const known = await this.byOpenid(ctx, openid);
    if (known) return known;
    try {
      return await this.database.tx(ctx, (tx) => this.register(tx, { openid, name: UNNAMED }));
    } catch (error) {
      const winner = isDuplicate(error) ? await this.byOpenid(ctx, openid) : null;
      if (!winner) throw error;
      return winner;
    }
  }

  /**
   * Gives a role from today on; the same role at the same division twice changes nothing.
   * @param divisionId root of the subtree the role reaches
   * @param body visitors: on whose behalf they come
   */
  async grant(
    tx: TxCtx,
    accountId: string,
    role: Role,
    divisionId: string | null,
    body: VisitorBody | null = null,
  ): Promise<void> {
    if (role === 'family') throw new Error('Family is not granted: it follows from kinship');
    const since = calendarDate(tx.at);
    const held = await this.repository.memberships(tx, accountId, since);
    if (held.some((membership) => membership.role === role && membership.divisionId === divisionId)) return;
    const membership: Membership = { id: newId(tx.at), accountId, role, divisionId, body, since, until: null };
    await this.repository.grant(tx, membership);
    await this.audit.record(tx, { action: 'membership.grant', subjectId: accountId, detail: { role, divisionId } });
    tx.afterCommit(() => this.sessions.forget(accountId));
  }

  /**
   * Takes a role back, from this moment on, and ends every session, for it may be the phone that is in wrong hands.
   * @returns false when the account does not have it
   */
  async revoke(tx: TxCtx, accountId: string, role: Membership['role'], divisionId: string | null): Promise<boolean> {
    if (!(await this.repository.endMembership(tx, accountId, { role, divisionId }, calendarDate(tx.at)))) return false;
    const sessions = await this.sessions.revokeAll(tx, accountId);
    const detail = { role, divisionId, sessions };
    await this.audit.record(tx, { action: 'membership.revoke', subjectId: accountId, detail });
    await this.outbox.emit(tx, 'membership.revoked', { accountId });
    return true;
  }

  /**
   * Binds the caller's phone; binding the same one again changes nothing.
   * @throws Problem `phone.taken` when another account has it
   */
  async bindPhone(ctx: Ctx, typed: string): Promise<{ phoneMasked: string }> {
    const accountId = ctx.who.accountId!;
    const number = normalizePhoneNumber(typed);
    const phoneIndex = phoneIndexOf(number);
    try {
      await this.database.tx(ctx, async (tx) => {
        const holder = await this.repository.byPhone(tx, phoneIndex);
        if (holder && holder.id !== accountId) throw new Problem('phone.taken');
        if (holder) return;
        await this.repository.bindPhone(tx, accountId, number, phoneIndex);
        await this.audit.record(tx, { action: 'phone.bind', subjectId: accountId });
      });
    } catch (error) {
      throw isDuplicate(error) ? new Problem('phone.taken') : error;
    }
    return { phoneMasked: maskPhone(number) };
  }

  /**
   * A lost phone: ends every session and cuts the account from WeChat, because whoever holds the phone could sign in again
   * with it. The person comes back by a new invitation or a new grant.
   * @throws Problem `access.not-found` unless the account works or has kin in the caller's divisions
   */
  async signOutEverywhere(ctx: Ctx, accountId: string): Promise<void> {
    await this.database.tx(ctx, async (tx) => {
      const communities = await this.whereKnown(tx, accountId);
      const permitted = communities.some((communityId) =>
        this.access.permits(tx.who, 'account.sign-out', { communityId }),
      );
      if (!permitted) throw new Problem('access.not-found');
      const sessions = await this.sessions.revokeAll(tx, accountId);
      await this.repository.unbind(tx, accountId);
      await this.audit.record(tx, { action: 'account.sign-out', subjectId: accountId, detail: { sessions } });
    });
  }

  /** Divisions in which the account works or has kin. */
  private async whereKnown(ctx: Ctx, accountId: string): Promise<string[]> {
    const memberships = await this.repository.memberships(ctx, accountId, calendarDate(ctx.at));
    const kin = await this.kinships.ofAccount(ctx, accountId, ['awaiting', 'confirmed']);
    return [...memberships.flatMap(({ divisionId }) => divisionId ?? []), ...kin.map(({ communityId }) => communityId)];
  }
}

function phoneIndexOf(number: string): string {
  return blindIndex(number, 'account.phone');
}

function toView({ id, name, openid, phone }: Account): AccountView {
  return { id, name, openid, phoneMasked: phone === null ? null : maskPhone(phone) };
}
