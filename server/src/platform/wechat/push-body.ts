import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The platform's largest events are a few kilobytes. */
const LIMIT_BYTES = 64 * 1024;
const RAW = 'application/x-wechat-push';

export function isPush({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url === '/api/wechat/push';
}

/**
 * Leaves the body of a push as the text that was sent: JSON and XML come to the same address, the platform's content type
 * says little about which, and nothing is to be parsed before the sender is known.
 */
export function readPushesRaw(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _, done) => {
    if (isPush(request)) request.headers['content-type'] = RAW;
    done();
  });
  instance.addContentTypeParser(RAW, { parseAs: 'string', bodyLimit: LIMIT_BYTES }, (_, body, done) =>
    done(null, body),
  );
}
