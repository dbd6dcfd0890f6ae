import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { Action } from '../access/table';
import type { Actor, Ctx } from '../context/context';

export const ACTION = 'tanfang:action';

/** Names what a route does. A route without one does not start. */
export const Does = (action: Action) => SetMetadata(ACTION, action);

/** The guard leaves the context of the request here; what was read of its session before stands there already. */
export interface RequestWithCtx extends FastifyRequest {
  session?: { token: string; who: Actor | null };
  ctx?: Ctx;
}

/** The context of the request: who, when, and the connection to read from. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): Ctx => {
  const { ctx } = execution.switchToHttp().getRequest<RequestWithCtx>();
  if (!ctx) throw new Error('A route without the guard asked for a context');
  return ctx;
});
