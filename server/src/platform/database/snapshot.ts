import { existsSync } from 'node:fs';

import type { DataSource, EntityManager } from 'typeorm';

import { OperatorProblem } from '../problems/operator-problem';
import { mysqlSources, sqliteFile, sqliteReader, type Schema } from './open';

/**
 * Reads in a database that is there already, as it stands at one moment, while servers go on writing. It takes no lock,
 * runs no migration and writes nothing. On SQLite the log (WAL) lets readers and the one writer go on beside each other.
 * @throws OperatorProblem when there is no database, or not one of this version
 */
export async function readSnapshot<T>(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl: string | null },
  schema: Schema,
  work: (em: EntityManager) => Promise<T>,
): Promise<T> {
  if (!databaseUrl && !existsSync(sqliteFile(dataDir)))
    throw new OperatorProblem(`${dataDir} 里没有数据库。数据在哪里，用 DATA_DIR 或 DATABASE_URL 说明`);
  const source = databaseUrl ? (await mysqlSources(databaseUrl, schema))[0] : sqliteReader(dataDir, schema);
  await source.initialize();
  try {
    await expectVersion(source);
    // SQLite's own isolation is a snapshot already, and it knows no other name for it.
    return databaseUrl ? await source.transaction('REPEATABLE READ', work) : await source.transaction(work);
  } finally {
    await source.destroy();
  }
}

async function expectVersion(source: DataSource): Promise<void> {
  const found = await source
    .query<{ name: string }[]>('SELECT name FROM migrations')
    .catch((): { name: string }[] => []);
  const done = new Set(found.map(({ name }) => name));
  if (source.migrations.every(({ name }) => done.has(name ?? ''))) return;
  throw new OperatorProblem('数据库结构比这个版本的程序旧：先用这个版本启动一次服务，让它补齐');
}
