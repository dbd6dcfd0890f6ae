import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { simulator } from './plugin';
import type { WorldSeed } from './seeds';
import { World } from './state/world';

export interface RunningSimulator {
  app: FastifyInstance;
  world: World;
  /**
   * Opens a port (a free one when 0 or left out).
   * @returns the base address, `http://127.0.0.1:4123`; the platform is at `<base>/api.weixin.qq.com`
   */
  listen(port?: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

/** A simulator with an HTTP server of its own, for tests and for `main.ts`. */
export function createSimulator(seed: WorldSeed): RunningSimulator {
  const world = new World(seed);
  const app = fastify({ forceCloseConnections: true });
  void app.register(simulator, { ...seed, world });
  return {
    app,
    world,
    async listen(port = 0, host = '127.0.0.1') {
      await app.listen({ port, host });
      return `http://${host}:${(app.server.address() as AddressInfo).port}`;
    },
    close: () => app.close(),
  };
}
