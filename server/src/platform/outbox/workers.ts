import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';

import { Clock } from '../clock/clock';
import type { Config } from '../config/config';
import type { Ctx, TxCtx } from '../context/context';
import { afterRaces, Database } from '../database';
import { faultPoint } from '../fault-points';
import { CONFIG, LOGGER } from '../tokens';
import { Bell } from './bell';
import { Leases, RENEW_MS } from './leases';
import { Outbox, type Handler } from './outbox';
import { HANDLER_KINDS, type HandlerKind, type OutboxJob } from './outbox.entities';

const POLL_MS = 1_000;

/**
 * Works the outbox in this process. Each kind of handler has as many slots of its own as `WORKERS`: what is done in the
 * house never waits behind calls to the network, nor they behind it. Each slot takes its next job by itself, so that a slow
 * one holds up no other.
 */
@Injectable()
export class Workers {
  private readonly leases: Leases;
  /** One ring wakes one slot of a kind, which wakes the next when it has found something: idle slots do not all look. */
  private readonly bells: Record<HandlerKind, Bell> = { transactional: new Bell(), external: new Bell() };
  private slots: Promise<void>[] = [];
  private timers: NodeJS.Timeout[] = [];
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.leases = new Leases(database, clock, Math.max(config.workers, 1), log);
  }

  start(): void {
    if (this.slots.length > 0 || this.config.workers === 0) return;
    this.outbox.onNewJobs((kind) => this.bells[kind].ring());
    this.slots = this.forEachSlot((kind) => this.slot(kind));
    // Jobs that become due, and those of other processes, ring no bell here.
    const poll = () => HANDLER_KINDS.forEach((kind) => this.bells[kind].ring());
    this.timers = [setInterval(poll, POLL_MS), setInterval(() => void this.renewLeases(), RENEW_MS)];
  }

  /** Lets the jobs in hand finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.forEachSlot((kind) => this.bells[kind].ring());
    await Promise.all(this.slots);
    this.timers.forEach(clearInterval);
  }

  private forEachSlot<T>(act: (kind: HandlerKind) => T): T[] {
    const places = Array.from({ length: Math.max(this.config.workers, 1) });
    return HANDLER_KINDS.flatMap((kind) => places.map(() => act(kind)));
  }

  private async slot(kind: HandlerKind): Promise<void> {
    while (!this.stopping) {
      const worked = await this.takeOne(kind).catch((error: unknown) => {
        this.log.error({ err: error }, 'outbox: could not look for jobs');
        return false;
      });
      if (!worked && !this.stopping) await this.bells[kind].rung();
    }
  }

  /**
   * Runs what is due now, at most one job for each slot, and waits for all of them. Tests and the demo's story go on by
   * it step by step. @returns jobs run
   */
  async workOnce(): Promise<number> {
    return (await Promise.all(this.forEachSlot((kind) => this.takeOne(kind)))).filter(Boolean).length;
  }

  renewLeases(): Promise<void> {
    return this.leases.renew();
  }

  /** Leases the next job that is due and runs it. @returns false when none is due */
  private async takeOne(kind: HandlerKind): Promise<boolean> {
    const job = await this.leases.take(kind);
    if (!job) return false;
    this.bells[kind].ring();
    try {
      await this.work(job);
    } finally {
      this.leases.letGo(job);
    }
    return true;
  }

  private async work(job: OutboxJob): Promise<void> {
    faultPoint('job.leased');
    const ctx = { ...this.leases.context(), requestId: job.id };
    try {
      const handler = this.outbox.handlerNamed(job.handler);
      if (!handler) throw new Error(`No handler is called ${job.handler}`);
      await this.run(ctx, handler, job);
    } catch (error) {
      await this.leases.putBack(job, error);
    }
  }

  private async run(ctx: Ctx, handler: Handler, job: OutboxJob): Promise<void> {
    const payload = JSON.parse(job.payload) as never;
    if (handler.kind === 'external') await this.leases.keepWhile(job, () => handler.run(ctx, payload));
    const finish = async (tx: TxCtx) => {
      if (handler.kind === 'transactional') await handler.run(tx, payload);
      await this.leases.end(tx, job);
      faultPoint('job.before-commit');
    };
    // Two events of one elder may be worked at once, and both find the same thing missing.
    await afterRaces(() => this.database.tx(ctx, finish));
  }
}
