import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

import { isTransient, isUnavailable } from '../database/errors';
import type { ProblemCode } from '../problems/catalogue';
import { Problem } from '../problems/problem';
import { WechatRefusal, WechatUncertain, WechatUnreachable } from '../wechat';
import { LOGGER } from '../tokens';

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'request.malformed',
  403: 'access.role',
  404: 'access.not-found',
  413: 'request.too-large',
  415: 'request.unsupported-media',
  429: 'request.too-many',
  503: 'server.busy',
};

/** Every failure leaves as `application/problem+json`; one we did not expect leaves a bug report in the log as well. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = asProblem(error);
    const where = { requestId: request.id, route: request.routeOptions?.url };
    if (problem.code === 'server.error') this.log.error({ err: error, ...where }, 'a request failed');
    // Whoever waits for the start asks every second; that is no news.
    else if (problem.status >= 500 && problem.code !== 'server.starting')
      this.log.warn({ err: error, ...where }, problem.code);
    sendProblem(reply, problem, request.id);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): void {
  void reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem.toBody(requestId)));
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isTransient(error) || isUnavailable(error)) return new Problem('server.busy');
  if (error instanceof WechatRefusal || error instanceof WechatUncertain || error instanceof WechatUnreachable) {
    return new Problem('wechat.unavailable');
  }
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number })?.statusCode;
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (code) return new Problem(code);
  return new Problem(status !== undefined && status < 500 ? 'request.malformed' : 'server.error');
}
