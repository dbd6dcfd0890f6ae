import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Trouble } from '../../scripts/lib/say.mjs';
import { entry } from './product.mjs';

const LONGEST_START_MS = 120_000;
const POLL_MS = 10;

const key = () => randomBytes(32).toString('base64');
/** Keys of this run: the filled tables are encrypted with them. */
export const KEYS = { ENCRYPTION_KEYS: `bench:${key()}`, INDEX_KEY: key(), LINK_KEY: key() };

/**
 * A server process, ready to be asked.
 * @typedef {{name: string, port: number, pid: number, readyMs: number, stop(): Promise<void>}} Running
 */

/**
 * Our server as it runs in production, but for the limit on requests (all come from a few hundred sessions) and for
 * WeChat, which is nowhere. It logs as always, into a file.
 * @param {number | undefined} workers undefined: as many as by default
 * @returns {Promise<Running>}
 */
export function startOurs(life, { url, port, workers, nodeOptions = [] }) {
  const env = {
    ...ourEnvironment(life, url),
    PORT: String(port),
    ...(workers === undefined ? {} : { WORKERS: String(workers) }),
  };
  return startServer(life, { name: 'ours', port, args: [...nodeOptions, entry], env });
}

/** The settings of our server but for its port. */
export function ourEnvironment(life, url) {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    HOST: '127.0.0.1',
    DATA_DIR: join(life.folder, 'data'),
    PUBLIC_URL: 'https://bench.invalid',
    WECHAT_BASE_URL: 'http://127.0.0.1:1',
    WECHAT_APP_ID: 'wxbench',
    WECHAT_APP_SECRET: 'bench',
    REQUESTS_PER_MINUTE: '999999999',
    ...KEYS,
  };
}

/** @returns {Promise<Running>} */
export function startBare(life, { url, port, poolSize, handlers, visitorId, communityId }) {
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    PORT: String(port),
    POOL_SIZE: String(poolSize),
    HANDLERS: JSON.stringify(handlers),
    VISITOR_ID: visitorId,
    COMMUNITY_ID: communityId,
  };
  const file = fileURLToPath(new URL('./bare-server.mjs', import.meta.url));
  return startServer(life, { name: 'bare', port, args: [file], env });
}

async function startServer(life, { name, port, args, env }) {
  const logPath = join(life.folder, `${name}.log`);
  const log = openSync(logPath, 'a');
  const { PATH, HOME } = process.env;
  const began = performance.now();
  const child = life.start(process.execPath, args, {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', log, log],
    cwd: life.folder,
  });
  closeSync(log);
  const deadline = began + LONGEST_START_MS;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > deadline) {
      throw new Trouble(`${name} 没有启动。`, tail(logPath));
    }
    await pause(POLL_MS);
  }
  const readyMs = performance.now() - began;
  return { name, port, pid: child.pid, readyMs, stop: () => life.stop(child), log: () => tail(logPath) };
}

const tail = (path) => readFileSync(path, 'utf8').slice(-4000);

async function isReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
