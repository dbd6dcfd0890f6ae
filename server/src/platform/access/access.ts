import { Injectable } from '@nestjs/common';

import type { Actor, Ctx } from '../context/context';
import { Problem } from '../problems/problem';
import { ACCESS, scopeOf, type Action, type Capacity, type Scope } from './table';

/** Where a row stands, as far as access cares. Leave out what the row does not have. */
export interface Target {
  /** Or another division, where a row belongs to one. */
  communityId?: string;
  elderId?: string;
  /** Visitors the elder is assigned to. */
  visitorIds?: readonly string[];
  /** The account the row belongs to. */
  ownerId?: string | null;
}

/** What a list may show to the caller: the union of these. Empty lists mean nothing of that kind. */
export interface Reach {
  /** Communities of the caller's subtrees. */
  communityIds: readonly string[];
  /** Elders by kinship. */
  elderIds: readonly string[];
  /** The caller's own account where the grant is by assignment or ownership. */
  accountId: string | null;
}

/** The tree of divisions, as access needs it; given by the divisions module. */
export abstract class DivisionTree {
  /** Whether `id` is `ancestorId` or lies below it. */
  abstract isWithin(id: string, ancestorId: string): boolean;
  /** Ids of all communities at or below a division. */
  abstract communitiesWithin(id: string): readonly string[];
}

@Injectable()
export class Access {
  constructor(private readonly divisions: DivisionTree) {}

  /** Whether the caller has a role that could do this at all. The HTTP guard asks; services still ask per record. */
  mayEver(who: Actor, action: Action): boolean {
    const grant = ACCESS[action];
    if (grant === 'anyone') return true;
    if (who.kind === 'system') return true;
    if (who.kind === 'anonymous') return false;
    if (typeof grant === 'string') return true;
    return rolesOf(who).some((role) => scopeOf(action, role) !== null);
  }

  /**
   * Permits the action on one row or throws `access.not-found`: to one outside, a row that exists and one that does not
   * look the same.
   */
  require(ctx: Ctx, action: Action, target: Target): void {
    if (!this.permits(ctx.who, action, target)) throw new Problem('access.not-found');
  }

  permits(who: Actor, action: Action, target: Target): boolean {
    if (who.kind === 'system') return true;
    const grant = ACCESS[action];
    if (grant === 'anyone') return true;
    if (who.kind === 'anonymous') return false;
    if (typeof grant === 'string') return this.covers(who, grant, target, null);
    return rolesOf(who).some((role) => {
      const scope = grant[role];
      return scope !== undefined && this.covers(who, scope, target, role);
    });
  }

  /** The rows that a list may show. A caller without scope gets empty lists and so sees nothing. */
  reach(ctx: Ctx, action: Action): Reach {
    const reach = { communityIds: [] as string[], elderIds: [] as string[], accountId: null as string | null };
    for (const role of rolesOf(ctx.who)) {
      const scope = scopeOf(action, role);
      if (scope === 'assignment' || scope === 'own') reach.accountId = ctx.who.accountId;
      if (scope === 'kinship') reach.elderIds.push(...ctx.who.kin);
    }
    for (const { role, divisionId } of ctx.who.memberships) {
      if (divisionId && scopeOf(action, role) === 'subtree')
        reach.communityIds.push(...this.divisions.communitiesWithin(divisionId));
    }
    return reach;
  }

  private covers(who: Actor, scope: Scope, target: Target, role: Capacity | null): boolean {
    switch (scope) {
      case 'anyone':
      case 'signed-in':
        return true;
      case 'own':
        return target.ownerId != null && target.ownerId === who.accountId;
      case 'assignment':
        return who.accountId !== null && (target.visitorIds ?? []).includes(who.accountId);
      case 'kinship':
        return target.elderId !== undefined && who.kin.includes(target.elderId);
      case 'subtree':
        return who.memberships.some(
          (membership) =>
            membership.role === role &&
            membership.divisionId !== null &&
            target.communityId !== undefined &&
            this.divisions.isWithin(target.communityId, membership.divisionId),
        );
    }
  }
}

/**
 * Whether what is kept from the elder's family is kept from the caller, in whatever capacity they come. A kinship that was
 * confirmed counts for good: whoever could end it to read as an officer would read it.
 */
export function isOfFamily(who: Actor, elderId: string): boolean {
  return who.everKin.includes(elderId);
}

/** Roles of the account; kinship makes one a family member, and a role of a visitor that has ended a former one. */
export function rolesOf(who: Actor): Capacity[] {
  const roles = new Set<Capacity>(who.memberships.map(({ role }) => role));
  if (who.kin.length > 0) roles.add('family');
  if (who.formerVisitor) roles.add('former-visitor');
  return [...roles];
}
