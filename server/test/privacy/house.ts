import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createConnection } from 'mysql2/promise';

import type { WorldSeed } from '../../simulator';
import { freePort, Program, until } from '../faults/harness/program';

const SERVER = join(__dirname, '../..');
const DIST = join(SERVER, 'dist');
const MAKE_MARIADB = join(SERVER, '../scripts/lib/make-mariadb.mjs');
const LONGEST_START_MS = 120_000;

export interface Running {
  /** `http://127.0.0.1:4123` */
  base: string;
  program: Program;
}

/**
 * A data centre in a temporary folder: the built server, WeChat's servers and, when asked for, MariaDB, each as a process
 * of its own. What they store lies in `data`, `mariadb` and `scratch`, what they print in `logs`.
 */
export class House {
  readonly folder = mkdtempSync(join(tmpdir(), 'tanfang-privacy-'));
  readonly data = join(this.folder, 'data');
  readonly mariadb = join(this.folder, 'mariadb');
  /** Working folder of the processes, and where they may put what is only for a moment. */
  readonly scratch = join(this.folder, 'scratch');
  readonly logs = join(this.folder, 'logs');
  private readonly programs: Program[] = [];

  constructor() {
    for (const folder of [this.data, this.scratch, this.logs]) mkdirSync(folder);
  }

  async startSimulator(seed: WorldSeed): Promise<Running> {
    const world = join(this.folder, 'world.json');
    writeFileSync(world, JSON.stringify(seed));
    return this.serve('simulator', [join(DIST, 'simulator/main.js')], { SIMULATOR_WORLD: world }, '/world/users');
  }

  /** @param preload a program that is loaded before the server */
  async startServer(env: Record<string, string>, preload?: string): Promise<Running> {
    const args = [...(preload ? ['--require', preload] : []), join(DIST, 'src/main.js')];
    return this.serve('server', args, this.serverEnv(env), '/api/health/ready');
  }

  private serverEnv(env: Record<string, string>): Record<string, string> {
    return { DEMO: '1', DATA_DIR: this.data, LOG_LEVEL: 'trace', REQUESTS_PER_MINUTE: '100000', ...env };
  }

  /** One command of the operator, beside the running server. */
  operate(args: string[], env: Record<string, string>): { code: number | null; output: string } {
    const options = { cwd: this.scratch, env: { ...process.env, ...this.serverEnv(env) }, encoding: 'utf8' as const };
    const done = spawnSync(process.execPath, [join(DIST, 'src/commands/operator.js'), ...args], options);
    return { code: done.status, output: done.stdout + done.stderr };
  }

  /**
   * MariaDB, writing down more than by default: a binary log and every statement it gets, so that those are searched too.
   * @returns its address with the name of an empty database
   */
  async startMariadb(): Promise<{ url: string; program: Program }> {
    const made = execFileSync(process.execPath, [MAKE_MARIADB, this.folder], { encoding: 'utf8' });
    const { url, command } = JSON.parse(made) as { url: string; command: [string, ...string[]] };
    const [daemon, ...args] = command;
    const program = this.start('mariadb', daemon, [
      ...args,
      ...['--innodb-log-file-size=16M', '--innodb-flush-log-at-trx-commit=0', '--innodb-flush-method=nosync'],
      ...['--log-bin=binlog', '--binlog-format=ROW', '--general-log=1', '--general-log-file=general.log'],
    ]);
    await untilReady(program, () => makesDatabase(url));
    return { url: `${url}/tanfang`, program };
  }

  /** What a process has printed so far. */
  printed(name: string): string {
    return readFileSync(join(this.logs, `${name}.log`), 'utf8');
  }

  /** Ends whatever still runs and removes the folder. */
  async close(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.kill()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async serve(name: string, args: string[], env: Record<string, string>, path: string): Promise<Running> {
    const port = await freePort();
    const program = this.start(name, process.execPath, args, { ...env, PORT: String(port) });
    const base = `http://127.0.0.1:${port}`;
    await untilReady(program, () => answers(base + path));
    return { base, program };
  }

  private start(name: string, command: string, args: string[], env: Record<string, string> = {}): Program {
    const log = join(this.logs, `${name}.log`);
    const program = new Program(command, args, log, { TMPDIR: this.scratch, ...env }, this.scratch);
    this.programs.push(program);
    return program;
  }
}

async function untilReady(program: Program, ready: () => Promise<boolean>): Promise<void> {
  await until('a process is ready', async () => program.isOver || ready(), { within: LONGEST_START_MS, every: 50 });
  if (program.isOver) throw new Error(`It ended instead of starting:\n${program.output}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function makesDatabase(address: string): Promise<boolean> {
  try {
    const link = await createConnection(address);
    await link.query('CREATE DATABASE tanfang CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await link.end();
    return true;
  } catch {
    return false;
  }
}

/** Keys of this run, as an operator would give them. */
export function newKeys(): Record<string, string> {
  const key = () => randomBytes(32).toString('base64');
  return { ENCRYPTION_KEYS: `k1:${key()}`, INDEX_KEY: key(), LINK_KEY: key() };
}
