import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LessThanOrEqual } from 'typeorm';
import { ulid } from 'ulid';

import { Clock } from '../clock/clock';
import type { Config } from '../config/config';
import { SYSTEM, type Ctx } from '../context/context';
import { Database } from '../database';
import { faultPoint } from '../fault-points';
import { CONFIG, LOGGER } from '../tokens';
import { Outbox, type Handler } from './outbox';
import { OutboxJob } from './outbox.entities';

const LEASE_MS = 60_000;
const POLL_MS = 1_000;
/** Twelve quick tries, then one an hour for four days: a faulty release of a Friday evening is mended by then. */
const MAX_ATTEMPTS = 12 + 4 * 24;
const LONGEST_WAIT_MS = 3_600_000;

/** Works the outbox in this process: leases rows, runs their handlers, retries with growing pauses, buries the hopeless. */
@Injectable()
export class Workers {
  private readonly owner = ulid();
  private running: Promise<void> | null = null;
  private stopping = false;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  start(): void {
    if (this.running || this.config.workers === 0) return;
    this.outbox.onNewJobs(() => this.wakeUp());
    this.running = this.loop();
  }

  /** Lets the jobs in hand finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      // Armed before looking, so that a job that commits while we look is not slept over.
      const woken = new Promise<void>((resolve) => (this.wakeUp = resolve));
      const worked = await this.workOnce().catch((error: unknown) => {
        this.log.error({ err: error }, 'outbox: could not look for jobs');
        return 0;
      });
      if (worked === 0 && !this.stopping) await Promise.race([woken, pause(POLL_MS)]);
    }
  }

  /** Runs what is due now, at most one job for each worker. Tests call it to go on step by step. @returns jobs run */
  async workOnce(): Promise<number> {
    const jobs = await this.lease(Math.max(this.config.workers, 1));
    await Promise.all(jobs.map((job) => this.work(job)));
    return jobs.length;
  }

  private context(): Ctx {
    return { who: SYSTEM, at: this.clock.now(), requestId: ulid(), em: this.database.read };
  }

  private async lease(count: number): Promise<OutboxJob[]> {
    const ctx = this.context();
    const due = { status: 'ready' as const, runAt: LessThanOrEqual(ctx.at), leaseUntil: LessThanOrEqual(ctx.at) };
    const candidates = await ctx.em.find(OutboxJob, { where: due, order: { runAt: 'ASC' }, take: count });
    if (candidates.length === 0) return [];
    return this.database.tx(ctx, async (tx) => {
      const leased: OutboxJob[] = [];
      for (const job of candidates) {
        const taken = { leaseOwner: this.owner, leaseUntil: ctx.at + LEASE_MS };
        const { affected } = await tx.em.update(OutboxJob, { id: job.id, ...due }, taken);
        if (affected === 1) leased.push(job);
      }
      return leased;
    });
  }

  private async work(job: OutboxJob): Promise<void> {
    faultPoint('job.leased');
    const ctx = { ...this.context(), requestId: job.id };
    try {
      const handler = this.outbox.handlerNamed(job.handler);
      if (!handler) throw new Error(`No handler is called ${job.handler}`);
      await this.run(ctx, handler, job);
    } catch (error) {
      await this.putBack(ctx, job, error);
    }
  }

  private async run(ctx: Ctx, handler: Handler, job: OutboxJob): Promise<void> {
    const payload = JSON.parse(job.payload) as never;
    if (handler.kind === 'external') await handler.run(ctx, payload);
    await this.database.tx(ctx, async (tx) => {
      if (handler.kind === 'transactional') await handler.run(tx, payload);
      const { affected } = await tx.em.delete(OutboxJob, { id: job.id, leaseOwner: this.owner });
      if (affected !== 1) throw new Error('The lease ran out and another worker took the job');
      faultPoint('job.before-commit');
    });
  }

  private async putBack(ctx: Ctx, job: OutboxJob, error: unknown): Promise<void> {
    const attempts = job.attempts + 1;
    const dead = attempts >= MAX_ATTEMPTS;
    const wait = Math.min(2 ** attempts * 500, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
    const level = dead ? 'error' : 'warn';
    this.log[level](
      { err: error, job: job.id, handler: job.handler, attempts },
      dead ? 'job is dead' : 'job will be retried',
    );
    await this.database.tx(ctx, (tx) =>
      tx.em.update(
        OutboxJob,
        { id: job.id, leaseOwner: this.owner },
        {
          attempts,
          status: dead ? 'dead' : 'ready',
          runAt: Math.round(ctx.at + wait),
          leaseUntil: 0,
          leaseOwner: null,
          error: describe(error),
        },
      ),
    );
  }
}

/** Kind and code of a failure; its message may hold values and stays out of the database. */
function describe(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: string };
  return (code ? `${name} ${code}` : name).slice(0, 200);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
