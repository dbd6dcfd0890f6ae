import type { MigrationInterface, QueryRunner } from 'typeorm';

import { SCHEMA } from '../../../src/database/schema';
import { mysqlSources, openDatabase, sqliteSources } from '../../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

type Migration = MigrationInterface & { transaction?: boolean };

const MIGRATIONS = SCHEMA.migrations as (new () => Migration)[];
const CHANGES = /^\s*(CREATE|ALTER|DROP|INSERT|UPDATE|DELETE|VACUUM)\b/i;

class Killed extends Error {}

describe('a migration that was broken off', () => {
  let place: TestDatabase;
  let runner: QueryRunner;
  let isMysql: boolean;
  beforeAll(async () => {
    place = await createTestDatabase();
    const [source] = place.databaseUrl
      ? await mysqlSources(place.databaseUrl, { ...SCHEMA, migrations: [] })
      : sqliteSources(place.dataDir, { ...SCHEMA, migrations: [] });
    isMysql = place.databaseUrl !== null;
    await source.initialize();
    runner = source.createQueryRunner();
  });
  afterAll(async () => {
    await runner.release();
    await runner.dataSource.destroy();
    await place.drop();
  });

  /** As a start of the server runs it. @param dies after the first change that is not among these, which it then joins */
  async function start(migration: Migration, dies: Set<string>): Promise<boolean> {
    const query = runner.query.bind(runner);
    const dying = async (sql: string, ...more: never[]) => {
      const answer: unknown = await query(sql, ...more);
      if (!CHANGES.test(sql) || dies.has(sql)) return answer;
      dies.add(sql);
      throw new Killed();
    };
    runner.query = dying as QueryRunner['query'];
    try {
      if (migration.transaction ?? true) await runner.startTransaction();
      await migration.up(runner);
      if (runner.isTransactionActive) await runner.commitTransaction();
      return true;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      if (error instanceof Killed) return false;
      throw error;
    } finally {
      runner.query = query;
    }
  }

  it.each(MIGRATIONS.map((Class) => [Class.name, Class] as const))(
    '%s goes on after each of its steps, and when it is done and not noted',
    async (_name, Class) => {
      const migration = new Class();
      const known = new Set<string>();
      for (let starts = 1; !(await start(migration, known)); starts += 1) expect(starts).toBeLessThan(100);
      // Where a transaction holds all of it, none is ever done without its note.
      if (isMysql || migration.transaction === false) expect(await start(migration, known)).toBe(true);
    },
  );

  it('leaves what a start without any trouble leaves', async () => {
    const { upQueries } = await runner.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
    const whole = await createTestDatabase();
    const database = await openDatabase(whole.databaseUrl, whole.dataDir, SCHEMA);
    const tablesOf = (em: { query: QueryRunner['query'] }) =>
      em.query(
        isMysql
          ? `SELECT table_name AS t, column_name AS c, is_nullable AS n FROM information_schema.columns
             WHERE table_schema = DATABASE() AND table_name <> 'migrations' ORDER BY t, c`
          : "SELECT name FROM sqlite_master WHERE name NOT LIKE '%migrations%' AND name NOT LIKE 'sqlite%' ORDER BY name",
      );
    const expected: unknown = await tablesOf(database.read);
    await database.close();
    await whole.drop();
    expect(await tablesOf(runner)).toEqual(expected);
  });
});
