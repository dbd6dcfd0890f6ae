import { SCHEMA } from '../../../src/database/schema';
import { mysqlSources, openDatabase, sqliteSources } from '../../../src/platform/database';
import { DAY } from '../support/clock';
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

  it('gives needs that were raised before their clock, and changes nothing else of them', async () => {
    const older = await createTestDatabase();
    const known = (SCHEMA.migrations as { name: string }[]).filter(
      ({ name }) => name !== 'DistrictReadings1764000000012',
    );
    const before = await openDatabase(older.databaseUrl, older.dataDir, { entities: [], migrations: known as never });
    const words = ['elder_id', 'community_id', 'visit_id', 'matter', 'need_type', 'title', 'plain', 'advice', 'status'];
    const more = ['owner_kind', 'inform', 'because', 'level', 'seen_at', 'raised_at', 'acknowledge_by', 'close_by'];
    const flags = ['held_from_family', 'first_contact_missing'];
    const columns = ['id', 'severity', ...words, ...more, ...flags];
    const sql = `INSERT INTO need (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    for (const severity of ['life-danger', 'urgent', 'ordinary', 'information']) {
      const rest = [...words, ...more].map((name) => (/_at$|_by$/.test(name) ? 1_795_312_800_000 : name));
      await before.read.query(sql, [severity, severity, ...rest, 0, 1]);
    }
    const rows = 'SELECT * FROM need ORDER BY id';
    const told = await before.read.query<object[]>(rows);
    await before.close();
    const after = await openDatabase(older.databaseUrl, older.dataDir, SCHEMA);
    const found = await after.read.query<{ acknowledge_within: string }[]>(rows);
    await after.close();
    await older.drop();
    expect(found.map(({ acknowledge_within }) => acknowledge_within)).toEqual(['5wd', '10m', '3wd', '24h']);
    expect(found.map(({ acknowledge_within: _, ...row }) => row)).toEqual(told);
  });

  it('keeps the notices that are there while their visit becomes optional', async () => {
    const older = await createTestDatabase();
    const known = (SCHEMA.migrations as { name: string }[]).filter(({ name }) => name !== 'Objections1764000000015');
    const before = await openDatabase(older.databaseUrl, older.dataDir, { entities: [], migrations: known as never });
    const ids = ['id', 'event_key', 'account_id', 'elder_id', 'community_id', 'visit_id', 'need_ids'];
    const words = ['audience', 'title', 'page', 'state'];
    const numbers = ['state_at', 'due_at', 'created_at', 'life_danger'];
    const columns = [...ids, ...words, ...numbers];
    const sql = `INSERT INTO notice (${columns.join(', ')}, \`lines\`) VALUES (${columns.map(() => '?').join(', ')}, '[]')`;
    await before.read.query(sql, [...ids, ...words, 1, 1, 1, 0]);
    const rows = 'SELECT * FROM notice';
    const told = await before.read.query<object[]>(rows);
    await before.close();
    const after = await openDatabase(older.databaseUrl, older.dataDir, SCHEMA);
    const found = await after.read.query<object[]>(rows);
    await after.close();
    await older.drop();
    expect(found).toEqual(told);
    expect(found).toMatchObject([{ visit_id: 'visit_id', need_ids: 'need_ids' }]);
  });

  it('takes whoever was or may have been confirmed as a relative for one of the family, and nobody else', async () => {
    const older = await createTestDatabase();
    const known = (SCHEMA.migrations as { name: string }[]).filter(({ name }) => name !== 'KinForGood1764000000029');
    const before = await openDatabase(older.databaseUrl, older.dataDir, { entities: [], migrations: known as never });
    const rows = [
      ['confirmed', 'A', 7],
      ['ended', 'B', 8],
      ['ended', null, 9],
      ['refused', 'C', 10],
      ['awaiting', 'D', null],
    ];
    for (const [status, account, decidedAt] of rows)
      await before.read.query(
        `INSERT INTO kinship (id, elder_id, community_id, relative_id, account_id, status, expires_at, body_hash,
           decided_at, created_at) VALUES (?, 'E', 'C', 'R', ?, ?, 0, '', ?, 0)`,
        [`K${rows.findIndex((row) => row[1] === account)}`, account, status, decidedAt],
      );
    await before.close();
    const after = await openDatabase(older.databaseUrl, older.dataDir, SCHEMA);
    const found = await after.read.query<object[]>(
      'SELECT account_id AS account, confirmed_at AS at FROM kinship WHERE confirmed_at IS NOT NULL ORDER BY id',
    );
    await after.close();
    await older.drop();
    expect(found.map((row) => Object.values(row).map(String))).toEqual([
      ['A', '7'],
      ['B', '8'],
    ]);
  });

  it('gives jobs that wait the kind of their handler, also after a start that was broken off', async () => {
    const older = await createTestDatabase();
    const known = (SCHEMA.migrations as { name: string }[]).filter(({ name }) => name !== 'JobKinds1764000000017');
    const before = await openDatabase(older.databaseUrl, older.dataDir, { entities: [], migrations: known as never });
    const insert = (handler: string) =>
      before.read.query(
        `INSERT INTO outbox_job (id, event, handler, payload, status, attempts, run_at, lease_until, created_at)
          VALUES ('${handler}', 'need.raised', '${handler}', '{}', 'ready', 0, 1, 0, 1)`,
      );
    for (const handler of ['notification.send', 'care.raise-needs']) await insert(handler);
    const column = "ALTER TABLE outbox_job ADD COLUMN kind varchar(13) NOT NULL DEFAULT 'transactional'";
    await before.read.query(column);
    await before.close();
    const after = await openDatabase(older.databaseUrl, older.dataDir, SCHEMA);
    const found = await after.read.query<object[]>('SELECT handler, kind FROM outbox_job ORDER BY handler');
    await after.close();
    await older.drop();
    expect(found).toEqual([
      { handler: 'care.raise-needs', kind: 'transactional' },
      { handler: 'notification.send', kind: 'external' },
    ]);
  });

  it('knows of every elder whether there is a first contact, also after a start that was broken off', async () => {
    const older = await createTestDatabase();
    const known = (SCHEMA.migrations as { name: string }[]).filter(
      ({ name }) => name !== 'RegistryFilters1764000000024',
    );
    const before = await openDatabase(older.databaseUrl, older.dataDir, { entities: [], migrations: known as never });
    const put = (table: string, row: Record<string, string | number | null>) => {
      const marks = Object.keys(row).map(() => '?');
      const sql = `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`;
      return before.read.query(sql, Object.values(row));
    };
    const elder = (id: string, packId: string, contact: string | null) =>
      put('elder', {
        ...{
          id,
          pack_id: packId,
          first_contact_id: contact,
          community_id: 'c',
          name: id,
          sex: 'female',
          id_number: '',
        },
        ...{ birth_date: '1944-03-02', address: '', address_index: '', call_name: '', traits: '{}', hints: '[]' },
        ...{ relatives_known: 1, categories: '', evaluated_on: '2026-11-23', registered_on: '2026-11-23' },
        ...{ body_hash: '', version: 1, created_at: 1, updated_at: 1 },
      });
    const relative = (id: string, elderId: string, removedAt: number | null) =>
      put('relative', {
        ...{ id, elder_id: elderId, name: id, relation: 'child', lives_with_elder: 0, emergency_contact: 0 },
        ...{ guardian: 0, circumstances: '{}', body_hash: '', created_at: 1, removed_at: removedAt },
      });
    await elder('named', 'jinan', 'daughter');
    await elder('lost', 'jinan', 'son');
    await elder('nobody', 'jinan', null);
    await elder('by-plan', 'beijing', null);
    await relative('daughter', 'named', null);
    await relative('son', 'lost', 2);
    await relative('only-child', 'by-plan', null);
    await before.read.query('ALTER TABLE elder ADD COLUMN has_first_contact boolean NOT NULL DEFAULT 0');
    await before.close();
    const after = await openDatabase(older.databaseUrl, older.dataDir, SCHEMA);
    const found = await after.read.query<{ id: string; told: number | string; evaluatedOn: string }[]>(
      'SELECT id, has_first_contact AS told, evaluated_on AS evaluatedOn FROM elder ORDER BY id',
    );
    await after.close();
    await older.drop();
    expect(found.map((row) => ({ ...row, told: Number(row.told) }))).toEqual([
      { id: 'by-plan', told: 0, evaluatedOn: '1970-01-01' },
      { id: 'lost', told: 0, evaluatedOn: '2026-11-23' },
      { id: 'named', told: 1, evaluatedOn: '2026-11-23' },
      { id: 'nobody', told: 0, evaluatedOn: '2026-11-23' },
    ]);
  });

  it('leaves offices days for what they have in hand past its day, and everything else as it is', async () => {
    const older = await createTestDatabase();
    const late = ['OpenWork1764000000028', 'OpenWorkInHand1764000000031'];
    const known = (SCHEMA.migrations as { name: string }[]).filter(({ name }) => !late.includes(name));
    const before = await openDatabase(older.databaseUrl, older.dataDir, { entities: [], migrations: known as never });
    const now = Date.now();
    const [past, future] = [now - 20 * DAY, now + 2 * DAY];
    const words = [
      'elder_id',
      'community_id',
      'visit_id',
      'matter',
      'need_type',
      'title',
      'plain',
      'advice',
      'severity',
    ];
    const more = ['owner_kind', 'inform', 'because', 'level', 'acknowledge_within'];
    const dated = ['seen_at', 'raised_at', 'acknowledge_by'];
    const own = ['id', 'status', 'handler', 'close_by', 'rises_at'];
    const flags = ['held_from_family', 'first_contact_missing'];
    const columns = [...own, ...words, ...more, ...dated, ...flags];
    const sql = `INSERT INTO need (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const rest = [...words, ...more.map((name) => name.slice(0, 10)), ...dated.map(() => past), 0, 0];
    for (const row of [
      ['taken-late', 'acknowledged', 'community', past, null],
      ['taken-late-known', 'acknowledged', 'street', past, past],
      ['taken-in-time', 'acknowledged', 'street', future, null],
      ['family-late', 'acknowledged', 'family', past, past],
      ['open-late', 'open', null, past, past],
      ['done', 'closed', 'community', past, null],
    ])
      await before.read.query(sql, [...row, ...rest]);
    await before.close();
    const after = await openDatabase(older.databaseUrl, older.dataDir, SCHEMA);
    const found = await after.read.query<{ id: string; closeBy: number; risesAt: number | null }[]>(
      'SELECT id, close_by AS closeBy, rises_at AS risesAt FROM need',
    );
    await after.close();
    await older.drop();
    const rises = new Map(found.map(({ id, risesAt }) => [id, risesAt === null ? null : Number(risesAt)]));
    for (const id of ['taken-late', 'taken-late-known']) {
      expect(rises.get(id)).toBeGreaterThan(now + 5 * DAY);
      expect(rises.get(id)).toBeLessThan(now + 7 * DAY);
      rises.delete(id);
    }
    expect(Object.fromEntries(rises)).toEqual({
      ...{ 'taken-in-time': future, 'family-late': past, 'open-late': past, done: null },
    });
    expect(found.map(({ closeBy }) => Number(closeBy)).sort()).toEqual([past, past, past, past, past, future].sort());
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
