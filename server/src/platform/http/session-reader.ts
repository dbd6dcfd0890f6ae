import type { Actor, Ctx } from '../context/context';

/** How the guard learns who a token belongs to; given by the identity module. */
export abstract class SessionReader {
  /** @returns the actor, or null when the token is unknown, revoked or past its end */
  abstract read(ctx: Ctx, token: string): Promise<Actor | null>;
}

export const SESSION_COOKIE = 'tf_session';
/** Sent by our clients with every call; a page of another site cannot add it. */
export const CLIENT_HEADER = 'x-tanfang-client';
/** Sent by our clients with every call they make for somebody: the account that it is meant for. */
export const ACCOUNT_HEADER = 'x-tanfang-account';
