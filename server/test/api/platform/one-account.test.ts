import { SCHEMA } from '../../../src/database/schema';
import { Kinship } from '../../../src/modules/identity';
import { AuditEntry } from '../../../src/platform/audit';
import { SYSTEM } from '../../../src/platform/context/context';
import { openDatabase, type Database } from '../../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

const MIGRATION = 'OneAccountForARelative1764000000016';
const known = (SCHEMA.migrations as { name: string }[]).filter(({ name }) => name !== MIGRATION);

let place: TestDatabase;
let database: Database;
const open = async (schema = SCHEMA) => {
  database = await openDatabase(place.databaseUrl, place.dataDir, schema);
};
const run = (sql: string, values: unknown[] = []) =>
  database.tx({ who: SYSTEM, at: 0, requestId: 'test', em: database.read }, (tx) => tx.em.query(sql, values));
const found = async () =>
  (await database.read.find(Kinship, { order: { id: 'ASC' } })).map(
    ({ id, status, confirmedAs, decidedAt, accountId }) => [id, status, confirmedAs, decidedAt, accountId],
  );

/** 王静 twice, the row that was made later having been confirmed earlier; her brother; and who is not confirmed. */
const KINSHIPS: [string, string, string, number | null][] = [
  ['K1', '王静', 'confirmed', 2_000],
  ['K2', '王静', 'confirmed', 1_000],
  ['K3', '王强', 'confirmed', 3_000],
  ['K4', '王静', 'ended', 500],
  ['K5', '王静', 'awaiting', null],
];
const AFTERWARDS = [
  ['K1', 'awaiting', null, null, 'A-K1'],
  ['K2', 'confirmed', '王静', 1_000, 'A-K2'],
  ['K3', 'confirmed', '王强', 3_000, 'A-K3'],
  ['K4', 'ended', null, 500, 'A-K4'],
  ['K5', 'awaiting', null, null, 'A-K5'],
];

beforeEach(async () => {
  place = await createTestDatabase();
  await open({ entities: [], migrations: known as never });
  for (const [id, relative, status, decidedAt] of KINSHIPS)
    await run(
      `INSERT INTO kinship (id, elder_id, community_id, relative_id, account_id, status, expires_at, body_hash,
         decided_at, created_at) VALUES (?, 'E', 'C', ?, ?, ?, 0, '', ?, 0)`,
      [id, relative, `A-${id}`, status, decidedAt],
    );
});
afterEach(async () => {
  await database.close();
  await place.drop();
});

describe('two accounts that were confirmed as the same relative', () => {
  it('are one afterwards: the earlier stays, the later waits for the community, and the audit tells', async () => {
    await database.close();
    await open();
    expect(await found()).toEqual(AFTERWARDS);
    const entries = await database.read.findBy(AuditEntry, { action: 'kinship.reconsider' });
    expect(entries).toMatchObject([{ subjectId: 'E', actorId: null, sequence: null }]);
    expect(JSON.parse(entries[0]!.detail)).toEqual({ kinshipId: 'K1', confirmedId: 'K2' });
  });

  it('are one as well when the upgrade was broken off, wherever that was', async () => {
    await run('ALTER TABLE kinship ADD COLUMN confirmed_as varchar(26)');
    await run("UPDATE kinship SET status = 'awaiting', decided_at = NULL WHERE id = 'K1'");
    await database.close();
    await open();
    expect(await found()).toEqual(AFTERWARDS);
    await run(`DELETE FROM migrations WHERE name = '${MIGRATION}'`);
    await database.close();
    await open();
    expect(await found()).toEqual(AFTERWARDS);
  });
});
