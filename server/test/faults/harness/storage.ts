import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';
import { createConnection } from 'mysql2/promise';

import type { TestDatabase } from '../../api/support/database';
import { Mariadb } from './mariadb';

export type Engine = 'sqlite' | 'mariadb';
type Row = Record<string, unknown>;

/** Where the servers of one test keep what they know. */
export interface Storage extends TestDatabase {
  mariadb: Mariadb | null;
  /** Asks by a connection of its own that is closed at once: between a kill and a restart nobody else has it open. */
  look(sql: string): Promise<Row[]>;
}

export async function makeStorage(engine: Engine, folder: string): Promise<Storage> {
  const dataDir = join(folder, 'data');
  if (engine === 'sqlite') {
    const look = (sql: string) => Promise.resolve(lookIntoFile(join(dataDir, 'tanfang.sqlite'), sql));
    return { databaseUrl: null, dataDir, mariadb: null, look, drop: () => Promise.resolve() };
  }
  const mariadb = await Mariadb.start(folder);
  const databaseUrl = `${mariadb.url}/faults_${randomBytes(4).toString('hex')}`;
  const ask = async (url: string, sql: string): Promise<Row[]> => {
    const link = await createConnection({ uri: url, supportBigNumbers: true });
    try {
      return (await link.query(sql))[0] as Row[];
    } finally {
      await link.end();
    }
  };
  await ask(mariadb.url, `CREATE DATABASE ${databaseUrl.split('/').at(-1)} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const look = (sql: string) => ask(databaseUrl, sql);
  return { databaseUrl, dataDir, mariadb, look, drop: () => mariadb.kill() };
}

function lookIntoFile(path: string, sql: string): Row[] {
  const link = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    return link.prepare(sql).all() as Row[];
  } finally {
    link.close();
  }
}
