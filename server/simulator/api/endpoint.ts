import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { WechatError } from '../errors';
import type { AppSeed } from '../seeds';
import type { FaultKind } from '../state/faults';
import { requestId } from '../state/random';
import type { World } from '../state/world';

/** What an endpoint sends: JSON text as the platform spells it, or the bytes of a picture. Always HTTP 200. */
export interface Sent {
  contentType: string;
  body: string | Buffer;
}

export interface Call {
  query: Record<string, string>;
  /** The parsed JSON object; empty for GET. */
  body: Record<string, unknown>;
  /** The platform takes the call and fails at what should follow. */
  lost: boolean;
}

export interface Endpoint {
  path: string;
  method: 'GET' | 'POST';
  handle(world: World, call: Call): Sent | Promise<Sent>;
}

export const JSON_TYPE = 'application/json; encoding=utf-8';

export function json(value: object): Sent {
  return { contentType: JSON_TYPE, body: JSON.stringify(value) };
}

/** A body field as text; '' when missing or no text. */
export function textOf(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}

/**
 * The app behind `?access_token=`.
 * @throws WechatError 41001, 40001, 42001
 */
export function appOfCall(world: World, call: Call): AppSeed {
  return world.appOfToken(call.query.access_token ?? '');
}

/** Adds one endpoint: faults first, then the method, then the call itself. */
export function addEndpoint(scope: FastifyInstance, world: World, endpoint: Endpoint): void {
  scope.route({
    method: ['GET', 'POST'],
    url: endpoint.path,
    handler: async (request, reply) => {
      const { delayMs, kind } = world.faults.take(endpoint.path);
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (kind === 'down' || kind === 'hang-up') return breakOff(request, reply, kind);
      const sent = await answer(world, endpoint, request, kind);
      if (kind === 'hang-up-after-accepting') return breakOff(request, reply, kind);
      return reply.header('content-type', sent.contentType).send(sent.body);
    },
  });
}

async function answer(
  world: World,
  endpoint: Endpoint,
  request: FastifyRequest,
  kind: FaultKind | null,
): Promise<Sent> {
  try {
    const query = queryOf(request);
    if (kind === 'expired-token') {
      // For good, so that a client has to fetch a new token and not merely try again.
      world.tokens.expire(query.access_token ?? '');
      throw new WechatError(42001);
    }
    if (kind !== null && /^-?\d+$/.test(kind)) throw new WechatError(Number(kind));
    if (request.method !== endpoint.method) throw new WechatError(endpoint.method === 'GET' ? 43001 : 43002);
    const body = endpoint.method === 'POST' ? () => bodyOf(request) : () => ({});
    return await endpoint.handle(world, lazyCall(query, body, kind === 'lost'));
  } catch (error) {
    return failure(world, error);
  }
}

/** The body is read when an endpoint first looks at it: a wrong token is told before a wrong body. */
function lazyCall(query: Record<string, string>, read: () => Record<string, unknown>, lost: boolean): Call {
  let body: Record<string, unknown> | undefined;
  return {
    query,
    lost,
    get body() {
      return (body ??= read());
    },
  };
}

export function failure(world: World, error: unknown): Sent {
  if (!(error instanceof WechatError)) throw error;
  return json({ errcode: error.errcode, errmsg: `${error.message} rid: ${requestId(world.clock())}` });
}

function queryOf(request: FastifyRequest): Record<string, string> {
  const entries = Object.entries(request.query as Record<string, string | string[]>);
  return Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? (value[0] ?? '') : value]));
}

/** @throws WechatError 44002 without body, 47001 unless it is a JSON object, whatever its content type says */
function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const text = typeof request.body === 'string' ? request.body.trim() : '';
  if (text === '') throw new WechatError(44002);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new WechatError(47001);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WechatError(47001);
  return value as Record<string, unknown>;
}

/** Ends the connection without answering: a reset for `down`, a plain close for a hang-up. */
function breakOff(request: FastifyRequest, reply: FastifyReply, kind: FaultKind): FastifyReply {
  reply.hijack();
  const { socket } = request.raw;
  if (kind === 'down' && typeof socket.resetAndDestroy === 'function') socket.resetAndDestroy();
  else socket.destroy();
  return reply;
}

/** The platform's usual success without data. */
export const OK: Sent = json({ errcode: 0, errmsg: 'ok' });
