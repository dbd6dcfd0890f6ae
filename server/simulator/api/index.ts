import type { FastifyInstance } from 'fastify';
import { WechatError } from '../errors';
import type { World } from '../state/world';
import { addEndpoint, failure, type Endpoint } from './endpoint';
import { checkSession, code2Session, getPhoneNumber } from './login';
import { sendSubscribeMessage } from './subscribe-message';
import { plainToken, stableToken } from './tokens';
import { getUnlimitedWxacode } from './wxacode';

const ENDPOINTS: Endpoint[] = [
  stableToken,
  plainToken,
  code2Session,
  checkSession,
  getPhoneNumber,
  sendSubscribeMessage,
  getUnlimitedWxacode,
];

/** What api.weixin.qq.com answers. Bodies are read as text, because the platform goes by no content type. */
export function wechatApi(world: World) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const endpoint of ENDPOINTS) addEndpoint(scope, world, endpoint);
    scope.all('/*', async (_request, reply) => {
      const sent = failure(world, new WechatError(40066));
      return reply.header('content-type', sent.contentType).send(sent.body);
    });
  };
}
