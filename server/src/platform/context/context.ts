import type { EntityManager } from 'typeorm';

import type { Role } from '../access/table';

export interface Membership {
  role: Exclude<Role, 'family'>;
  /** Root of the subtree the role reaches; null for a role that is not bound to a division. */
  divisionId: string | null;
}

/** Who acts. `system` is a job handler or the planner, `anonymous` a caller without a session. */
export interface Actor {
  readonly kind: 'account' | 'system' | 'anonymous';
  readonly accountId: string | null;
  readonly sessionId: string | null;
  readonly memberships: readonly Membership[];
  /** Elders of whom this account is a confirmed relative. */
  readonly kin: readonly string[];
  /** The same, and those of whom it once was one: what is kept from the family, see `isOfFamily`. */
  readonly everKin: readonly string[];
  /** They were a visitor somewhere until a while ago. */
  readonly formerVisitor: boolean;
}

/** Travels first through every service call: who, when (ms), which request, and the connection to read from. */
export interface Ctx {
  readonly who: Actor;
  readonly at: number;
  readonly requestId: string;
  readonly em: EntityManager;
}

/** A context inside `Database.tx()`. Whatever writes asks for this type, so no write can happen outside a transaction. */
export interface TxCtx extends Ctx {
  readonly inTransaction: true;
  /** Runs after the commit, never after a rollback. Must not throw. */
  afterCommit(action: () => void): void;
}

const nobody = {
  accountId: null,
  sessionId: null,
  memberships: [],
  kin: [],
  everKin: [],
  formerVisitor: false,
} as const;

export const ANONYMOUS: Actor = { kind: 'anonymous', ...nobody };
export const SYSTEM: Actor = { kind: 'system', ...nobody };
