import { SCHEMA } from '../../../src/database/schema';
import { mysqlSources, openDatabase, sqliteSources } from '../../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

describe('the schema', () => {
  let place: TestDatabase;
  beforeAll(async () => {
    place = await createTestDatabase();
    const database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
    await database.close();
  });
  afterAll(() => place.drop());

  it('that the migrations leave is the one the entities describe', async () => {
    const [source] = place.databaseUrl
      ? await mysqlSources(place.databaseUrl, SCHEMA)
      : sqliteSources(place.dataDir, SCHEMA);
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is not migrated twice', async () => {
    const database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
    const rows = await database.read.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
    await database.close();
    expect(rows.map(({ name }) => name)).toEqual((SCHEMA.migrations as { name: string }[]).map(({ name }) => name));
  });

  if (process.env.TEST_DATABASE !== 'mariadb') return;

  it('tells a from A in ids and codes', async () => {
    const database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
    const [row] = await database.read.query<{ same: string }[]>(
      "SELECT COUNT(*) AS same FROM (SELECT 'a' AS x) t WHERE x = 'A'",
    );
    const [table] = await database.read.query<{ collation: string }[]>(
      "SELECT TABLE_COLLATION AS collation FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'division'",
    );
    await database.close();
    expect([Number(row?.same), table?.collation]).toEqual([0, 'utf8mb4_bin']);
  });
});
