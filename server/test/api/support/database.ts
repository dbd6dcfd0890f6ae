import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  databaseUrl: string | null;
  dataDir: string;
  drop(): Promise<void>;
}

const MARIADB = process.env.TEST_MARIADB_URL ?? 'mysql://root@127.0.0.1:3306';

/** A database of its own for one test file: SQLite in a new folder, or with `TEST_DATABASE=mariadb` a new schema. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tanfang-test-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (process.env.TEST_DATABASE !== 'mariadb') {
    return { databaseUrl: null, dataDir, drop: () => Promise.resolve(removeFolder()) };
  }
  const name = `tanfang_test_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string) => {
    const connection = await createConnection(`${MARIADB}/mysql`);
    await connection.query(sql);
    await connection.end();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const drop = async () => {
    await run(`DROP DATABASE ${name}`);
    removeFolder();
  };
  return { databaseUrl: `${MARIADB}/${name}`, dataDir, drop };
}
