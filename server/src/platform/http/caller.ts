import type { Clock } from '../clock/clock';
import { ANONYMOUS } from '../context/context';
import type { Database } from '../database';
import type { RequestWithCtx } from './action';
import { bearer } from './guard';
import { SESSION_COOKIE, type SessionReader } from './session-reader';

/**
 * By what the requests of a minute are counted: a whole community may share one address, so a session counts for itself.
 * A token that opens none counts by its address, or whoever invents a new one each time would never be stopped. The session
 * is read for it, and left for the guard, which asks next.
 */
export function callerBy(sessions: SessionReader, database: Database, clock: Clock) {
  return async (request: RequestWithCtx): Promise<string> => {
    const token = bearer(request) ?? request.cookies?.[SESSION_COOKIE];
    if (!token) return request.ip;
    const ctx = { who: ANONYMOUS, at: clock.now(), requestId: request.id, em: database.read };
    const who = await sessions.read(ctx, token);
    request.session = { token, who };
    return who?.sessionId ?? request.ip;
  };
}
