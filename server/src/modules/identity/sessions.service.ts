import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import { calendarDate, DAY_MS } from '../../platform/clock/clock';
import type { Actor, Ctx, TxCtx } from '../../platform/context/context';
import { blindIndex, newSecret } from '../../platform/crypto';
import { Database, newId } from '../../platform/database';
import { SessionReader } from '../../platform/http';
import { Schedule } from '../../platform/outbox';
import type { Session } from './identity.entities';
import { SessionsRepository, type OpenSession } from './sessions.repository';

/** A session ends this long after its last use. */
export const SESSION_LIFE_MS = 30 * DAY_MS;
/** The end is moved at most once a day, so that reading does not mean writing. */
const EXTEND_EVERY_MS = DAY_MS;
const CACHE_MS = 5_000;
const CACHE_SIZE = 10_000;

interface Cached {
  actor: Actor;
  until: number;
}

/**
 * Opaque tokens of 256 bits, one for each device, revocable at once.
 *
 * Actors are remembered for five seconds, because every request asks for one. `forget` drops an account's entries in this
 * process as soon as its memberships, kin or sessions change; other processes may go by the old ones for those seconds.
 */
@Injectable()
export class Sessions extends SessionReader implements OnModuleInit {
  private readonly cache = new Map<string, Cached>();
  /** Counts `forget`: what was read from the database before one must not enter the cache after it. */
  private forgotten = 0;

  constructor(
    private readonly repository: SessionsRepository,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly schedule: Schedule,
  ) {
    super();
  }

  onModuleInit(): void {
    this.schedule.add({
      name: 'identity.remove-ended-sessions',
      everyMs: DAY_MS,
      run: (ctx) => this.database.tx(ctx, (tx) => this.repository.removeEndedBefore(tx, ctx.at - SESSION_LIFE_MS)),
    });
  }

  /** @param device what the person would call it, shown to them only. @returns the token: it exists nowhere else */
  async open(ctx: Ctx, accountId: string, device: string | null): Promise<{ token: string }> {
    const token = newSecret();
    const session: Session = {
      id: newId(ctx.at),
      accountId,
      tokenHash: hashOf(token),
      deviceName: device,
      createdAt: ctx.at,
      expiresAt: ctx.at + SESSION_LIFE_MS,
      revokedAt: null,
    };
    await this.database.tx(ctx, async (tx) => {
      await this.repository.insert(tx, session);
      await this.audit.record(tx, { action: 'session.open', subjectId: accountId, detail: { sessionId: session.id } });
    });
    return { token };
  }

  /** @returns null for a token that is unknown, revoked or past its end */
  async read(ctx: Ctx, token: string): Promise<Actor | null> {
    const tokenHash = hashOf(token);
    const cached = this.cache.get(tokenHash);
    if (cached && ctx.at < cached.until) return cached.actor;
    const forgottenBefore = this.forgotten;
    const session = await this.repository.open(ctx, tokenHash, calendarDate(ctx.at));
    if (!session || session.revokedAt !== null || session.expiresAt <= ctx.at) return null;
    const actor = toActor(session);
    await this.extend(ctx, session);
    if (forgottenBefore === this.forgotten) this.remember(tokenHash, { actor, until: ctx.at + CACHE_MS });
    return actor;
  }

  /** Ends the session the caller is using. */
  async close(ctx: Ctx): Promise<void> {
    const { accountId, sessionId } = ctx.who;
    if (!accountId || !sessionId) return;
    await this.database.tx(ctx, async (tx) => {
      await this.repository.revoke(tx, sessionId);
      await this.audit.record(tx, { action: 'session.close', subjectId: accountId, detail: { sessionId } });
      tx.afterCommit(() => this.forget(accountId));
    });
  }

  /** Ends every session of the account. The caller audits why. @returns how many there were */
  async revokeAll(tx: TxCtx, accountId: string): Promise<number> {
    tx.afterCommit(() => this.forget(accountId));
    return this.repository.revokeAll(tx, accountId);
  }

  /** Drops what is remembered of an account: call it, after the commit, when its memberships or kin have changed. */
  forget(accountId: string): void {
    this.forgotten += 1;
    for (const [tokenHash, { actor }] of this.cache) if (actor.accountId === accountId) this.cache.delete(tokenHash);
  }

  private async extend(ctx: Ctx, session: OpenSession): Promise<void> {
    const end = ctx.at + SESSION_LIFE_MS;
    if (end - session.expiresAt < EXTEND_EVERY_MS) return;
    await this.database.tx(ctx, (tx) => this.repository.extend(tx, session.id, end));
  }

  private remember(tokenHash: string, entry: Cached): void {
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    this.cache.set(tokenHash, entry);
  }
}

function toActor({ id, accountId, memberships, kin, everKin, formerVisitor }: OpenSession): Actor {
  return { kind: 'account', accountId, sessionId: id, memberships, kin, everKin, formerVisitor };
}

function hashOf(token: string): string {
  return blindIndex(token, 'session.token');
}
