import { pino } from 'pino';

import { SCHEMA } from '../../../src/database/schema';
import type { Config } from '../../../src/platform/config/config';
import { SYSTEM, type Ctx } from '../../../src/platform/context/context';
import { openDatabase, type Database } from '../../../src/platform/database';
import { deadJobs, Outbox, OutboxJob, Workers } from '../../../src/platform/outbox';
import { HOUR, MINUTE, TestClock } from '../support/clock';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { slowCall } from './slow-call';

const SECOND = 1000;
const MAX_ATTEMPTS = 108;

/** Processes that die are those whose call is never answered: nobody hears of them again. */
describe('when a process dies with a job in hand', () => {
  let place: TestDatabase;
  let database: Database;
  let outbox: Outbox;
  let log: string[];
  const clock = new TestClock();
  const ctx = (): Ctx => ({ who: SYSTEM, at: clock.now(), requestId: 'test', em: database.read });
  const process = (workers = 1) => {
    const write = (line: string) => void log.push((JSON.parse(line) as { msg: string }).msg);
    return new Workers(database, outbox, clock, { workers } as Config, pino({}, { write }));
  };
  const raise = (needId: string) => database.tx(ctx(), (tx) => outbox.emit(tx, 'need.raised', { needId }));
  const jobs = () => database.read.findBy(OutboxJob, {});

  /** Lets a process take what is due, and die of it. */
  async function dieAtWork(calls = 1): Promise<void> {
    const under = Array.from({ length: calls }, () => slowCall());
    onCall = under.map(({ run }) => run);
    void process(calls).workOnce();
    await Promise.all(under.map(({ isUnderWay }) => isUnderWay));
    clock.advance(61 * SECOND);
  }

  /** What the handler does, time after time; when nothing is left it does its work at once. */
  let onCall: (() => Promise<void>)[];

  beforeAll(async () => {
    place = await createTestDatabase();
    database = await openDatabase(place.databaseUrl, place.dataDir, SCHEMA);
  });
  beforeEach(() => {
    outbox = new Outbox();
    [onCall, log] = [[], []];
    outbox.on('need.raised', { kind: 'external', name: 'test.call', run: async () => onCall.shift()?.() });
  });
  afterEach(() => database.tx(ctx(), (tx) => tx.em.createQueryBuilder().delete().from(OutboxJob).execute()));
  afterAll(async () => {
    await database.close();
    await place.drop();
  });

  it('another takes it over after a pause, and what the first says afterwards no longer counts', async () => {
    const [held, again] = [slowCall(), slowCall()];
    onCall = [held.run, again.run];
    const [dead, alive] = [process(), process()];
    await raise('n1');
    const late = dead.workOnce();
    await held.isUnderWay;
    clock.advance(59 * SECOND);
    expect(await alive.workOnce()).toBe(0);
    expect(await jobs()).toMatchObject([{ leaseOwner: expect.any(String), error: null }]);
    clock.advance(2 * SECOND);
    expect(await alive.workOnce()).toBe(0);
    expect(await jobs()).toMatchObject([{ status: 'ready', attempts: 1, leaseOwner: null, error: 'ProcessDied' }]);
    clock.advance(2 * SECOND);
    const taken = alive.workOnce();
    await again.isUnderWay;
    held.answer();
    await late;
    expect(await jobs()).toMatchObject([{ attempts: 2, leaseOwner: expect.any(String) }]);
    again.answer();
    await taken;
    expect(await jobs()).toEqual([]);
  });

  it('a job of which every process dies is given up after the usual number of tries', async () => {
    await raise('poisoned');
    for (let died = 1; died <= MAX_ATTEMPTS; died += 1) {
      await dieAtWork();
      expect(await process().workOnce()).toBe(0);
      expect(await jobs()).toMatchObject([{ attempts: died, status: died < MAX_ATTEMPTS ? 'ready' : 'dead' }]);
      clock.advance(2 * HOUR);
    }
    expect(await deadJobs(ctx())).toMatchObject([{ attempts: MAX_ATTEMPTS, error: 'ProcessDied' }]);
    expect(log.filter((line) => line === 'job is dead')).toHaveLength(1);
    expect(await process().workOnce()).toBe(0);
  });

  it('a job that did nothing wrong is done, after however many restarts in its midst', async () => {
    await raise('innocent');
    for (let restart = 1; restart <= 30; restart += 1) {
      await dieAtWork();
      await process().workOnce();
      clock.advance(2 * HOUR);
    }
    expect(await process().workOnce()).toBe(1);
    expect(await jobs()).toEqual([]);
  });

  it('those that were in hand beside it come back at moments of their own', async () => {
    for (const needId of ['poisoned', 'innocent']) await raise(needId);
    await database.tx(ctx(), (tx) => tx.em.update(OutboxJob, { status: 'ready' }, { attempts: 11 }));
    await dieAtWork(2);
    expect(await process(2).workOnce()).toBe(0);
    const [one, other] = await jobs();
    expect([one!.attempts, other!.attempts]).toEqual([12, 12]);
    expect(one!.runAt).not.toBe(other!.runAt);
  });

  it('several that come after it count its death once', async () => {
    await raise('n1');
    await dieAtWork();
    await Promise.all([process(4), process(4), process(4)].map((workers) => workers.workOnce()));
    expect(await jobs()).toMatchObject([{ attempts: 1, status: 'ready', error: 'ProcessDied' }]);
    expect(log).toEqual(['job will be retried']);
  });

  it('a process that is asked to end does what it has in hand, and leaves no try behind', async () => {
    const call = slowCall();
    onCall = [call.run];
    const workers = process();
    await raise('n1');
    workers.start();
    await call.isUnderWay;
    const stopped = workers.stop();
    await raise('n2');
    call.answer();
    await stopped;
    expect(await jobs()).toMatchObject([{ payload: '{"needId":"n2"}', attempts: 0, leaseOwner: null }]);
    clock.advance(MINUTE);
    expect(await process().workOnce()).toBe(1);
  });
});
