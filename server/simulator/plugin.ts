import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { wechatApi } from './api';
import { WorldProblem } from './errors';
import { pages } from './pages';
import type { WorldSeed } from './seeds';
import { World } from './state/world';
import { worldRoutes } from './world-routes';

export interface SimulatorOptions extends WorldSeed {
  /** A world made elsewhere, to be looked into; the seeds are then ignored. */
  world?: World;
}

/**
 * WeChat, simulated, under any prefix: `<prefix>/api.weixin.qq.com/…` as the platform answers, `<prefix>/world/…` to
 * drive it, `<prefix>/` and `<prefix>/phones/{openid}` to look at. For demonstrations and tests, never in production.
 */
export const simulator: FastifyPluginAsync<SimulatorOptions> = async (scope, options) => {
  const world = options.world ?? new World(options);
  answerProblems(scope);
  scope.addHook('onClose', () => world.pushes.stop());
  await scope.register(wechatApi(world), { prefix: '/api.weixin.qq.com' });
  await scope.register(worldRoutes(world), { prefix: '/world' });
  await scope.register(pages(world, scope.prefix));
};

function answerProblems(scope: FastifyInstance): void {
  scope.setErrorHandler(async (error, _request, reply) => {
    const { statusCode = 500, message } = error as Error & { statusCode?: number };
    if (statusCode >= 500 && !(error instanceof WorldProblem)) scope.log.error(error);
    return reply.code(statusCode).type('application/json').send({ error: message });
  });
}
