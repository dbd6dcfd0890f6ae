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

/** Work that comes back by the clock: planning, escalation, sealing. One task at a time in a process. */
@Injectable()
export class Schedule {
  private readonly tasks: (Recurring & { nextAt: number })[] = [];
  private timer: NodeJS.Timeout | null = null;
  private current: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  add(task: Recurring): void {
    this.tasks.push({ ...task, nextAt: 0 });
  }

  /** Not in a process that leaves background work to others. */
  start(): void {
    if (this.config.workers === 0) return;
    this.timer ??= setInterval(() => {
      this.current ??= this.runDue().finally(() => (this.current = null));
    }, TICK_MS);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.current;
  }

  /** Runs every task whose time has come; a failing one is logged and comes back at its next turn. */
  async runDue(): Promise<void> {
    for (const task of this.tasks) {
      const at = this.clock.now();
      if (task.nextAt > at) continue;
      task.nextAt = at + task.everyMs;
      try {
        await task.run({ who: SYSTEM, at, requestId: newId(at), em: this.database.read });
      } catch (error) {
        this.log.error({ err: error, task: task.name }, 'a recurring task failed');
      }
    }
  }
}
