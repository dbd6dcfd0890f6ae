import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { In, LessThanOrEqual } from 'typeorm';
import { ulid } from 'ulid';

import { Clock } from '../clock/clock';
import type { Config } from '../config/config';
import { SYSTEM, type Ctx, type TxCtx } from '../context/context';
import { afterRaces, Database } from '../database';
import { faultPoint } from '../fault-points';
import { CONFIG, LOGGER } from '../tokens';
import { Outbox, type Handler } from './outbox';
import { OutboxJob } from './outbox.entities';

const LEASE_MS = 60_000;
const POLL_MS = 1_000;
/** Jobs looked at for each slot: more than all slots can have in hand. */
const CANDIDATES = 4;
/** A job in hand is held on to this often: two attempts may fail before its lease runs out. */
const RENEW_MS = LEASE_MS / 3;
/** Twelve quick tries, then one an hour for four days: a faulty release of a Friday evening is mended by then. */
const MAX_ATTEMPTS = 12 + 4 * 24;
const LONGEST_WAIT_MS = 3_600_000;

/**
 * Works the outbox in this process: leases rows, runs their handlers, retries with growing pauses, buries the hopeless.
 * There are as many slots as `WORKERS`; each takes its next job by itself, so that a slow one holds up no other.
 */
@Injectable()
export class Workers {
  private readonly owner = ulid();
  /** Ids of the jobs that a slot of this process has taken or is about to take. */
  private readonly inHand = new Set<string>();
  /** Of those, the ones that wait for the network: their lease is renewed for as long as it takes. */
  private readonly external = new Set<string>();
  private slots: Promise<void>[] = [];
  private renewal: NodeJS.Timeout | null = null;
  private stopping = false;
  private bell = new Bell();

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  start(): void {
    if (this.slots.length > 0 || this.config.workers === 0) return;
    this.outbox.onNewJobs(() => this.ring());
    this.slots = Array.from({ length: this.config.workers }, () => this.slot());
    this.renewal = setInterval(() => void this.renewLeases(), RENEW_MS);
  }

  /** Lets the jobs in hand finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.ring();
    await Promise.all(this.slots);
    if (this.renewal) clearInterval(this.renewal);
  }

  private async slot(): Promise<void> {
    while (!this.stopping) {
      // Armed before looking, so that a job that commits while we look is not slept over.
      const { rung } = this.bell;
      const worked = await this.takeOne().catch((error: unknown) => {
        this.log.error({ err: error }, 'outbox: could not look for jobs');
        return false;
      });
      if (!worked && !this.stopping) await Promise.race([rung, pause(POLL_MS)]);
    }
  }

  private ring(): void {
    const { ring } = this.bell;
    this.bell = new Bell();
    ring();
  }

  /**
   * Runs what is due now, at most one job for each slot, and waits for all of them. Tests and the demo's story go on by
   * it step by step. @returns jobs run
   */
  async workOnce(): Promise<number> {
    const slots = Array.from({ length: Math.max(this.config.workers, 1) }, () => this.takeOne());
    return (await Promise.all(slots)).filter(Boolean).length;
  }

  /** Leases the next job that is due and runs it. @returns false when none is due */
  private async takeOne(): Promise<boolean> {
    const job = await this.lease();
    if (!job) return false;
    try {
      await this.work(job);
    } finally {
      this.inHand.delete(job.id);
    }
    return true;
  }

  private context(): Ctx {
    return { who: SYSTEM, at: this.clock.now(), requestId: ulid(), em: this.database.read };
  }

  /** One of the oldest that are due and that nobody holds, marked as ours. */
  private async lease(): Promise<OutboxJob | null> {
    const ctx = this.context();
    const due = { status: 'ready' as const, runAt: LessThanOrEqual(ctx.at), leaseUntil: LessThanOrEqual(ctx.at) };
    const take = CANDIDATES * Math.max(this.config.workers, 1);
    for (;;) {
      const found = await ctx.em.find(OutboxJob, { where: due, order: { runAt: 'ASC' }, take });
      const free = found.filter(({ id }) => !this.inHand.has(id));
      if (free.length === 0) return null;
      // Not the first for everybody: processes would all try the same row.
      const from = Math.floor(Math.random() * free.length);
      for (const job of [...free.slice(from), ...free.slice(0, from)]) {
        if (!this.inHand.has(job.id) && (await this.claim(ctx, job.id, due))) return job;
      }
    }
  }

  /** On the condition that it still is due: another process may have taken it. */
  private async claim(ctx: Ctx, id: string, due: object): Promise<boolean> {
    let claimed = false;
    this.inHand.add(id);
    try {
      const taken = { leaseOwner: this.owner, leaseUntil: ctx.at + LEASE_MS };
      const change = await this.database.tx(ctx, (tx) => tx.em.update(OutboxJob, { id, ...due }, taken));
      claimed = change.affected === 1;
    } finally {
      if (!claimed) this.inHand.delete(id);
    }
    return claimed;
  }

  /**
   * Holds on to the jobs that wait for the network, so that one slower than its lease is not run by somebody else beside
   * us. (One that only touches the database needs no such care: without its lease it rolls back.)
   */
  async renewLeases(): Promise<void> {
    if (this.external.size === 0) return;
    const ctx = this.context();
    const ours = { id: In([...this.external]), leaseOwner: this.owner };
    await this.database
      .tx(ctx, (tx) => tx.em.update(OutboxJob, ours, { leaseUntil: ctx.at + LEASE_MS }))
      .catch((error: unknown) => this.log.error({ err: error }, 'outbox: could not renew leases'));
  }

  private async work(job: OutboxJob): Promise<void> {
    faultPoint('job.leased');
    const ctx = { ...this.context(), requestId: job.id };
    try {
      const handler = this.outbox.handlerNamed(job.handler);
      if (!handler) throw new Error(`No handler is called ${job.handler}`);
      await this.run(ctx, handler, job);
    } catch (error) {
      await this.putBack(job, error);
    }
  }

  private async run(ctx: Ctx, handler: Handler, job: OutboxJob): Promise<void> {
    const payload = JSON.parse(job.payload) as never;
    if (handler.kind === 'external') {
      this.external.add(job.id);
      await handler.run(ctx, payload).finally(() => this.external.delete(job.id));
    }
    const finish = async (tx: TxCtx) => {
      if (handler.kind === 'transactional') await handler.run(tx, payload);
      const { affected } = await tx.em.delete(OutboxJob, { id: job.id, leaseOwner: this.owner });
      if (affected !== 1) throw new Error('The lease ran out and another worker took the job');
      faultPoint('job.before-commit');
    };
    // Two events of one elder may be worked at once, and both find the same thing missing.
    await afterRaces(() => this.database.tx(ctx, finish));
  }

  private async putBack(job: OutboxJob, error: unknown): Promise<void> {
    const ctx = { ...this.context(), requestId: job.id };
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

/** Wakes whoever waits for it, once; then there is a new one. */
class Bell {
  ring: () => void = () => undefined;
  readonly rung = new Promise<void>((resolve) => (this.ring = resolve));
}

/** Kind and code of a failure; its message may hold values and stays out of the database. */
function describe(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: string };
  return (code ? `${name} ${code}` : name).slice(0, 200);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
