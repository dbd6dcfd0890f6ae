import 'reflect-metadata';

import type { InjectOptions } from 'fastify';
import { ulid } from 'ulid';

import { createSimulator, type RunningSimulator } from '../../../simulator';
import { createApp, type App } from '../../../src/app';
import { simulatedWechatApp } from '../../../src/demo/simulated-wechat';
import { loadConfig, type Config } from '../../../src/platform/config/config';
import { SYSTEM, type Ctx } from '../../../src/platform/context/context';
import { Readiness } from '../../../src/platform/http/readiness';
import { createLog } from '../../../src/platform/log';
import { Schedule, Workers } from '../../../src/platform/outbox';
import { TestClock } from './clock';
import { lendTestDatabase, type TestDatabase } from './database';

export interface Answer<T = never> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

export interface CallOptions {
  /** Session token, sent as Bearer. */
  as?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface TestApp {
  app: App;
  clock: TestClock;
  simulator: RunningSimulator;
  config: Config;
  /** What was logged, line by line, as JSON text. */
  log: string[];
  /** A context of the system, for calling services directly. */
  ctx(): Ctx;
  call<T = Record<string, never>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: CallOptions,
  ): Promise<Answer<T>>;
  /** Runs jobs until none is due. @returns how many ran */
  work(): Promise<number>;
  /** Runs the recurring tasks that are due. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Environment variables beside the demo's. */
  env?: Record<string, string>;
  clock?: TestClock;
  /** An existing database, to start a second server on it. The caller drops it. */
  database?: TestDatabase;
}

/** The whole server on a database of its own, with a simulated WeChat over HTTP. Jobs run only when the test says so. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = options.clock ?? new TestClock();
  const database = options.database ?? (await lendTestDatabase());
  const env = {
    ...{ DEMO: '1', DATA_DIR: database.dataDir, DATABASE_URL: database.databaseUrl ?? '' },
    ...{ REQUESTS_PER_MINUTE: '100000', ...options.env },
  };
  const simulator = createSimulator({ apps: [simulatedWechatApp(loadConfig(env))], clock: () => clock.now() });
  const wechat = await simulator.listen();
  const config = loadConfig({ WECHAT_BASE_URL: `${wechat}/api.weixin.qq.com`, ...env });
  const log: string[] = [];
  const logger = createLog('debug', { write: (line: string) => void log.push(line) });
  const app = await createApp(config, { clock, log: logger }).catch(async (error: unknown) => {
    await simulator.close();
    if (!options.database) await database.drop();
    throw error;
  });
  const close = async () => {
    await app.close();
    await simulator.close();
    if (!options.database) await database.drop();
  };
  app.nest.get(Readiness).declare();
  const workers = app.nest.get(Workers);
  return {
    app,
    clock,
    simulator,
    config,
    log,
    ctx: () => ({ who: SYSTEM, at: clock.now(), requestId: ulid(), em: app.database.read }),
    call: (method, path, call) => inject(app, method, path, call),
    work: () => drain(workers),
    tick: () => app.nest.get(Schedule).runDue(),
    close,
  };
}

async function inject<T>(
  app: App,
  method: string,
  path: string,
  { as, body, headers }: CallOptions = {},
): Promise<Answer<T>> {
  const isBytes = Buffer.isBuffer(body);
  const request: InjectOptions = {
    method: method as InjectOptions['method'],
    url: `/api${path}`,
    headers: {
      'x-tanfang-client': 'weapp',
      ...(as ? { authorization: `Bearer ${as}` } : {}),
      ...(body !== undefined && !isBytes ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: isBytes ? body : JSON.stringify(body) }),
  };
  const response = await app.nest.inject(request as never);
  const isJson = /json/.test(String(response.headers['content-type']));
  const parsed = isJson && response.payload ? (JSON.parse(response.payload) as T) : (response.rawPayload as T);
  return { status: response.statusCode, body: parsed, headers: response.headers as Answer['headers'] };
}

async function drain(workers: Workers): Promise<number> {
  let total = 0;
  for (let ran = await workers.workOnce(); ran > 0; ran = await workers.workOnce()) total += ran;
  return total;
}
