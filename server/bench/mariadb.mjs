import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { createConnection } from 'mysql2/promise';

import { makeMariadb } from '../../scripts/lib/mariadb.mjs';
import { Trouble } from '../../scripts/lib/say.mjs';

const NAME = 'tanfang';

/**
 * What differs from MariaDB's own defaults, or matters so much for the figures that it is stated anyway. A commit is
 * durable: it returns when the redo log is on the disk. No binary log, so `sync_binlog` has nothing to do.
 */
export const SETTINGS = {
  'innodb-flush-log-at-trx-commit': '1',
  'innodb-doublewrite': '1',
  'innodb-buffer-pool-size': '512M',
  'innodb-log-file-size': '256M',
  'skip-log-bin': null,
  'skip-name-resolve': null,
};

/**
 * A MariaDB of the bench's own, in the lifetime's folder.
 * @param {import('./lifetime.mjs').Lifetime} life
 * @param {number} port
 * @returns {Promise<{url: string, version: string, pid: number, connect(): Promise<import('mysql2/promise').Connection>}>}
 */
export async function startMariadb(life, port) {
  const settings = Object.entries(SETTINGS).map(([name, value]) =>
    value === null ? `--${name}` : `--${name}=${value}`,
  );
  const options = ['--character-set-server=utf8mb4', ...settings];
  const { url: root, command } = await makeMariadb(life.folder, { port, options });
  const logPath = join(life.folder, 'mariadb.log');
  const [daemon, ...args] = command;
  const server = life.start(daemon, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  server.stderr.pipe(createWriteStream(logPath));
  const version = await firstAnswer(server, root, logPath);
  const url = `${root}/${NAME}`;
  return { url, version, pid: server.pid, connect: () => createConnection({ uri: url, ...READING }) };
}

/** Counts and instants as numbers; none of ours is beyond 2^53. */
const READING = { supportBigNumbers: true, timezone: 'Z' };

async function firstAnswer(server, root, logPath) {
  for (let waited = 0; waited < 120 && server.exitCode === null; waited += 1) {
    try {
      const link = await createConnection({ uri: root, connectTimeout: 2000 });
      await link.query(`CREATE DATABASE ${NAME} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      const [[row]] = await link.query('SELECT VERSION() AS version');
      await link.end();
      return row.version;
    } catch {
      await pause(250);
    }
  }
  throw new Trouble('测速用的 MariaDB 没有启动。', await readFile(logPath, 'utf8').catch(() => ''));
}
