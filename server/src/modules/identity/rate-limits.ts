import type { FastifyRequest } from 'fastify';

const MINUTE_MS = 60_000;

/** Route configuration for @fastify/rate-limit: calls a minute from one address, whatever token they carry. */
export function perAddress(max: number): object {
  return { rateLimit: { max, timeWindow: MINUTE_MS, keyGenerator: (request: FastifyRequest) => request.ip } };
}
