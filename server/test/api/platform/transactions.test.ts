import { openDatabase, lockDataDir, type Database } from '../../../src/platform/database';
import { SCHEMA } from '../../../src/database/schema';
import { Audit, AuditEntry, sealAudit, verifyAudit } from '../../../src/platform/audit';
import { SYSTEM, type Ctx } from '../../../src/platform/context/context';
import { openVault } from '../../../src/platform/crypto';
import { demoKeys } from '../../../src/platform/crypto/keys';
import { record, whole } from '../../faults/harness/results';
import { createTestDatabase, type TestDatabase } from '../support/database';

const WRITERS = 50;
const SEALINGS = 40;
/** `npm run soak` lets them write for longer. */
const ROUNDS = process.env.SOAK === '1' ? 200 : 8;

describe('transactions', () => {
  let place: TestDatabase;
  let database: Database;
  const ctx = (): Ctx => ({ who: SYSTEM, at: 1_795_000_000_000, requestId: 'test', em: database.read });
  const audit = new Audit();

  beforeAll(async () => {
    place = await createTestDatabase();
    openVault(demoKeys(place.dataDir));
    database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
  });
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('lose nothing and invent nothing under 50 concurrent writers with forced rollbacks', async () => {
    const began = Date.now();
    const acknowledged: string[] = [];
    const refused: string[] = [];
    const write = async (writer: number, round: number) => {
      const subjectId = `w${writer}-r${round}`;
      const rollBack = (writer + round) % 3 === 0;
      try {
        await database.tx(ctx(), async (tx) => {
          await audit.record(tx, { action: 'demo.seed', subjectId, detail: { half: 1 } });
          // Lets the others come between the two halves if they can.
          await new Promise((resolve) => setImmediate(resolve));
          await audit.record(tx, { action: 'demo.seed', subjectId, detail: { half: 2 } });
          if (rollBack) throw new Error('forced');
        });
        acknowledged.push(subjectId);
      } catch (error) {
        if ((error as Error).message !== 'forced') throw error;
        refused.push(subjectId);
      }
    };
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let round = 0; round < ROUNDS; round += 1) await write(writer, round);
      }),
    );

    const rows = await database.read.find(AuditEntry);
    const halves = new Map<string, number>();
    for (const { subjectId } of rows) halves.set(subjectId, (halves.get(subjectId) ?? 0) + 1);
    expect(acknowledged.length + refused.length).toBe(WRITERS * ROUNDS);
    expect([...halves.keys()].sort()).toEqual([...acknowledged].sort());
    expect(new Set(halves.values())).toEqual(new Set([2]));
    record({
      order: 8,
      scenario: 'concurrent writers, SQLite',
      under: `${WRITERS} at once, ${whole(WRITERS * ROUNDS)} transactions of two rows, every third rolled back`,
      found: `${whole(acknowledged.length)} committed, both rows of each there; ${whole(refused.length)} rolled back, nothing of them there`,
      seconds: (Date.now() - began) / 1000,
    });
  });

  it('run what waits for the commit after a commit and never after a rollback', async () => {
    const ran: string[] = [];
    await database.tx(ctx(), async (tx) => tx.afterCommit(() => ran.push('committed')));
    const rolledBack = database.tx(ctx(), async (tx) => {
      tx.afterCommit(() => ran.push('rolled back'));
      throw new Error('forced');
    });
    await expect(rolledBack).rejects.toThrow('forced');
    expect(ran).toEqual(['committed']);
  });

  it('refuse a second transaction inside the first instead of waiting for it for ever', async () => {
    const embedded = database.dialect === 'sqlite' ? database : await openDatabase(null, place.dataDir, SCHEMA);
    const nested = embedded.tx(ctx(), () => embedded.tx(ctx(), () => Promise.resolve()));
    await expect(nested).rejects.toThrow('inside a transaction');
    if (embedded !== database) await embedded.close();
  });

  it('join the transaction of the context they are given', async () => {
    const outer = database.tx(ctx(), async (tx) => {
      await database.tx(tx, (inner) => audit.record(inner, { action: 'demo.seed', subjectId: 'joined' }));
      throw new Error('forced');
    });
    await expect(outer).rejects.toThrow('forced');
    expect(await database.read.countBy(AuditEntry, { subjectId: 'joined' })).toBe(0);
  });

  it('leave an audit chain that verifies, and that one changed character breaks', async () => {
    while ((await sealAudit(ctx(), database)) > 0);
    const whole = await verifyAudit(ctx());
    expect(whole).toMatchObject({ waiting: 0, faults: [] });
    expect(whole.checked).toBe(await database.read.count(AuditEntry));

    const victim = await database.read.findOneByOrFail(AuditEntry, { sequence: 7 });
    await database.tx(ctx(), (tx) => tx.em.update(AuditEntry, { id: victim.id }, { detail: '{"half":9}' }));
    expect((await verifyAudit(ctx())).faults).toEqual([expect.stringContaining('第 7 条')]);
    await database.tx(ctx(), (tx) => tx.em.update(AuditEntry, { id: victim.id }, { detail: victim.detail }));
    expect((await verifyAudit(ctx())).faults).toEqual([]);
  });

  it('give one of several sealers the head and roll the others back, whenever they come', async () => {
    for (let round = 0; round < SEALINGS; round += 1) {
      await database.tx(ctx(), (tx) => audit.record(tx, { action: 'demo.seed', subjectId: `sealed ${round}` }));
      await Promise.allSettled(Array.from({ length: 4 }, () => sealAudit(ctx(), database)));
    }
    while ((await sealAudit(ctx(), database)) > 0);
    expect(await verifyAudit(ctx())).toMatchObject({ waiting: 0, faults: [] });
  });
});

describe('a data folder', () => {
  it('belongs to one process, and the second is told so in a sentence', async () => {
    const place = await createTestDatabase();
    const lock = lockDataDir(place.dataDir);
    expect(() => lockDataDir(place.dataDir)).toThrow(/正被另一个探访关爱进程使用/);
    lock.release();
    lockDataDir(place.dataDir).release();
    await place.drop();
  });
});
