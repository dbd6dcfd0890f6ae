import { Clock } from '../../../src/platform/clock/clock';
import type { Config } from '../../../src/platform/config/config';
import type { Database } from '../../../src/platform/database';
import { createLog } from '../../../src/platform/log';
import { Schedule } from '../../../src/platform/outbox';

const MINUTE = 60_000;

class HandClock extends Clock {
  at = 1_795_395_600_000;
  now(): number {
    return this.at;
  }
}

/** A task that runs until it is let go, and counts its runs. */
function longTask(name: string) {
  const ends: (() => void)[] = [];
  const task = {
    ...{ name, everyMs: MINUTE, runs: 0 },
    run: async () => {
      task.runs += 1;
      await new Promise<void>((resolve) => ends.push(resolve));
    },
    end: () => ends.shift()!(),
  };
  return task;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

let clock: HandClock;
let schedule: Schedule;
let log: string[];
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  clock = new HandClock();
  log = [];
  const logger = createLog('debug', { write: (line: string) => void log.push(line) });
  schedule = new Schedule({ read: {} } as Database, clock, { workers: 1 } as Config, logger);
});
afterEach(() => jest.useRealTimers());

/** What the timer finds due has begun. */
async function later(ms: number): Promise<void> {
  clock.at += ms;
  jest.advanceTimersByTime(1000);
  await turn();
}

describe('a task that takes long', () => {
  it('lets the others run at their times', async () => {
    const plan = longTask('plan');
    let escalated = 0;
    schedule.add(plan);
    schedule.add({ name: 'escalate', everyMs: MINUTE / 2, run: async () => void (escalated += 1) });
    schedule.start();
    await later(0);
    await later(MINUTE / 2);
    await later(MINUTE / 2);
    expect([plan.runs, escalated]).toEqual([1, 3]);
    plan.end();
    await schedule.stop();
  });

  it('is not begun a second time beside itself, and comes back once it has ended', async () => {
    const plan = longTask('plan');
    schedule.add(plan);
    schedule.start();
    await later(0);
    await later(MINUTE);
    await later(MINUTE);
    expect(plan.runs).toBe(1);
    plan.end();
    await turn();
    await later(0);
    expect(plan.runs).toBe(2);
    plan.end();
    await schedule.stop();
  });
});

describe('stop', () => {
  it('waits for all that run, and begins nothing more', async () => {
    const [plan, reassess] = [longTask('plan'), longTask('reassess')];
    schedule.add(plan);
    schedule.add(reassess);
    schedule.start();
    await later(0);
    let stopped = false;
    const stopping = schedule.stop().then(() => (stopped = true));
    plan.end();
    await turn();
    expect(stopped).toBe(false);
    reassess.end();
    await stopping;
    await later(5 * MINUTE);
    expect([plan.runs, reassess.runs]).toEqual([1, 1]);
  });
});

describe('a task that fails', () => {
  it('is logged, comes back at its next turn, and harms no other', async () => {
    let [failed, escalated] = [0, 0];
    schedule.add({
      ...{ name: 'plan', everyMs: MINUTE },
      // Before it has given a promise at all.
      run: () => {
        failed += 1;
        throw new Error('no database');
      },
    });
    schedule.add({ name: 'escalate', everyMs: MINUTE, run: async () => void (escalated += 1) });
    await schedule.runDue();
    clock.at += MINUTE;
    await schedule.runDue();
    expect([failed, escalated]).toEqual([2, 2]);
    expect(log.filter((line) => line.includes('"task":"plan"'))).toHaveLength(2);
  });
});
