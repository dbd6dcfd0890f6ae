import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { SCHEMA } from '../../../src/database/schema';
import { Session } from '../../../src/modules/identity';
import { SYSTEM } from '../../../src/platform/context/context';
import { openVault } from '../../../src/platform/crypto';
import { demoKeys } from '../../../src/platform/crypto/keys';
import { openDatabase, type Database } from '../../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

const DEVICE = '女儿的旧手机';
const migrations = SCHEMA.migrations as (new () => { name: string })[];

let place: TestDatabase;
let database: Database;
const open = async (schema = SCHEMA) => {
  database = await openDatabase(place.databaseUrl, place.dataDir, schema);
};
const run = (sql: string, values: unknown[] = []) =>
  database.tx({ who: SYSTEM, at: 0, requestId: 'test', em: database.read }, (tx) => tx.em.query(sql, values));

beforeEach(async () => {
  place = await createTestDatabase();
  openVault(demoKeys(place.dataDir));
  await open({ ...SCHEMA, migrations: migrations.slice(0, 7) });
  for (const [id, device] of [
    ['1', DEVICE],
    ['2', null],
  ])
    await run(
      'INSERT INTO session (id, account_id, token_hash, device, created_at, expires_at) VALUES (?, ?, ?, ?, 0, 0)',
      [id, 'a', id, device],
    );
});
afterEach(async () => {
  await database.close();
  await place.drop();
});

describe('the name of a device that lay in the clear', () => {
  it('is kept, encrypted, and gone from the file of the embedded database', async () => {
    await database.close();
    await open();
    const sessions = await database.read.find(Session, { order: { id: 'ASC' } });
    expect(sessions.map(({ deviceName }) => deviceName)).toEqual([DEVICE, null]);
    expect(JSON.stringify(await database.read.query('SELECT * FROM session'))).not.toContain(DEVICE);
    for (const file of readdirSync(place.dataDir).filter((name) => name.startsWith('tanfang.sqlite')))
      expect(readFileSync(join(place.dataDir, file)).includes(DEVICE)).toBe(false);
  });

  it('is kept when the upgrade was broken off', async () => {
    await run('ALTER TABLE session ADD COLUMN device_name text');
    await database.close();
    await open();
    const [first] = await database.read.find(Session, { order: { id: 'ASC' } });
    expect(first!.deviceName).toBe(DEVICE);
  });
});
