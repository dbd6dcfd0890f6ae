import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Relation } from '@tanfang/shared';

import { Audit } from '../../platform/audit';
import { DAY_MS } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate, Overtaken } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import type { Kinship } from './identity.entities';
import { invitationCode, invitationCodeIndex } from './invitation-code';
import { Kinfolk } from './kinfolk';
import { checkMove, type KinshipState } from './kinship-state';
import { KinshipsRepository } from './kinships.repository';
import { Sessions } from './sessions.service';
import { WrongCodes } from './wrong-codes';

export const INVITATION_LIFE_MS = 7 * DAY_MS;

export interface KinshipView {
  id: string;
  /** Null while nobody has taken up the invitation. */
  accountId: string | null;
  elderId: string;
  communityId: string;
  relativeId: string;
  relation: Relation;
  firstContact: boolean;
  status: KinshipState;
  /** Instant, ms. */
  acceptedAt: number | null;
}

export interface NewInvitation {
  id: string;
  elderId: string;
  communityId: string;
  relativeId: string;
}

export interface Invitation {
  id: string;
  /** 8 characters, without those that look alike. */
  code: string;
  /** Instant, ms. */
  expiresAt: number;
}

/** Who is confirmed as whose relative, and the way there. Permission is asked by the registry, which knows the elders. */
@Injectable()
export class Kinships implements OnModuleInit {
  constructor(
    private readonly repository: KinshipsRepository,
    private readonly kinfolk: Kinfolk,
    private readonly sessions: Sessions,
    private readonly wrongCodes: WrongCodes,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.add({
      name: 'identity.end-expired-invitations',
      everyMs: DAY_MS,
      run: (ctx) => this.database.tx(ctx, (tx) => this.repository.endExpired(tx, ctx.at)),
    });
  }

  /** @throws Problem `access.not-found` */
  async get(ctx: Ctx, id: string): Promise<KinshipView> {
    const [view] = await this.toViews(ctx, [await this.getRow(ctx, id)]);
    if (!view) throw new Problem('access.not-found');
    return view;
  }

  /** The confirmed ones. */
  async ofElder(ctx: Ctx, elderId: string): Promise<KinshipView[]> {
    return this.ofElders(ctx, [elderId]);
  }

  /** The confirmed ones of several elders. */
  async ofElders(ctx: Ctx, elderIds: readonly string[]): Promise<KinshipView[]> {
    return this.toViews(ctx, await this.repository.ofElders(ctx, elderIds, 'confirmed'));
  }

  /** Accounts that are or once were confirmed relatives of the elder: what is kept from the family is kept from them. */
  async familyOf(ctx: Ctx, elderId: string): Promise<Set<string>> {
    const rows = await this.repository.everConfirmed(ctx, elderId);
    return new Set(rows.flatMap(({ accountId }) => accountId ?? []));
  }

  /** Those that count for the person: waiting for the community, or confirmed. */
  async ofAccount(ctx: Ctx, accountId: string): Promise<KinshipView[]> {
    return this.toViews(ctx, await this.repository.ofAccount(ctx, accountId, ['awaiting', 'confirmed']));
  }

  /** In id order, of elders in these communities; at most `take`, those after the id `after`. */
  async list(
    ctx: Ctx,
    communityIds: readonly string[],
    status: KinshipState,
    after: string,
    take: number,
  ): Promise<KinshipView[]> {
    return this.toViews(ctx, await this.repository.list(ctx, communityIds, status, after, take));
  }

  /**
   * Makes a code for one relative, good for 7 days and for one use; older codes for the same relative become void.
   * @throws Problem `id.taken`
   */
  async invite(tx: TxCtx, invitation: NewInvitation): Promise<Invitation> {
    const { id, elderId, communityId, relativeId } = invitation;
    const code = invitationCode(id);
    const hash = bodyHash({ elderId, relativeId });
    const known = await this.repository.find(tx, id);
    if (known && known.bodyHash !== hash) throw new Problem('id.taken');
    if (known) return { id, code, expiresAt: known.expiresAt };
    for (const older of await this.repository.ofRelative(tx, relativeId, 'invited', id))
      await this.move(tx, older, 'ended');
    const expiresAt = tx.at + INVITATION_LIFE_MS;
    await this.repository.insert(tx, {
      ...{ id, elderId, communityId, relativeId, accountId: null, status: 'invited' },
      ...{ confirmedAs: null, runningAs: null, confirmedAt: null },
      ...{ codeIndex: invitationCodeIndex(code), expiresAt, bodyHash: hash, createdAt: tx.at },
      ...{ acceptanceId: null, acceptanceHash: null, acceptedAt: null, decidedAt: null },
    });
    await this.audit.record(tx, {
      action: 'invitation.create',
      subjectId: elderId,
      detail: { kinshipId: id, relativeId },
    });
    return { id, code, expiresAt };
  }

  /**
   * The caller says they are the invited relative; the community still has to confirm it.
   * @throws Problem `invitation.invalid`, `invitation.locked` after too many wrong codes, `kinship.exists`, `id.taken`
   */
  async accept(ctx: Ctx, acceptance: { id: string; code: string }): Promise<KinshipView> {
    // Of two in the same moment the slower one finds the code used up, or its place or its id taken; asking again, it finds
    // its own acceptance, or meets what it would have met a moment later.
    const row = (await this.tryToAccept(ctx, acceptance)) ?? (await this.tryToAccept(ctx, acceptance));
    if (row) return this.get(ctx, row.id);
    // Counted in a transaction of its own: the one that refused changes nothing.
    await this.database.tx(ctx, (tx) => this.wrongCodes.count(tx, tx.who.accountId!));
    throw new Problem('invitation.invalid');
  }

  /** @returns null when the code opens nothing, or another acceptance was faster */
  private async tryToAccept(ctx: Ctx, acceptance: { id: string; code: string }): Promise<Kinship | null> {
    try {
      return await this.database.tx(ctx, (tx) => this.acceptOnce(tx, acceptance));
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** @returns null when the code opens nothing */
  private async acceptOnce(tx: TxCtx, { id, code }: { id: string; code: string }): Promise<Kinship | null> {
    const accountId = tx.who.accountId!;
    const acceptanceHash = bodyHash({ code, by: accountId });
    const repeated = await this.repository.byAcceptance(tx, id);
    if (repeated && repeated.acceptanceHash !== acceptanceHash) throw new Problem('id.taken');
    if (repeated) return repeated;
    await this.wrongCodes.check(tx, accountId);
    const invited = await this.repository.byCode(tx, invitationCodeIndex(code));
    if (!invited || invited.status !== 'invited' || invited.expiresAt <= tx.at) return null;
    if (await this.isRemoved(tx, invited.relativeId)) return null;
    const mine = await this.repository.ofAccount(tx, accountId, ['awaiting', 'confirmed']);
    const same = mine.find(({ elderId }) => elderId === invited.elderId);
    // The same request, sent twice, may have committed since `repeated` was read.
    if (same?.acceptanceHash === acceptanceHash && same.acceptanceId === id) return same;
    if (same) throw new Problem('kinship.exists');
    await this.repository.freeRunningPlace(tx, placeOf(accountId, invited.elderId));
    const accepted = { acceptanceId: id, acceptanceHash, acceptedAt: tx.at, accountId };
    if (!(await this.move(tx, invited, 'awaiting', accepted))) return null;
    await this.audit.record(tx, {
      action: 'invitation.accept',
      subjectId: invited.elderId,
      detail: { kinshipId: invited.id },
    });
    return invited;
  }

  /**
   * The community has checked that it is them. Another account that was confirmed as the same relative (a lost phone) ends,
   * and ends first: the database knows one for each relative. When two are confirmed in the same moment it refuses the
   * later one, which the caller then does again. Confirming twice changes nothing.
   * @throws Problem `kinship.state`, `kinship.relative-removed`
   */
  async confirm(tx: TxCtx, id: string): Promise<void> {
    const { status, relativeId } = await this.getRow(tx, id);
    if (status === 'awaiting' && (await this.isRemoved(tx, relativeId))) throw new Problem('kinship.relative-removed');
    const formers = status === 'awaiting' ? await this.repository.ofRelative(tx, relativeId, 'confirmed', id) : [];
    for (const former of formers) await this.move(tx, former, 'ended');
    await this.repository.freePlace(tx, relativeId);
    const row = await this.moveOnce(tx, id, 'confirmed');
    if (!row) return;
    await this.audit.record(tx, { action: 'kinship.confirm', subjectId: row.elderId, detail: { kinshipId: id } });
    await this.outbox.emit(tx, 'kinship.confirmed', { kinshipId: id });
  }

  /** @param reason the officer's words, kept in the audit. @throws Problem `kinship.state` */
  async refuse(tx: TxCtx, id: string, reason: string): Promise<void> {
    const row = await this.moveOnce(tx, id, 'refused');
    if (!row) return;
    await this.audit.record(tx, {
      action: 'kinship.refuse',
      subjectId: row.elderId,
      detail: { kinshipId: id },
      words: reason,
    });
  }

  /** By the community or by the relative. Ending twice changes nothing. @throws Problem `kinship.state` */
  async end(tx: TxCtx, id: string): Promise<void> {
    const row = await this.moveOnce(tx, id, 'ended');
    if (!row) return;
    await this.audit.record(tx, { action: 'kinship.end', subjectId: row.elderId, detail: { kinshipId: id } });
  }

  /**
   * The registry has removed the relative: whatever runs in their name ends.
   * @throws Overtaken when one of them was accepted or confirmed at this moment
   */
  async endOfRelative(tx: TxCtx, relativeId: string): Promise<void> {
    for (const row of await this.repository.running(tx, relativeId))
      if (!(await this.move(tx, row, 'ended'))) throw new Overtaken();
  }

  /** The elder lives in another community now. */
  async moveHome(tx: TxCtx, elderId: string, communityId: string): Promise<void> {
    await this.repository.moveHome(tx, elderId, communityId);
  }

  /** An invitation may be made, or taken up, in the very moment in which the registry removes the relative. */
  private async isRemoved(ctx: Ctx, relativeId: string): Promise<boolean> {
    return (await this.kinfolk.people(ctx, [relativeId])).get(relativeId)?.removed ?? true;
  }

  private async getRow(ctx: Ctx, id: string): Promise<Kinship> {
    const row = await this.repository.find(ctx, id);
    if (!row) throw new Problem('access.not-found');
    return row;
  }

  /** @returns the row as it was, or null when it is there already. @throws Problem `kinship.state` */
  private async moveOnce(tx: TxCtx, id: string, to: KinshipState): Promise<Kinship | null> {
    const row = await this.getRow(tx, id);
    if (row.status === to) return null;
    checkMove(row.status, to);
    if (await this.move(tx, row, to)) return row;
    if ((await this.getRow(tx, id)).status === to) return null;
    throw new Problem('kinship.state');
  }

  /** @returns false when somebody else has moved it in the meantime */
  private async move(tx: TxCtx, row: Kinship, to: KinshipState, more: Partial<Kinship> = {}): Promise<boolean> {
    const decidedAt = to === 'awaiting' ? null : tx.at;
    const accountId = more.accountId ?? row.accountId;
    const runs = accountId !== null && (to === 'awaiting' || to === 'confirmed');
    const moved = await this.repository.move(tx, row.id, row.status, {
      codeIndex: null,
      confirmedAs: to === 'confirmed' ? row.relativeId : null,
      confirmedAt: to === 'confirmed' ? tx.at : confirmedAtOf(row),
      runningAs: runs ? placeOf(accountId, row.elderId) : null,
      decidedAt,
      ...more,
      status: to,
    });
    if (moved && accountId) tx.afterCommit(() => this.sessions.forget(accountId));
    return moved;
  }

  private async toViews(ctx: Ctx, rows: Kinship[]): Promise<KinshipView[]> {
    const people = await this.kinfolk.people(
      ctx,
      rows.map(({ relativeId }) => relativeId),
    );
    return rows.flatMap(({ id, accountId, elderId, communityId, relativeId, status, acceptedAt }) => {
      const person = people.get(relativeId);
      if (!person) return [];
      const { relation, firstContact } = person;
      return { id, accountId, elderId, communityId, relativeId, relation, firstContact, status, acceptedAt };
    });
  }
}

/** A process of an older version confirms without saying when; it was its last decision. */
function confirmedAtOf({ confirmedAt, status, decidedAt }: Kinship): number | null {
  return confirmedAt ?? (status === 'confirmed' ? decidedAt : null);
}

/** One account stands once beside one elder. */
function placeOf(accountId: string, elderId: string): string {
  return `${accountId}:${elderId}`;
}
