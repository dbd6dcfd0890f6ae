import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import { Access } from '../access/access';
import type { Action } from '../access/table';
import { Clock } from '../clock/clock';
import { ANONYMOUS, type Actor, type Ctx } from '../context/context';
import { Database } from '../database';
import { Problem } from '../problems/problem';
import { ACTION, type RequestWithCtx } from './action';
import { ACCOUNT_HEADER, CLIENT_HEADER, SESSION_COOKIE, SessionReader } from './session-reader';

/** Before every route: who calls, and has any of their roles business here at all? */
@Injectable()
export class Guard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: Access,
    private readonly sessions: SessionReader,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const action = this.reflector.get<Action | undefined>(ACTION, execution.getHandler());
    if (!action) throw new Error(`${execution.getClass().name}.${execution.getHandler().name} names no action`);
    const request = execution.switchToHttp().getRequest<RequestWithCtx>();
    const anonymous: Ctx = { who: ANONYMOUS, at: this.clock.now(), requestId: request.id, em: this.database.read };
    const who = await this.identify(request, anonymous, action);
    request.ctx = { ...anonymous, who };
    if (this.access.mayEver(who, action)) return true;
    if (who.kind === 'anonymous') throw new Problem('session.missing');
    throw new Problem('access.role');
  }

  private async identify(request: RequestWithCtx, ctx: Ctx, action: Action): Promise<Actor> {
    const token = bearer(request) ?? this.cookie(request);
    if (!token) return ANONYMOUS;
    const known = request.session?.token === token ? request.session : null;
    const who = known ? known.who : await this.sessions.read(ctx, token);
    if (who && !isMeantForAnother(request, who)) return who;
    // A script cannot drop an HttpOnly cookie, so one that has ended must not bar the way to signing in again.
    if (this.access.mayEver(ANONYMOUS, action)) return ANONYMOUS;
    throw new Problem(who ? 'session.other-account' : 'session.expired');
  }

  /** A cookie travels with requests that other sites cause, so a write by cookie must carry our header. */
  private cookie(request: RequestWithCtx): string | null {
    const token = request.cookies?.[SESSION_COOKIE];
    if (!token) return null;
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads && !request.headers[CLIENT_HEADER]) throw new Problem('request.forged');
    return token;
  }
}

/**
 * The tabs of a browser share one cookie. Where somebody else has signed in meanwhile, what a tab still holds of the
 * former one must not be taken down in the new one's name.
 */
function isMeantForAnother({ headers }: RequestWithCtx, who: Actor): boolean {
  const meant = headers[ACCOUNT_HEADER];
  return meant !== undefined && meant !== who.accountId;
}

export function bearer(request: Pick<RequestWithCtx, 'headers'>): string | null {
  const match = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '');
  return match?.[1] ?? null;
}
