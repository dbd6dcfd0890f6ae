import type { Logger } from 'pino';
import { In, LessThanOrEqual } from 'typeorm';
import { ulid } from 'ulid';

import type { Clock } from '../clock/clock';
import { SYSTEM, type Ctx, type TxCtx } from '../context/context';
import type { Database } from '../database';
import { OutboxJob, type HandlerKind } from './outbox.entities';

const LEASE_MS = 60_000;
/** Jobs looked at for each slot: more than all slots can have in hand. */
const CANDIDATES = 4;
/** A job in hand is held on to this often: two attempts may fail before its lease runs out. */
export const RENEW_MS = LEASE_MS / 3;
/** Twelve quick tries, then one an hour for four days: a faulty release of a Friday evening is mended by then. */
const MAX_ATTEMPTS = 12 + 4 * 24;
const LONGEST_WAIT_MS = 3_600_000;

/** The jobs that this process has taken, and how it takes them and gives them back. */
export class Leases {
  private readonly owner = ulid();
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
  ) {}

  context(): Ctx {
    return { who: SYSTEM, at: this.clock.now(), requestId: ulid(), em: this.database.read };
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

  /** The end of a job that failed: it comes back after a growing pause, or stays for a person to look at. */
  async putBack(job: OutboxJob, error: unknown): Promise<void> {
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

/** Kind and code of a failure; its message may hold values and stays out of the database. */
function describe(error: unknown): string {
  const { name = 'Error', code } = error as { name?: string; code?: string };
  return (code ? `${name} ${code}` : name).slice(0, 200);
}
