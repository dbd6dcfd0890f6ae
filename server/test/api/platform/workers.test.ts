import { pino } from 'pino';

import { SCHEMA } from '../../../src/database/schema';
import { Division } from '../../../src/modules/divisions/divisions.entities';
import type { Config } from '../../../src/platform/config/config';
import { SYSTEM, type Ctx, type TxCtx } from '../../../src/platform/context/context';
import { openDatabase, type Database } from '../../../src/platform/database';
import { Outbox, OutboxJob, Workers, type EventName, type Events } from '../../../src/platform/outbox';
import { MINUTE, TestClock } from '../support/clock';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { slowCall } from './slow-call';

const SECOND = 1000;
const log = pino({ level: 'silent' });

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('workers', () => {
  let place: TestDatabase;
  let database: Database;
  let outbox: Outbox;
  const clock = new TestClock();
  const ctx = (): Ctx => ({ who: SYSTEM, at: clock.now(), requestId: 'test', em: database.read });
  /** As many slots as a process has; each one made is a process of its own. */
  const processWith = (workers: number) => new Workers(database, outbox, clock, { workers } as Config, log);
  const emit = <E extends EventName>(event: E, payload: Events[E]) =>
    database.tx(ctx(), (tx) => outbox.emit(tx, event, payload));
  const waiting = () => database.read.count(OutboxJob);

  beforeAll(async () => {
    place = await createTestDatabase();
    database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
  });
  beforeEach(() => {
    outbox = new Outbox();
  });
  afterEach(() => database.tx(ctx(), (tx) => tx.em.createQueryBuilder().delete().from(OutboxJob).execute()));
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('go on with all other calls while one is slow', async () => {
    const call = slowCall();
    const done: string[] = [];
    outbox.on('need.raised', { kind: 'external', name: 'test.slow', run: call.run });
    const run = async (_: Ctx, { visitId }: Events['visit.recorded']) => void done.push(visitId);
    outbox.on('visit.recorded', { kind: 'external', name: 'test.quick', run });
    const workers = processWith(2);
    await emit('need.raised', { needId: 'slow' });
    workers.start();
    await call.isUnderWay;
    for (let visit = 1; visit <= 20; visit += 1) await emit('visit.recorded', { visitId: `v${visit}` });
    while ((await waiting()) > 1) await pause(10);
    expect(new Set(done).size).toBe(20);
    call.answer();
    await workers.stop();
    expect([await waiting(), call.runs()]).toEqual([0, 1]);
  });

  it('do at once what is done in the house, however many slow calls wait before it', async () => {
    const calls: ReturnType<typeof slowCall>[] = [];
    const order: string[] = [];
    outbox.on('need.raised', {
      kind: 'external',
      name: 'test.slow',
      run: async (_, { needId }) => {
        calls.push(slowCall());
        await calls.at(-1)!.run();
        order.push(`call ${needId}`);
      },
    });
    const raised = new Promise<void>((resolve) =>
      outbox.on('visit.recorded', {
        kind: 'transactional',
        name: 'test.raise',
        run: async (tx, { visitId }) => {
          tx.afterCommit(() => order.push(visitId));
          tx.afterCommit(resolve);
        },
      }),
    );
    for (let need = 1; need <= 60; need += 1) await emit('need.raised', { needId: `n${need}` });
    const workers = processWith(2);
    workers.start();
    while (calls.length < 2) await pause(10);
    clock.advance(SECOND);
    await emit('visit.recorded', { visitId: 'raised' });
    await raised;
    expect([order, calls.length, await waiting()]).toEqual([['raised'], 2, 60]);
    const stopped = workers.stop();
    calls.forEach(({ answer }) => answer());
    await stopped;
    expect([order.length, calls.length]).toEqual([3, 2]);
  });

  it('make a call at once, however much is to be done in the house before it', async () => {
    const order: string[] = [];
    const settle = async (_: TxCtx, { visitId }: Events['visit.recorded']) => void order.push(visitId);
    const call = async () => void order.push('call');
    outbox.on('visit.recorded', { kind: 'transactional', name: 'test.settle', run: settle });
    outbox.on('need.raised', { kind: 'external', name: 'test.call', run: call });
    for (let visit = 1; visit <= 60; visit += 1) await emit('visit.recorded', { visitId: 'settled' });
    clock.advance(SECOND);
    await emit('need.raised', { needId: 'n1' });
    expect(await processWith(1).workOnce()).toBe(2);
    expect(order.sort()).toEqual(['call', 'settled']);
  });

  it('with nothing to do look once for each kind in each round, not once for each slot', async () => {
    const workers = processWith(8);
    const looks = jest.spyOn(database.read, 'find');
    workers.start();
    await pause(200);
    looks.mockClear();
    const began = performance.now();
    await pause(3500);
    const rounds = Math.ceil((performance.now() - began) / SECOND);
    const looked = looks.mock.calls.length;
    looks.mockRestore();
    await workers.stop();
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(2 * rounds);
  });

  it('keep a call that is slower than its lease to themselves', async () => {
    const call = slowCall();
    outbox.on('need.raised', { kind: 'external', name: 'test.slow', run: call.run });
    const [first, second] = [processWith(1), processWith(1)];
    await emit('need.raised', { needId: 'slow' });
    const working = first.workOnce();
    await call.isUnderWay;
    for (let renewed = 0; renewed < 4; renewed += 1) {
      clock.advance(50 * SECOND);
      await first.renewLeases();
      expect(await second.workOnce()).toBe(0);
    }
    call.answer();
    expect(await working).toBe(1);
    expect([await waiting(), call.runs()]).toEqual([0, 1]);
    clock.advance(2 * MINUTE);
    expect(await second.workOnce()).toBe(0);
  });

  it('of several processes run each job once', async () => {
    const done: string[] = [];
    outbox.on('visit.recorded', {
      kind: 'transactional',
      name: 'test.count',
      run: async (tx, { visitId }) => tx.afterCommit(() => done.push(visitId)),
    });
    for (let visit = 1; visit <= 60; visit += 1) await emit('visit.recorded', { visitId: `v${visit}` });
    const drain = async (workers: Workers) => {
      while ((await workers.workOnce()) > 0);
    };
    await Promise.all([processWith(4), processWith(4), processWith(4)].map(drain));
    expect([done.length, new Set(done).size, await waiting()]).toEqual([60, 60, 0]);
  });

  it('who comes second to the same row look again, and at once', async () => {
    let runs = 0;
    const row = { id: 'row', parentId: null, name: '山东省', level: 'province' as const, rural: false };
    await database.tx(ctx(), (tx) => tx.em.insert(Division, row));
    outbox.on('visit.recorded', {
      kind: 'transactional',
      name: 'test.race',
      run: async (tx) => {
        runs += 1;
        await tx.em.insert(Division, runs === 1 ? row : { ...row, id: 'other' });
      },
    });
    await emit('visit.recorded', { visitId: 'v1' });
    expect(await processWith(1).workOnce()).toBe(1);
    expect([runs, await waiting(), await database.read.count(Division)]).toEqual([2, 0, 2]);
  });

  it('put a job back that meets the same index each time', async () => {
    const row = { id: 'stays', parentId: null, name: '北京市', level: 'province' as const, rural: false };
    await database.tx(ctx(), (tx) => tx.em.insert(Division, row));
    const run = async (tx: TxCtx) => void (await tx.em.insert(Division, row));
    outbox.on('visit.recorded', { kind: 'transactional', name: 'test.stuck', run });
    await emit('visit.recorded', { visitId: 'v1' });
    expect(await processWith(1).workOnce()).toBe(1);
    expect(await database.read.findBy(OutboxJob, {})).toMatchObject([{ attempts: 1, status: 'ready' }]);
  });
});
