import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './paths.mjs';
import { freePort } from './port.mjs';
import { run, runNode } from './run.mjs';
import { Trouble } from './say.mjs';

/** @returns {string | null} the full path of the first of these programs that this machine has */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin', '/usr/local/bin'];
  for (const name of names) {
    for (const folder of folders) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/** Asks with the server's own driver, in a process of its own: the scripts need no packages. */
const askForVersion = `
  const { createConnection } = require('mysql2/promise');
  createConnection({ uri: process.argv[1], connectTimeout: 2000 })
    .then(async (link) => { await link.query('SELECT VERSION()'); await link.end(); })
    .catch((error) => { console.error(error.message); process.exitCode = 1; });`;

async function answers(url) {
  const { code } = await runNode(['-e', askForVersion, url], { cwd: join(root, 'server'), timeoutMs: 10_000 });
  return code === 0;
}

const standard = 'mysql://root@127.0.0.1:3306';

const findInstaller = () => findProgram('mariadb-install-db', 'mysql_install_db');
const findDaemon = () => findProgram('mariadbd', 'mysqld');

/** Whether this machine has what a MariaDB of our own needs. */
export function hasMariadb() {
  return findInstaller() !== null && findDaemon() !== null;
}

/** Whether tests can have a MariaDB: a throwaway one, or one that runs here already. */
export async function isMariadbPossible() {
  return hasMariadb() || answers(standard);
}

/** Where a throwaway database lies: in memory if the system has such a folder, so that nothing waits for a disk. */
const scratch = () => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/**
 * Gives the work a MariaDB in a temporary folder that is gone afterwards. Without its programs: 127.0.0.1:3306 (root
 * without a password), whose commits wait for the disk.
 * @template T
 * @param {(url: string) => Promise<T>} work `url` has no database name: `mysql://root@127.0.0.1:3306`
 */
export async function withMariadb(work) {
  if (!hasMariadb()) return work(standard);
  const folder = mkdtempSync(join(scratch(), 'tanfang-mariadb-'));
  let server = null;
  try {
    const started = await startThrowaway(folder);
    server = started.server;
    return await work(started.url);
  } finally {
    await end(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes the files of a MariaDB in a folder: root without a password, reachable from this machine only.
 * @param {string} folder
 * @param {{port?: number, options?: string[]}} [settings] a free port when left out; options of the daemon beside ours
 * @returns {Promise<{url: string, command: [string, ...string[]]}>} the command starts it, also again on the same files;
 *   `url` has no database name
 */
export async function makeMariadb(folder, { port, options = [] } = {}) {
  const [installer, daemon] = [findInstaller(), findDaemon()];
  if (!installer || !daemon) throw new Trouble('没有找到 MariaDB 的程序（mariadbd、mariadb-install-db）。');
  const common = [
    ...['--no-defaults', `--datadir=${join(folder, 'mariadb')}`, `--user=${userInfo().username}`],
    // While it starts, a MariaDB removes the temporary tables of all others that share its folder for them.
    `--tmpdir=${folder}`,
  ];
  const install = ['--auth-root-authentication-method=normal', '--skip-test-db'];
  const installed = await run(installer, [...common, ...install]);
  if (installed.code !== 0) throw new Trouble('MariaDB 没有建成。', installed.output);
  const at = port ?? (await freePort());
  const reach = [`--socket=${join(folder, 's')}`, `--port=${at}`, '--bind-address=127.0.0.1', '--skip-name-resolve'];
  return {
    url: `mysql://root@127.0.0.1:${at}`,
    command: [daemon, ...common, ...reach, '--skip-log-bin', ...options],
  };
}

async function startThrowaway(folder) {
  // It lives as long as the test run; what it holds need not survive a power cut.
  const options = ['--innodb-flush-log-at-trx-commit=0', '--innodb-flush-method=nosync', '--sync-frm=0'];
  const { url, command } = await makeMariadb(folder, { options });
  const [daemon, ...args] = command;
  const log = [];
  const server = spawn(daemon, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  process.once('exit', () => server.kill('SIGKILL'));
  server.stderr.on('data', (part) => log.push(part));
  for (let waited = 0; waited < 60; waited += 1) {
    if (await answers(url)) return { server, url };
    if (server.exitCode !== null) break;
    await pause(250);
  }
  await end(server);
  throw new Trouble('临时 MariaDB 没有启动。', Buffer.concat(log).toString('utf8'));
}

async function end(server) {
  if (!server || server.exitCode !== null) return;
  const over = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), 10_000);
  await over;
  clearTimeout(timer);
}
