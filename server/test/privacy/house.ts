import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { createConnection } from 'mysql2/promise';

import type { WorldSeed } from '../../simulator';

const DIST = join(__dirname, '../../dist');
const LONGEST_START_MS = 120_000;

export interface Running {
  /** `http://127.0.0.1:4123` */
  base: string;
  /** Asks it to end and waits until it has. @returns its exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
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
  private readonly children = new Set<ChildProcess>();

  constructor() {
    for (const folder of [this.data, this.scratch, this.logs]) mkdirSync(folder);
  }

  async startSimulator(seed: WorldSeed): Promise<Running> {
    const port = await freePort();
    const world = join(this.folder, 'world.json');
    writeFileSync(world, JSON.stringify(seed));
    const env = { PORT: String(port), SIMULATOR_WORLD: world };
    const child = this.start('simulator', process.execPath, [join(DIST, 'simulator/main.js')], env);
    return this.running(child, port, (base) => answers(`${base}/world/users`));
  }

  /** @param preload a program that is loaded before the server */
  async startServer(env: Record<string, string>, preload?: string): Promise<Running> {
    const port = await freePort();
    const args = [...(preload ? ['--require', preload] : []), join(DIST, 'src/main.js')];
    const child = this.start('server', process.execPath, args, { ...this.serverEnv(env), PORT: String(port) });
    return this.running(child, port, (base) => answers(`${base}/api/health/ready`));
  }

  private serverEnv(env: Record<string, string>): Record<string, string> {
    return { DEMO: '1', DATA_DIR: this.data, LOG_LEVEL: 'trace', REQUESTS_PER_MINUTE: '100000', ...env };
  }

  /** One command of the operator, beside the running server. */
  operate(args: string[], env: Record<string, string>): { code: number | null; output: string } {
    const done = spawnSync(process.execPath, [join(DIST, 'src/commands/operator.js'), ...args], {
      env: this.environment(this.serverEnv(env)),
      cwd: this.scratch,
      encoding: 'utf8',
    });
    return { code: done.status, output: done.stdout + done.stderr };
  }

  /**
   * MariaDB, writing down more than by default: a binary log and every statement it gets, so that those are searched too.
   * @returns its address with the name of an empty database
   */
  async startMariadb(): Promise<{ url: string; stop(): Promise<number | null> }> {
    const user = `--user=${userInfo().username}`;
    const made = spawnSync(program('mariadb-install-db', 'mysql_install_db'), [
      ...['--no-defaults', `--datadir=${this.mariadb}`, user],
      ...['--auth-root-authentication-method=normal', '--skip-test-db'],
    ]);
    if (made.status !== 0) throw new Error(`MariaDB could not be set up:\n${made.stderr.toString()}`);
    const port = await freePort();
    const child = this.start('mariadb', program('mariadbd', 'mysqld'), [
      ...['--no-defaults', `--datadir=${this.mariadb}`, user, `--socket=${join(this.folder, 's')}`],
      ...[`--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve'],
      ...['--innodb-log-file-size=16M', '--innodb-flush-log-at-trx-commit=0', '--innodb-flush-method=nosync'],
      ...['--log-bin=binlog', '--binlog-format=ROW', '--general-log=1', '--general-log-file=general.log'],
    ]);
    const address = `mysql://root@127.0.0.1:${port}`;
    const { stop } = await this.running(child, port, () => makeDatabase(address));
    return { url: `${address}/tanfang`, stop };
  }

  /** What a process has printed so far. */
  printed(name: string): string {
    return readFileSync(join(this.logs, `${name}.log`), 'utf8');
  }

  /** Ends whatever still runs and removes the folder. */
  async close(): Promise<void> {
    await Promise.all([...this.children].map((child) => this.end(child, 'SIGKILL')));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private start(name: string, command: string, args: string[], env: Record<string, string> = {}): ChildProcess {
    const log = openSync(join(this.logs, `${name}.log`), 'a');
    const options = { cwd: this.scratch, env: this.environment(env) };
    const child = spawn(command, args, { ...options, stdio: ['ignore', log, log] });
    closeSync(log);
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }

  private environment(env: Record<string, string>): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return { PATH, HOME, TMPDIR: this.scratch, ...env };
  }

  private async running(
    child: ChildProcess,
    port: number,
    ready: (base: string) => Promise<boolean>,
  ): Promise<Running> {
    const base = `http://127.0.0.1:${port}`;
    for (const deadline = Date.now() + LONGEST_START_MS; !(await ready(base)); await pause(50)) {
      const over = child.exitCode !== null || child.signalCode !== null || Date.now() > deadline;
      if (over) throw new Error(`${child.spawnargs.join(' ')} did not start; see its log in ${this.logs}`);
    }
    return { base, stop: (signal = 'SIGTERM') => this.end(child, signal) };
  }

  private async end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const over = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    await over;
    return child.exitCode;
  }
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

async function makeDatabase(address: string): Promise<boolean> {
  try {
    const link = await createConnection(address);
    await link.query('CREATE DATABASE tanfang CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    await link.end();
    return true;
  } catch {
    return false;
  }
}

/** The full path of the first of these programs that this machine has. */
function program(...names: string[]): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (!found) throw new Error(`None of ${names.join(', ')} is installed`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Keys of this run, as an operator would give them. */
export function newKeys(): Record<string, string> {
  const key = () => randomBytes(32).toString('base64');
  return { ENCRYPTION_KEYS: `k1:${key()}`, INDEX_KEY: key(), LINK_KEY: key() };
}
