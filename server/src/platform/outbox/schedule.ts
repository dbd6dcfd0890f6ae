import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

import { Clock } from '../clock/clock';
import type { Config } from '../config/config';
import { SYSTEM, type Ctx } from '../context/context';
import { Database, newId } from '../database';
import { CONFIG, LOGGER } from '../tokens';

export interface Recurring {
  name: string;
  /** Pause between two runs in ms of the injected clock. */
  everyMs: number;
  /** Must be idempotent, and correct when several processes run it. */
  run(ctx: Ctx): Promise<void>;
}

const TICK_MS = 500;

interface Task extends Recurring {
  nextAt: number;
  /** While it runs. */
  running: Promise<void> | null;
}

/**
 * Work that comes back by the clock: planning, escalation, sealing. Each task runs beside the others, for a need past its
 * clock must not wait until a whole city is planned; none runs beside itself.
 */
@Injectable()
export class Schedule {
  private readonly tasks: Task[] = [];
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  add(task: Recurring): void {
    this.tasks.push({ ...task, nextAt: 0, running: null });
  }

  /** Not in a process that leaves background work to others. */
  start(): void {
    if (this.config.workers === 0) return;
    this.timer ??= setInterval(() => this.beginDue(), TICK_MS);
  }

  /** Begins nothing more, and waits for all that run. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.idle();
  }

  /** Runs every task whose time has come, and waits for all of them; a failing one is logged and comes back at its next turn. */
  async runDue(): Promise<void> {
    this.beginDue();
    await this.idle();
  }

  private beginDue(): void {
    const at = this.clock.now();
    for (const task of this.tasks) {
      if (task.running || task.nextAt > at) continue;
      task.nextAt = at + task.everyMs;
      task.running = this.run(task, at).finally(() => (task.running = null));
    }
  }

  private async run(task: Task, at: number): Promise<void> {
    try {
      await task.run({ who: SYSTEM, at, requestId: newId(at), em: this.database.read });
    } catch (error) {
      this.log.error({ err: error, task: task.name }, 'a recurring task failed');
    }
  }

  private async idle(): Promise<void> {
    await Promise.all(this.tasks.flatMap(({ running }) => running ?? []));
  }
}
