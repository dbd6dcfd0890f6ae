import { SCHEMA } from '../../../src/database/schema';
import { Kinship } from '../../../src/modules/identity';
import { AuditEntry } from '../../../src/platform/audit';
import { SYSTEM } from '../../../src/platform/context/context';
import { openDatabase, type Database } from '../../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

const MIGRATION = 'OneKinshipForAnAccount1764000000023';
const known = (SCHEMA.migrations as { name: string }[]).filter(({ name }) => name !== MIGRATION);

let place: TestDatabase;
let database: Database;
const open = async (schema = SCHEMA) => {
  database = await openDatabase(place.databaseUrl, place.dataDir, schema);
};
const run = (sql: string, values: unknown[] = []) =>
  database.tx({ who: SYSTEM, at: 0, requestId: 'test', em: database.read }, (tx) => tx.em.query(sql, values));
const found = async () =>
  (await database.read.find(Kinship, { order: { id: 'ASC' } })).map(({ id, status, runningAs }) => [
    id,
    status,
    runningAs,
  ]);

/** 王静 twice beside her mother, once beside her father; her brother; and two invitations that nobody has taken up. */
const KINSHIPS: [string, string | null, string, string, number | null][] = [
  ['K1', '王静', '母亲', 'awaiting', 1_000],
  ['K2', '王静', '母亲', 'confirmed', 2_000],
  ['K3', '王静', '父亲', 'awaiting', 3_000],
  ['K4', '王强', '母亲', 'awaiting', 4_000],
  ['K5', '王强', '母亲', 'ended', 500],
  ['K6', null, '母亲', 'invited', null],
  ['K7', null, '母亲', 'invited', null],
];
const AFTERWARDS = [
  ['K1', 'ended', null],
  ['K2', 'confirmed', '王静:母亲'],
  ['K3', 'awaiting', '王静:父亲'],
  ['K4', 'awaiting', '王强:母亲'],
  ['K5', 'ended', null],
  ['K6', 'invited', null],
  ['K7', 'invited', null],
];

beforeEach(async () => {
  place = await createTestDatabase();
  await open({ entities: [], migrations: known as never });
  for (const [id, account, elder, status, acceptedAt] of KINSHIPS)
    await run(
      `INSERT INTO kinship (id, elder_id, community_id, relative_id, account_id, status, expires_at, body_hash,
         accepted_at, created_at) VALUES (?, ?, 'C', ?, ?, ?, 0, '', ?, 0)`,
      [id, elder, `R-${id}`, account, status, acceptedAt],
    );
});
afterEach(async () => {
  await database.close();
  await place.drop();
});

describe('an account that stands twice beside one elder', () => {
  it('stands there once afterwards: what was confirmed stays, the other ends, and the audit tells', async () => {
    await database.close();
    await open();
    expect(await found()).toEqual(AFTERWARDS);
    const entries = await database.read.findBy(AuditEntry, { action: 'kinship.end' });
    expect(entries).toMatchObject([{ subjectId: '母亲', actorId: null, sequence: null }]);
    expect(JSON.parse(entries[0]!.detail)).toEqual({ kinshipId: 'K1', keptId: 'K2' });
  });

  it('stands there once as well when the upgrade was broken off, wherever that was', async () => {
    await run('ALTER TABLE kinship ADD COLUMN running_as varchar(53)');
    await run("UPDATE kinship SET status = 'ended' WHERE id = 'K1'");
    await database.close();
    await open();
    expect(await found()).toEqual(AFTERWARDS);
    await run(`DELETE FROM migrations WHERE name = '${MIGRATION}'`);
    await database.close();
    await open();
    expect(await found()).toEqual(AFTERWARDS);
  });

  it('cannot come about any more', async () => {
    await database.close();
    await open();
    await expect(run("UPDATE kinship SET running_as = '王静:母亲' WHERE id = 'K6'")).rejects.toThrow();
  });
});
