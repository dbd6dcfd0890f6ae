import { Injectable } from '@nestjs/common';
import { IsNull, LessThan } from 'typeorm';

import { addDays } from '../../policy';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { runPrepared } from '../../platform/database';
import { Session, type Membership } from './identity.entities';
import type { KinshipState } from './kinship-state';

/** A session with what its account may do today. */
export interface OpenSession {
  id: string;
  accountId: string;
  expiresAt: number;
  revokedAt: number | null;
  memberships: Pick<Membership, 'role' | 'divisionId'>[];
  /** Elders of whom the account is a confirmed relative. */
  kin: string[];
  /** And those of whom it once was one. */
  everKin: string[];
  /** A role of a visitor has ended no longer than `HANDING_IN_DAYS` ago. */
  formerVisitor: boolean;
}

interface Row {
  id: string;
  accountId: string;
  expiresAt: number | string;
  revokedAt: number | string | null;
  membershipId: string | null;
  until: string | null;
  role: Membership['role'];
  divisionId: string | null;
  elderId: string | null;
  kinship: KinshipState | null;
}

/**
 * One statement for what every request has to know; each membership, those that ended a while ago too, comes with each elder
 * of the account.
 */
const OPEN_SESSION = `
  SELECT s.id AS id, s.account_id AS accountId, s.expires_at AS expiresAt, s.revoked_at AS revokedAt,
    m.id AS membershipId, m.until AS until, m.role AS role, m.division_id AS divisionId,
    k.elder_id AS elderId, k.status AS kinship
  FROM session s
  LEFT JOIN membership m ON m.account_id = s.account_id AND m.since <= ? AND (m.until IS NULL OR m.until > ?)
  LEFT JOIN kinship k ON k.account_id = s.account_id AND (k.status = 'confirmed' OR k.confirmed_at IS NOT NULL)
  WHERE s.token_hash = ? ORDER BY m.id, k.id`;

/**
 * Days, from the first without the role of a visitor, in which what was done before is still taken in: as many as a sign-in
 * lasts that nobody uses. Whoever was offline for longer would have had to come to the community anyway.
 */
const HANDING_IN_DAYS = 30;

@Injectable()
export class SessionsRepository {
  /** @param on calendar date @returns null for a token that was never given out */
  async open(ctx: Ctx, tokenHash: string, on: string): Promise<OpenSession | null> {
    const rows = (await runPrepared(ctx.em, OPEN_SESSION, [on, addDays(on, -HANDING_IN_DAYS), tokenHash])) as Row[];
    const [first] = rows;
    if (!first) return null;
    const memberships = new Map<string, Pick<Membership, 'role' | 'divisionId'>>();
    const kin = new Set<string>();
    const everKin = new Set<string>();
    let formerVisitor = false;
    for (const { membershipId, until, role, divisionId, elderId, kinship } of rows) {
      const holds = until === null || until > on;
      if (membershipId !== null && !holds) formerVisitor ||= role === 'visitor';
      if (membershipId !== null && holds) memberships.set(membershipId, { role, divisionId });
      if (elderId !== null) everKin.add(elderId);
      if (elderId !== null && kinship === 'confirmed') kin.add(elderId);
    }
    const { id, accountId, expiresAt, revokedAt } = first;
    return {
      id,
      accountId,
      expiresAt: Number(expiresAt),
      revokedAt: revokedAt === null ? null : Number(revokedAt),
      memberships: [...memberships.values()],
      kin: [...kin],
      everKin: [...everKin],
      formerVisitor,
    };
  }

  async insert(ctx: TxCtx, session: Session): Promise<void> {
    await ctx.em.insert(Session, session);
  }

  async extend(ctx: TxCtx, id: string, expiresAt: number): Promise<void> {
    await ctx.em.update(Session, { id, revokedAt: IsNull() }, { expiresAt });
  }

  async revoke(ctx: TxCtx, id: string): Promise<void> {
    await ctx.em.update(Session, { id, revokedAt: IsNull() }, { revokedAt: ctx.at });
  }

  async revokeAll(ctx: TxCtx, accountId: string): Promise<number> {
    const { affected } = await ctx.em.update(Session, { accountId, revokedAt: IsNull() }, { revokedAt: ctx.at });
    return affected ?? 0;
  }

  async removeEndedBefore(ctx: TxCtx, instant: number): Promise<void> {
    await ctx.em.delete(Session, { expiresAt: LessThan(instant) });
  }
}
