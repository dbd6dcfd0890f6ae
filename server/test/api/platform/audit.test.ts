import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { SCHEMA } from '../../../src/database/schema';
import { Audit, AuditEntry, AuditHead, sealAudit, verifyAudit, wordsOf } from '../../../src/platform/audit';
import { SYSTEM, type Ctx } from '../../../src/platform/context/context';
import { openVault } from '../../../src/platform/crypto';
import { demoKeys } from '../../../src/platform/crypto/keys';
import { openDatabase, type Database, type Schema } from '../../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';

const AT = 1_795_000_000_000;
const REASON = '核对李奶奶的低保申请';

let place: TestDatabase;
let database: Database;
const ctx = (): Ctx => ({ who: SYSTEM, at: AT, requestId: 'test', em: database.read });
const run = (sql: string, values: unknown[] = []) => database.tx(ctx(), (tx) => tx.em.query(sql, values));
const check = (options = {}) => verifyAudit(ctx(), options);

async function open(schema: Schema): Promise<void> {
  place = await createTestDatabase();
  openVault(demoKeys(place.dataDir));
  database = await openDatabase(place.databaseUrl, place.dataDir, schema);
}
afterEach(async () => {
  await database.close();
  await place.drop();
});

/** So many looks at a number, every third with a reason, all of them in the chain. */
async function looks(count: number): Promise<void> {
  const audit = new Audit();
  await database.tx(ctx(), async (tx) => {
    for (let n = 1; n <= count; n += 1) {
      const words = n % 3 === 0 ? { words: `${REASON}，第 ${n} 次` } : {};
      const look = { action: 'elder.reveal' as const, subjectId: `elder-${n}`, detail: { field: 'phone' }, ...words };
      await audit.record({ ...tx, at: AT + n }, look);
    }
  });
  while ((await sealAudit(ctx(), database)) > 0);
}

describe('the chain of the audit', () => {
  beforeEach(() => open(SCHEMA));

  it('holds over more entries than are read in one turn, and without a key', async () => {
    await looks(1_201);
    const head = await database.read.findOneByOrFail(AuditHead, {});
    const whole = { checked: 1_201, waiting: 0, unread: 0, faultCount: 0, faults: [] };
    expect(await check()).toEqual({ ...whole, end: { sequence: 1_201, hash: head.hash } });
    expect(await check({ withKeys: false })).toMatchObject(whole);
  });

  it('holds when nothing has happened yet, and counts what waits for its place', async () => {
    expect(await check()).toMatchObject({ checked: 0, waiting: 0, faults: [] });
    await database.tx(ctx(), (tx) => new Audit().record(tx, { action: 'demo.seed', subjectId: 'demo' }));
    expect(await check()).toMatchObject({ checked: 0, waiting: 1, faults: [] });
  });

  it.each([
    ['id', 'X', '不符'],
    ['at', 1, '不符'],
    ['actor_id', 'X', '不符'],
    ['action', 'elder.read', '不符'],
    ['subject_id', 'X', '不符'],
    ['detail', '{"field":"phonf"}', '不符'],
    ['detail', 'no JSON', '不符'],
    ['words', 'demo.AAAA', '原话被改过'],
    ['words', null, '原话不见了'],
    ['request_id', 'X', '不符'],
    ['hash', '0'.repeat(64), '不符'],
    ['hash', null, '不符'],
    ['sequence', null, '第 6 条不见了'],
    ['sequence', 0, '排在第 1 条前面'],
    ['sequence', 99, '第 6 条不见了'],
  ])('is broken by another %s: %j', async (column, value, fault) => {
    await looks(12);
    await run(`UPDATE audit_entry SET ${column} = ? WHERE sequence = 6`, [value]);
    const { faults, faultCount } = await check();
    expect(faults.join('\n')).toContain(fault);
    expect(faultCount).toBeGreaterThan(0);
  });

  it('is broken by one flipped byte of the encrypted words', async () => {
    await looks(12);
    const { words } = await database.read.findOneByOrFail(AuditEntry, { sequence: 6 });
    const flipped = `${words!.slice(0, -1)}${words!.endsWith('A') ? 'B' : 'A'}`;
    await run('UPDATE audit_entry SET words = ? WHERE sequence = 6', [flipped]);
    expect((await check()).faults).toEqual([expect.stringMatching(/^第 6 条.*原话被改过/)]);
  });

  it('is broken by words where none were given', async () => {
    await looks(12);
    await run(
      'UPDATE audit_entry SET words = (SELECT w FROM (SELECT words AS w FROM audit_entry WHERE sequence = 6) t) WHERE sequence = 7',
    );
    expect((await check()).faults).toEqual([expect.stringMatching(/^第 7 条.*多出了原话/)]);
  });

  it('is broken by a removed entry and by several in a row', async () => {
    await looks(12);
    await run('DELETE FROM audit_entry WHERE sequence = 3');
    await run('DELETE FROM audit_entry WHERE sequence IN (7, 8, 9)');
    const { faults } = await check();
    expect(faults).toEqual([
      '第 3 条不见了',
      expect.stringMatching(/^第 4 条/),
      '第 7 至 9 条不见了',
      expect.stringMatching(/^第 10 条/),
    ]);
  });

  it('is broken by two entries that changed places', async () => {
    await looks(12);
    await run('UPDATE audit_entry SET sequence = -1 WHERE sequence = 4');
    await run('UPDATE audit_entry SET sequence = 4 WHERE sequence = 5');
    await run('UPDATE audit_entry SET sequence = 5 WHERE sequence = -1');
    expect((await check()).faults).toContainEqual(expect.stringMatching(/^第 4 条/));
    expect((await check()).faults).toContainEqual(expect.stringMatching(/^第 5 条/));
  });

  it('is broken by a cut end', async () => {
    await looks(12);
    await run('DELETE FROM audit_entry WHERE sequence > 10');
    expect((await check()).faults).toEqual(['链尾应是第 12 条，实有 10 条']);
  });

  it('that was cut with its head is found out by whoever noted its end, and so is one made anew', async () => {
    await looks(12);
    const { end } = await check();
    expect((await check({ noted: end })).faults).toEqual([]);
    const tenth = await database.read.findOneByOrFail(AuditEntry, { sequence: 10 });
    await run('DELETE FROM audit_entry WHERE sequence > 10');
    await run('UPDATE audit_head SET sequence = 10, hash = ?', [tenth.hash]);
    expect((await check()).faults).toEqual([]);
    expect((await check({ noted: end })).faults).toEqual(['抄下来的链尾是第 12 条，现在只有 10 条']);

    await run('DELETE FROM audit_head');
    await run("UPDATE audit_entry SET sequence = NULL, hash = NULL, actor_id = 'somebody else'");
    await looks(2);
    expect((await check()).faults).toEqual([]);
    expect((await check({ noted: end })).faults).toEqual([expect.stringMatching(/^第 12 条.*链被重做过/)]);
  });

  it('tells the first hundred faults and counts the rest', async () => {
    await looks(150);
    await run("UPDATE audit_entry SET action = 'elder.read'");
    const { faults, faultCount } = await check();
    expect([faults.length, faultCount]).toEqual([100, 150]);
  });
});

describe('the words of an entry', () => {
  beforeEach(() => open(SCHEMA));

  it('are encrypted, and the detail refuses what a person typed', async () => {
    await looks(3);
    const third = await database.read.findOneByOrFail(AuditEntry, { sequence: 3 });
    expect(wordsOf(third)).toBe(`${REASON}，第 3 次`);
    expect(JSON.stringify(await database.read.query('SELECT * FROM audit_entry'))).not.toContain('低保');
    const inTheClear = { action: 'elder.reveal' as const, subjectId: 'x', detail: { reason: REASON } };
    await expect(database.tx(ctx(), (tx) => new Audit().record(tx, inTheClear))).rejects.toThrow('reason as words');
  });
});

/** What the product wrote before reasons had a column of their own, and how it chained it. */
describe('an audit with reasons in the clear', () => {
  const migrations = SCHEMA.migrations as (new () => { name: string })[];
  const before = { ...SCHEMA, migrations: migrations.slice(0, 7) };
  const entries = [
    { id: '01', action: 'elder.reveal', detail: { field: 'idNumber', reason: REASON } },
    { id: '02', action: 'elder.read', detail: {} },
    { id: '03', action: 'kinship.refuse', detail: { kinshipId: 'k', reason: `"不是"本人，${REASON}` } },
    { id: '04', action: 'phone-task.reveal', detail: { elderId: 'e', relativeId: 'r', reason: REASON } },
    { id: '05', action: 'phone-task.create', detail: { reason: 'no-account', elderId: 'e' } },
  ];

  beforeEach(async () => {
    await open(before);
    let previous = '0'.repeat(64);
    for (const [index, { id, action, detail }] of entries.entries()) {
      const text = JSON.stringify(detail);
      const covered = [previous, index + 1, id, AT + index, null, action, 's', text, 'r'];
      previous = createHash('sha256').update(JSON.stringify(covered)).digest('hex');
      await insert([id, AT + index, action, text, index + 1, previous]);
    }
    await insert(['06', AT, 'elder.reveal', JSON.stringify({ field: 'phone', reason: REASON }), null, null]);
    await run("INSERT INTO audit_head (id, sequence, hash) VALUES ('head', 5, ?)", [previous]);
  });

  const insert = (values: unknown[]) =>
    run(
      "INSERT INTO audit_entry (id, at, actor_id, action, subject_id, detail, request_id, sequence, hash) VALUES (?, ?, NULL, ?, 's', ?, 'r', ?, ?)",
      values,
    );
  const rows = () => database.read.query<object[]>('SELECT * FROM audit_entry ORDER BY id');
  const upgrade = async () => {
    await database.close();
    database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
  };

  it('keeps every entry and its hash, and the chain holds on', async () => {
    const head = await database.read.findOneByOrFail(AuditHead, {});
    const hashes = await database.read.query<object[]>('SELECT id, sequence, hash FROM audit_entry ORDER BY id');
    await upgrade();
    expect(await database.read.query('SELECT id, sequence, hash FROM audit_entry ORDER BY id')).toEqual(hashes);
    expect(JSON.stringify(await rows())).not.toContain('低保');
    expect(await check()).toMatchObject({ checked: 5, waiting: 1, unread: 0, faults: [], end: { hash: head.hash } });
    const found = await database.read.find(AuditEntry, { order: { id: 'ASC' } });
    expect(found.map(wordsOf)).toEqual([REASON, null, `"不是"本人，${REASON}`, REASON, null, REASON]);
    expect(found.map(({ detail }) => detail)).toContain('{"reason":"no-account","elderId":"e"}');
    while ((await sealAudit(ctx(), database)) > 0);
    expect(await check()).toMatchObject({ checked: 6, waiting: 0, faults: [] });
  });

  it('leaves nothing of a reason in the files of the embedded database', async () => {
    await upgrade();
    const files = readdirSync(place.dataDir).filter((name) => name.startsWith('tanfang.sqlite'));
    expect(files.length > 0).toBe(place.databaseUrl === null);
    for (const file of files) expect(readFileSync(join(place.dataDir, file)).includes('低保')).toBe(false);
  });

  it('goes on where an upgrade was broken off, and nothing is done twice', async () => {
    await run('ALTER TABLE audit_entry ADD COLUMN words text');
    await upgrade();
    const once = await rows();
    await upgrade();
    expect(await rows()).toEqual(once);
    expect(await check()).toMatchObject({ checked: 5, faults: [] });
  });

  it('is checked by a key where it was upgraded, and says so where there is none', async () => {
    await upgrade();
    expect(await check({ withKeys: false })).toMatchObject({ checked: 2, unread: 3, faults: [] });
    await run('UPDATE audit_entry SET detail = \'{"field":"phone","reason":null}\' WHERE id = \'01\'');
    expect((await check()).faults).toEqual([expect.stringMatching(/^第 1 条.*不符/)]);
    await run("UPDATE audit_entry SET words = 'demo.AAAA' WHERE id = '03'");
    expect((await check()).faults).toContainEqual(expect.stringMatching(/^第 3 条.*原话读不出来/));
  });
});
