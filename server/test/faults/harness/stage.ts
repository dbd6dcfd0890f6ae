import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { simulatedWechatApp } from '../../../src/demo/simulated-wechat';
import { SCHEMA } from '../../../src/database/schema';
import { loadConfig } from '../../../src/platform/config/config';
import { SYSTEM, type Ctx } from '../../../src/platform/context/context';
import { openDatabase } from '../../../src/platform/database';
import type { ArmedPoint } from '../../../src/platform/fault-points';
import { startTestApp, type TestApp } from '../../api/support/app';
import { foundCity, type City } from './city';
import { ClockFile } from './clock-file';
import { pause, until } from './program';
import { Server } from './server';
import { makeStorage, type Engine, type Storage } from './storage';
import { Wechat } from './wechat';

export interface StageOptions {
  engine: Engine;
  families: number;
  visitors?: number;
  /** Messages that each daughter allows, for every template. */
  taps?: number;
  /** Server processes on the one database; a number beyond 1 for MariaDB only. */
  servers?: number;
  /** Jobs that one process works at the same time. */
  workers?: number;
}

const key = () => randomBytes(32).toString('base64');

/** Everything of one test: a folder, the time, a database, WeChat, and places in which servers live one after another. */
export class Stage {
  /** The server that lives, or lived last, in each place. */
  readonly servers: (Server | null)[];

  private constructor(
    private readonly folder: string,
    readonly clock: ClockFile,
    readonly storage: Storage,
    readonly city: City,
    readonly wechat: Wechat,
    private readonly env: Record<string, string>,
    places: number,
  ) {
    this.servers = Array.from({ length: places }, () => null);
  }

  static async set({
    engine,
    families,
    visitors = 4,
    taps = 2,
    servers = 1,
    workers = 4,
  }: StageOptions): Promise<Stage> {
    const folder = mkdtempSync(join(tmpdir(), 'tanfang-faults-'));
    const clock = new ClockFile(join(folder, 'clock'));
    const storage = await makeStorage(engine, folder);
    const env = {
      ...{ ENCRYPTION_KEYS: `k1:${key()}`, INDEX_KEY: key(), LINK_KEY: key(), HOST: '127.0.0.1' },
      ...{ WECHAT_APP_ID: 'wx-of-the-test', WECHAT_APP_SECRET: 'secret-of-the-test' },
      ...{ DATA_DIR: storage.dataDir, DATABASE_URL: storage.databaseUrl ?? '', TEST_CLOCK_FILE: clock.path },
      ...{ REQUESTS_PER_MINUTE: '999999999', WORKERS: String(workers) },
    };
    const city = await foundCity(storage, clock, env, { families, visitors, taps });
    const users = city.families.map(({ daughter: { openid, name } }) => ({ openid, name }));
    const apps = [simulatedWechatApp(loadConfig(env))];
    const wechat = await Wechat.start(folder, { apps, users }, clock.path);
    await wechat.accept(users, taps);
    const all = { ...env, WECHAT_BASE_URL: wechat.baseUrl };
    return new Stage(folder, clock, storage, city, wechat, all, servers);
  }

  /** Starts a server in a place, to die at a point if one is named. It is ready, or dead already. */
  async start(point?: ArmedPoint, place = 0): Promise<Server> {
    const server = await Server.start(this.env, join(this.folder, `server-${place}.log`), point);
    this.servers[place] = server;
    return server;
  }

  /** Addresses of the servers that live. */
  get origins(): string[] {
    return this.servers.flatMap((server) => (server?.isUp ? [server.origin] : []));
  }

  /** How many rows there are. @param condition SQL behind WHERE */
  async count(table: string, condition = '1 = 1'): Promise<number> {
    const [row] = await this.storage.look(`SELECT COUNT(*) AS found FROM ${table} WHERE ${condition}`);
    return Number(row!.found);
  }

  /** Lets time pass, from one thing that is due to the next, up to an instant (ms). */
  async passUntil(last: number | string): Promise<void> {
    const end = typeof last === 'number' ? last : Date.parse(last);
    for (let next = await this.nextDue(); next !== null && next < end; next = await this.nextDue()) {
      this.clock.set(Math.max(next, this.clock.now() + 1000));
    }
    if (Number.isFinite(end) && end > this.clock.now()) this.clock.set(end);
  }

  /** Lets time pass until no job is left and the audit chain has caught up. */
  async settle(): Promise<void> {
    await this.passUntil(Infinity);
    // The sealer comes once a second.
    this.clock.advance(1000);
    const sealed = async () => (await this.count('audit_entry', 'sequence IS NULL')) === 0;
    await until('The audit chain catches up', sealed, { why: () => this.output });
  }

  /** Waits until nothing can be done now. @returns when something can (ms), null when nothing is left */
  private async nextDue(): Promise<number | null> {
    let unchanged = { since: Date.now(), due: 0, leased: 0 };
    for (;;) {
      const { due, leased, next } = await this.jobs();
      if (due !== unchanged.due || leased !== unchanged.leased) unchanged = { since: Date.now(), due, leased };
      const waited = Date.now() - unchanged.since;
      // A job that nobody ends belonged to a process that died: its lease has to run out.
      if (due === 0 && (leased === 0 || waited > ORPHANED_MS)) return next;
      if (waited > STUCK_MS || this.origins.length === 0) throw new Error(`${due} jobs are not done:\n${this.output}`);
      await pause(40);
    }
  }

  private async jobs(): Promise<{ due: number; leased: number; next: number | null }> {
    const now = this.clock.now();
    const opens = 'CASE WHEN run_at > lease_until THEN run_at ELSE lease_until END';
    const [job] = await this.storage.look(
      `SELECT SUM(${opens} <= ${now}) AS due, SUM(run_at <= ${now} AND lease_until > ${now}) AS leased,
        MIN(${opens}) AS opens FROM outbox_job WHERE status = 'ready'`,
    );
    const [notice] = await this.storage.look('SELECT MIN(settle_at) AS opens FROM notice');
    const times = [job!.opens, notice!.opens].filter((time) => time !== null).map(Number);
    const next = times.length === 0 ? null : Math.min(...times);
    return { due: Number(job!.due ?? 0), leased: Number(job!.leased ?? 0), next };
  }

  /** Runs the product in this process, while no server does, for what no request can bring about. */
  async inProcess(work: (product: TestApp) => Promise<void>): Promise<void> {
    await this.stopServers();
    const product = await startTestApp({ database: this.storage, clock: this.clock, env: this.env });
    await work(product).finally(() => product.close());
  }

  /** The whole database as the product reads it. */
  async read<T>(look: (ctx: Ctx) => Promise<T>): Promise<T> {
    const { databaseUrl, dataDir } = this.storage;
    const database = await openDatabase(databaseUrl, dataDir, SCHEMA);
    try {
      return await look({ who: SYSTEM, at: this.clock.now(), requestId: 'proof', em: database.read });
    } finally {
      await database.close();
    }
  }

  /** What the servers wrote last. */
  get output(): string {
    return this.servers.map((server) => server?.program.output ?? '').join('\n');
  }

  /** Asks the servers to end as an operator would. @returns how they ended */
  stopServers(): Promise<string[]> {
    return Promise.all(this.servers.flatMap((server) => (server?.isUp ? [server.program.stop()] : [])));
  }

  async close(): Promise<void> {
    this.clock.stop();
    await Promise.all(this.servers.flatMap((server) => (server ? [server.program.kill()] : [])));
    await this.wechat.stop();
    await this.storage.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Longer than anything takes but a call to a platform that does not answer. */
const ORPHANED_MS = 1500;
const STUCK_MS = 60_000;
