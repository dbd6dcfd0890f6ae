import type { Logger } from 'pino';
import { In, LessThanOrEqual } from 'typeorm';

import type { Clock } from '../clock/clock';
import { SYSTEM, type Ctx, type TxCtx } from '../context/context';
import { type Database, newId } from '../database';
import { OutboxJob, type HandlerKind } from './outbox.entities';

const LEASE_MS = 60_000;
/** Jobs looked at for each slot: more than all slots can have in hand. */
const CANDIDATES = 4;
/** A job in hand is held on to this often: two attempts may fail before its lease runs out. */
export const RENEW_MS = LEASE_MS / 3;
/** Twelve quick tries, then one an hour for four days: a faulty release of a Friday evening is mended by then. */
const MAX_ATTEMPTS = 12 + 4 * 24;
const LONGEST_WAIT_MS = 3_600_000;
/** The failure that is noted when a process died, or hung, with a job in hand. */
export const PROCESS_DIED = 'ProcessDied';

/** The jobs that this process has taken, and how it takes them and gives them back. */
export class Leases {
  private readonly owner: string;
  /** Ids of the jobs that a slot of this process has taken or is about to take. */
  private readonly inHand = new Set<string>();
  /** Of those, the ones that wait for the network: their lease is renewed for as long as it takes. */
  private readonly calling = new Set<string>();

  /** @param slots how many of each kind this process works at the same time */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly slots: number,
    private readonly log: Logger,
  ) {
    this.owner = newId(clock.now());
  }

  context(): Ctx {
    return { who: SYSTEM, at: this.clock.now(), requestId: newId(this.clock.now()), em: this.database.read };
  }

  /** @returns one of the oldest of a kind that are due and that nobody holds, marked as ours; null when there is none */
  async take(kind: HandlerKind): Promise<OutboxJob | null> {
    const ctx = this.context();
    const due = { status: 'ready' as const, kind, runAt: LessThanOrEqual(ctx.at), leaseUntil: LessThanOrEqual(ctx.at) };
    for (;;) {
      const found = await ctx.em.find(OutboxJob, {
        where: due,
        order: { runAt: 'ASC' },
        take: CANDIDATES * this.slots,
      });
      const free = found.filter(({ id }) => !this.inHand.has(id));
      if (free.length === 0) return null;
      // Not the first for everybody: processes would all try the same row.
      const from = Math.floor(Math.random() * free.length);
      for (const job of [...free.slice(from), ...free.slice(0, from)]) {
        if (this.inHand.has(job.id)) continue;
        if (job.leaseOwner !== null) await this.endFor(job, due);
        else if (await this.claim(ctx, job, due)) return job;
      }
    }
  }

  /**
   * On the condition that it still is due: another process may have taken it. The try counts from here on, because a job
   * that kills its process cannot count it afterwards.
   */
  private async claim(ctx: Ctx, job: OutboxJob, due: object): Promise<boolean> {
    const { id } = job;
    let claimed = false;
    this.inHand.add(id);
    try {
      const taken = { leaseOwner: this.owner, leaseUntil: ctx.at + LEASE_MS, attempts: job.attempts + 1 };
      const change = await this.database.tx(ctx, (tx) =>
        tx.em.update(OutboxJob, { id, attempts: job.attempts, ...due }, taken),
      );
      claimed = change.affected === 1;
      if (claimed) Object.assign(job, taken);
    } finally {
      if (!claimed) this.inHand.delete(id);
    }
    return claimed;
  }

  /** Called when a job was worked, however it ended. */
  letGo({ id }: OutboxJob): void {
    this.inHand.delete(id);
  }

  /** Keeps the lease of a job while it calls the network. */
  async keepWhile({ id }: OutboxJob, call: () => Promise<void>): Promise<void> {
    this.calling.add(id);
    await call().finally(() => this.calling.delete(id));
  }

  /**
   * Holds on to the jobs that wait for the network, so that one slower than its lease is not run by somebody else beside
   * us. (One that only touches the database needs no such care: without its lease it rolls back.)
   */
  async renew(): Promise<void> {
    if (this.calling.size === 0) return;
    const ctx = this.context();
    const ours = { id: In([...this.calling]), leaseOwner: this.owner };
    await this.database
      .tx(ctx, (tx) => tx.em.update(OutboxJob, ours, { leaseUntil: ctx.at + LEASE_MS }))
      .catch((error: unknown) => this.log.error({ err: error }, 'outbox: could not renew leases'));
  }

  /** The end of a job that is done, in the transaction of its effect. */
  async end(tx: TxCtx, { id }: OutboxJob): Promise<void> {
    const { affected } = await tx.em.delete(OutboxJob, { id, leaseOwner: this.owner });
    if (affected !== 1) throw new Error('The lease ran out and another worker took the job');
  }

  /** The end of our try when it failed. */
  async putBack(job: OutboxJob, error: unknown): Promise<void> {
    this.report(job, error);
    await this.back(job, error, { leaseOwner: this.owner });
  }

  /** The end of a try of which nobody told the end: its process died. Another process may do the same at the same time. */
  private async endFor(job: OutboxJob, due: object): Promise<void> {
    const died = new ProcessDied();
    if (await this.back(job, died, { leaseOwner: job.leaseOwner, ...due })) this.report(job, died);
  }

  /**
   * The job comes back after a growing pause, or stays for a person to look at. The pause is never quite the same, so that
   * one that kills its process parts from those that were in hand beside it and are to blame for nothing.
   * @returns whether it still was as `condition` says
   */
  private async back(job: OutboxJob, error: unknown, condition: object): Promise<boolean> {
    const ctx = { ...this.context(), requestId: job.id };
    const wait = Math.min(2 ** job.attempts * 500, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
    const returned = {
      ...{ status: isDead(job) ? ('dead' as const) : ('ready' as const), runAt: Math.round(ctx.at + wait) },
      ...{ leaseUntil: 0, leaseOwner: null, error: describe(error) },
    };
    const change = await this.database.tx(ctx, (tx) => tx.em.update(OutboxJob, { id: job.id, ...condition }, returned));
    return change.affected === 1;
  }

  private report(job: OutboxJob, error: unknown): void {
    const { id, handler, attempts } = job;
    const dead = isDead(job);
    const level = dead ? 'error' : 'warn';
    this.log[level]({ err: error, job: id, handler, attempts }, dead ? 'job is dead' : 'job will be retried');
  }
}

function isDead({ attempts }: OutboxJob): boolean {
  return attempts >= MAX_ATTEMPTS;
}

/** Nobody gave the job back before its lease ran out: its process died, or hung for so long. */
class ProcessDied extends Error {
  override name = PROCESS_DIED;
}

/** Kind and code of a failure; its message may hold values and stays out of the database. */
function describe(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: string };
  return (code ? `${name} ${code}` : name).slice(0, 200);
}
