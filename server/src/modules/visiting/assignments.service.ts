import { Injectable } from '@nestjs/common';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate, newId } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import { Divisions } from '../divisions';
import { Accounts, type AccountView } from '../identity';
import { REVEAL_MS } from '../registry';
import type { VisitorAssignment } from './assignments.entities';
import { AssignmentsRepository } from './assignments.repository';
import { StandingRepository } from './standing.repository';
import { VisitedElders } from './visited-elders.service';

export interface ElderVisitor {
  accountId: string;
  name: string;
  /** Null: they have bound none. */
  phoneMasked: string | null;
  /** Instant (ms). */
  since: number;
}

/** Who visits whom. An assignment is what opens an elder's card to a visitor. */
@Injectable()
export class Assignments {
  constructor(
    private readonly repository: AssignmentsRepository,
    private readonly standings: StandingRepository,
    private readonly elders: VisitedElders,
    private readonly accounts: Accounts,
    private readonly divisions: Divisions,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  async visitorsOf(ctx: Ctx, elderId: string): Promise<string[]> {
    return (await this.repository.running(ctx, elderId)).map(({ accountId }) => accountId);
  }

  /**
   * Also the caller, if they visited the elder between two instants (ms) and do no more: a phone may have been offline
   * since.
   */
  async visitorsNowOrThen(ctx: Ctx, elderId: string, { from, to }: { from: number; to: number }): Promise<string[]> {
    const visitorIds = await this.visitorsOf(ctx, elderId);
    const accountId = ctx.who.accountId!;
    if (visitorIds.includes(accountId)) return visitorIds;
    const then = { elderId, accountId, on: calendarDate(to), startedAt: from, endedAt: to };
    return (await this.standings.of(ctx, then))?.assigned ? [...visitorIds, accountId] : visitorIds;
  }

  async eldersOf(ctx: Ctx, accountId: string): Promise<string[]> {
    return (await this.repository.runningBy(ctx, accountId)).map(({ elderId }) => elderId);
  }

  /**
   * Who may be given to the elder: accounts with the role of a visitor in the elder's community, or in a division around
   * it, by name. @throws Problem `access.not-found`
   */
  async candidates(ctx: Ctx, elderId: string): Promise<AccountView[]> {
    const { communityId } = await this.elders.placeOf(ctx, elderId);
    this.access.require(ctx, 'visitor.list', { communityId, elderId });
    return this.visitorsAround(ctx, communityId);
  }

  private async visitorsAround(ctx: Ctx, communityId: string): Promise<AccountView[]> {
    const found = new Map<string, AccountView>();
    for (const { id } of this.divisions.path(communityId))
      for (const account of await this.accounts.byMembership(ctx, 'visitor', id)) found.set(account.id, account);
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1));
  }

  /** @throws Problem `access.not-found` */
  async ofElder(ctx: Ctx, elderId: string): Promise<ElderVisitor[]> {
    const elder = await this.elders.placeOf(ctx, elderId);
    this.access.require(ctx, 'visitor.list', { communityId: elder.communityId, elderId });
    const running = await this.repository.running(ctx, elderId);
    const visitors = await this.accounts.views(
      ctx,
      running.map(({ accountId }) => accountId),
    );
    return running.map(({ accountId, since }) => {
      const { name = '', phoneMasked = null } = visitors.get(accountId) ?? {};
      return { accountId, name, phoneMasked, since };
    });
  }

  /**
   * The whole number of one of the elder's visitors, with the reason written down: after a closed door or an emergency the
   * office rings whoever stood there.
   * @returns `until`: instant (ms) up to which it may be shown
   * @throws Problem `access.not-found` also for an account that does not visit the elder, `visitor.no-number`
   */
  async reveal(
    ctx: Ctx,
    elderId: string,
    accountId: string,
    reason: string,
  ): Promise<{ value: string; until: number }> {
    const elder = await this.elders.placeOf(ctx, elderId);
    this.access.require(ctx, 'visitor.reveal', { communityId: elder.communityId, elderId });
    if (!(await this.visitorsOf(ctx, elderId)).includes(accountId)) throw new Problem('access.not-found');
    const value = await this.accounts.phone(ctx, accountId);
    if (value === null) throw new Problem('visitor.no-number');
    const look = { action: 'visitor.reveal' as const, subjectId: elderId, detail: { accountId }, words: reason };
    await this.database.tx(ctx, (tx) => this.audit.record(tx, look));
    return { value, until: ctx.at + REVEAL_MS };
  }

  /**
   * @throws Problem `access.not-found` for an elder elsewhere, `request.invalid` for an account that is no visitor where
   * the elder lives, `id.taken`
   */
  async add(ctx: Ctx, elderId: string, body: { id: string; accountId: string }): Promise<ElderVisitor> {
    const elder = await this.elders.placeOf(ctx, elderId);
    this.access.require(ctx, 'visitor.assign', { communityId: elder.communityId, elderId });
    const visitor = (await this.visitorsAround(ctx, elder.communityId)).find(({ id }) => id === body.accountId);
    if (!visitor)
      throw new Problem('request.invalid', undefined, [
        { field: 'accountId', message: '这个人不是老人所在社区的探访员' },
      ]);
    const hash = bodyHash({ elderId, ...body });
    try {
      await this.database.tx(ctx, (tx) => this.insert(tx, { ...body, elderId, hash }));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    return this.result(ctx, elderId, body, hash, visitor);
  }

  /** What the first request led to, or the assignment that somebody else made before. */
  private async result(
    ctx: Ctx,
    elderId: string,
    body: { id: string; accountId: string },
    hash: string,
    { name, phoneMasked }: AccountView,
  ): Promise<ElderVisitor> {
    const made = await this.repository.find(ctx, body.id);
    if (made && made.bodyHash !== hash) throw new Problem('id.taken');
    const running = await this.repository.running(ctx, elderId);
    const assignment = made ?? running.find(({ accountId }) => accountId === body.accountId);
    if (!assignment) throw new Problem('id.taken');
    return { accountId: body.accountId, name, phoneMasked, since: assignment.since };
  }

  /** Front door: an account that visits the elder already stays as it is. */
  async assign(tx: TxCtx, elderId: string, accountId: string): Promise<void> {
    const running = await this.repository.running(tx, elderId);
    if (running.some((assignment) => assignment.accountId === accountId)) return;
    const id = newId(tx.at);
    await this.insert(tx, { id, elderId, accountId, hash: bodyHash({ elderId, id, accountId }) });
  }

  private async insert(
    tx: TxCtx,
    { id, elderId, accountId, hash }: { id: string; elderId: string; accountId: string; hash: string },
  ): Promise<void> {
    const row: VisitorAssignment = {
      id,
      elderId,
      accountId,
      running: true,
      since: tx.at,
      until: null,
      endedWithRecord: null,
      bodyHash: hash,
    };
    await this.repository.insert(tx, row);
    await this.elders.showVisitor(tx, elderId);
    await this.audit.record(tx, { action: 'visitor.assign', subjectId: elderId, detail: { accountId } });
  }

  /** The record has ended, or the elder lives elsewhere: whoever came so far has no business at that door any more. */
  async endAll(tx: TxCtx, elderId: string, because: 'record-ended' | 'moved'): Promise<void> {
    if (because === 'moved') await this.repository.forgetEnded(tx, elderId);
    if ((await this.repository.endAll(tx, elderId, because === 'record-ended')) === 0) return;
    await this.elders.showVisitor(tx, elderId);
    await this.audit.record(tx, { action: 'visitor.assign', subjectId: elderId, detail: { ended: true } });
  }

  /**
   * The end of the record was taken back: whoever came until then comes again, if they still
   * are visitors there. Doing it again changes nothing.
   */
  async resumeAll(tx: TxCtx, elderId: string): Promise<void> {
    const running = new Set(await this.visitorsOf(tx, elderId));
    const { communityId } = await this.elders.placeOf(tx, elderId);
    for (const { id, accountId } of await this.repository.endedWithRecord(tx, elderId)) {
      if (running.has(accountId) || !(await this.mayVisit(tx, accountId, communityId))) continue;
      await this.repository.resume(tx, id);
      await this.audit.record(tx, { action: 'visitor.assign', subjectId: elderId, detail: { accountId } });
    }
    await this.repository.forgetEnded(tx, elderId);
    await this.elders.showVisitor(tx, elderId);
  }

  /** Ends what was given to somebody wherever they have no role of a visitor any more. Doing it again changes nothing. */
  async endWithoutRole(tx: TxCtx, accountId: string): Promise<void> {
    for (const { elderId } of await this.repository.runningBy(tx, accountId)) {
      const { communityId } = await this.elders.placeOf(tx, elderId);
      if (!(await this.mayVisit(tx, accountId, communityId))) await this.endOne(tx, elderId, accountId, 'role-ended');
    }
  }

  /** Who visits somebody now, and was a visitor somewhere where they are none any more. */
  async visitorsWithLostRole(ctx: Ctx): Promise<string[]> {
    const former = await this.accounts.formerly(ctx, 'visitor');
    return former.size === 0 ? [] : (await this.repository.visitors(ctx)).filter((accountId) => former.has(accountId));
  }

  private async mayVisit(ctx: Ctx, accountId: string, communityId: string): Promise<boolean> {
    const held = await this.accounts.divisionsOf(ctx, accountId, 'visitor');
    return this.divisions.path(communityId).some(({ id }) => held.includes(id));
  }

  private async endOne(tx: TxCtx, elderId: string, accountId: string, because?: 'role-ended'): Promise<void> {
    if (!(await this.repository.end(tx, elderId, accountId))) return;
    await this.elders.showVisitor(tx, elderId);
    const detail = { accountId, ended: true, ...(because ? { because } : {}) };
    await this.audit.record(tx, { action: 'visitor.assign', subjectId: elderId, detail });
  }

  /** Ending what is not running changes nothing. @throws Problem `access.not-found` */
  async end(ctx: Ctx, elderId: string, accountId: string): Promise<void> {
    const elder = await this.elders.placeOf(ctx, elderId);
    this.access.require(ctx, 'visitor.assign', { communityId: elder.communityId, elderId });
    await this.database.tx(ctx, (tx) => this.endOne(tx, elderId, accountId));
  }
}
