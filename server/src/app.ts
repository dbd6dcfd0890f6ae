import { existsSync, mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';
import type { Logger } from 'pino';

import { AppModule } from './app.module';
import { SCHEMA } from './database/schema';
import { addApiDocument } from './api-document';
import { Clock, FileClock, SystemClock } from './platform/clock/clock';
import type { Config } from './platform/config/config';
import { openVault } from './platform/crypto';
import { Database, lockDataDir, newId, openDatabase } from './platform/database';
import { armFaultPoint } from './platform/fault-points';
import { SessionReader } from './platform/http';
import { callerBy } from './platform/http/caller';
import { Readiness } from './platform/http/readiness';
import { createLog } from './platform/log';
import { Schedule, Workers } from './platform/outbox';
import { Problem } from './platform/problems/problem';
import { isPush, readPushesRaw } from './platform/wechat/push-body';

export interface App {
  nest: NestFastifyApplication;
  database: Database;
  /** Starts the embedded workers and the recurring tasks; from then on the server says that it is ready. */
  startWork(): void;
  /** Lets requests and jobs in hand finish, then frees database and lock. */
  close(): Promise<void>;
}

export interface AppOptions {
  clock?: Clock;
  log?: Logger;
  /** Adds what is not part of the server, like the demo's simulated WeChat, before it starts. */
  mount?: (instance: FastifyInstance) => Promise<void>;
}

const IMAGE_LIMIT_BYTES = 8 * 1024 * 1024;
const JSON_LIMIT_BYTES = 1024 * 1024;

/** Builds the server on an open database, without listening. Throws, with nothing left open, when it cannot. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const log = options.log ?? createLog(config.logLevel);
  const clock = options.clock ?? (config.testClockFile ? new FileClock(config.testClockFile) : new SystemClock());
  mkdirSync(config.dataDir, { recursive: true });
  openVault(config.keys);
  armFaultPoint(config.faultPoint);
  const lock = config.databaseUrl ? null : lockDataDir(config.dataDir);
  let database: Database | null = null;
  try {
    const opened = (database = await openDatabase(config.databaseUrl, config.dataDir, SCHEMA));
    const nest = await NestFactory.create<NestFastifyApplication>(
      AppModule.with({ config, log, clock, database: opened }),
      adapter(config, log, clock),
      { logger: ['error', 'fatal'], abortOnError: false },
    );
    await configure(nest, config, options);
    return {
      nest,
      database: opened,
      startWork: () => {
        nest.get(Workers).start();
        nest.get(Schedule).start();
        nest.get(Readiness).declare();
      },
      close: async () => {
        await nest.close();
        await nest.get(Schedule).stop();
        await nest.get(Workers).stop();
        await opened.close();
        lock?.release();
      },
    };
  } catch (error) {
    await database?.close();
    lock?.release();
    throw error;
  }
}

function adapter(config: Config, log: Logger, clock: Clock): FastifyAdapter {
  const fastify = new FastifyAdapter({
    bodyLimit: JSON_LIMIT_BYTES,
    genReqId: () => newId(clock.now()),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
  });
  const instance = fastify.getInstance() as unknown as FastifyInstance;
  instance.addContentTypeParser(
    ['image/jpeg', 'image/png'],
    { parseAs: 'buffer', bodyLimit: IMAGE_LIMIT_BYTES },
    (_, body, done) => done(null, body),
  );
  readPushesRaw(instance);
  // The pattern of the route, not the address: a query may hold a name somebody searched for.
  instance.addHook('onResponse', (request, reply, done) => {
    const { method, id, routeOptions } = request;
    log.info(
      { requestId: id, method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
  instance.addHook('onRequest', (request, reply, done) => {
    // By the receipt the apps know an answer for ours; a proxy may write an `x-request-id` of its own over this one, by which
    // earlier apps know it.
    reply.header('x-tanfang-receipt', request.id).header('x-request-id', request.id);
    // Nearly every answer is about somebody; phones are shared, and a proxy must not keep it either.
    if (isApi(request)) reply.header('cache-control', 'private, no-store');
    done();
  });
  return fastify;
}

/** By the route, not by its spelling: `/%61pi` is `/api` as well. */
function isApi({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.url ?? '').startsWith('/api/');
}

async function configure(nest: NestFastifyApplication, config: Config, { mount }: AppOptions): Promise<void> {
  nest.setGlobalPrefix('api');
  const instance = nest.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await instance.register(fastifyCookie);
  addSecurityHeaders(instance, config);
  await instance.register(fastifyRateLimit, {
    max: config.requestsPerMinute,
    timeWindow: '1 minute',
    // All that WeChat pushes comes from a few addresses, and what is turned away it repeats three times and never again.
    allowList: (request: FastifyRequest) => !isApi(request) || isPush(request),
    keyGenerator: callerBy(nest.get(SessionReader), nest.get(Database), nest.get(Clock)),
    errorResponseBuilder: () => new Problem('request.too-many'),
  });
  await mount?.(instance);
  await serveBrowserApp(instance);
  addApiDocument(nest);
  await nest.init();
  await instance.ready();
}

/** The browser app at `/`, and door codes that a phone's own camera opened. */
async function serveBrowserApp(instance: FastifyInstance): Promise<void> {
  instance.get('/d/:code', (request, reply) => {
    const { code } = request.params as { code: string };
    return reply.redirect(`/#/visitor/scan/index?q=${encodeURIComponent(code)}`);
  });
  const root = join(__dirname, '../../../miniprogram/dist/h5');
  if (existsSync(root)) await instance.register(fastifyStatic, { root, prefix: '/', index: 'index.html' });
}

/** An answer of the API is no page: it loads nothing, and nobody may frame it. */
function addSecurityHeaders(instance: FastifyInstance, config: Config): void {
  const strictTransportSecurity = config.production;
  const forPages = headersOf({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        upgradeInsecureRequests: config.production ? [] : null,
      },
    },
    strictTransportSecurity,
  });
  const forData = headersOf({
    ...{ strictTransportSecurity, crossOriginOpenerPolicy: false, originAgentCluster: false },
    ...{ xDnsPrefetchControl: false, xDownloadOptions: false, xPermittedCrossDomainPolicies: false },
    ...{ xXssProtection: false, xPoweredBy: false },
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  instance.addHook('onRequest', (request, reply, done) => {
    reply.headers(isApi(request) && !request.routeOptions.url!.startsWith('/api/docs') ? forData : forPages);
    done();
  });
}

/** The headers that helmet sets, which are always the same: set by it for every request they take longer than a statement. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: (name: string) => delete headers[name.toLowerCase()],
  };
  helmet(options)({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}
