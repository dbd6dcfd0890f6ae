import { AsyncLocalStorage } from 'node:async_hooks';

import { Injectable } from '@nestjs/common';
import { Mutex } from 'async-mutex';
import type { DataSource, EntityManager } from 'typeorm';

import type { Ctx, TxCtx } from '../context/context';
import { isTransient } from './errors';

const MAX_ATTEMPTS = 6;

/**
 * Watched on SQLite only, where a second transaction inside the first would wait for its own mutex for ever, and where every
 * test runs: whoever breaks the rule is found there. It costs a visit 60 µs (Node before 24 hooks into every promise), so
 * the engine of a city goes without.
 */
const openTransaction = new AsyncLocalStorage<true>();

/** Throws inside a transaction: the network must not be waited for while rows are locked and a closure may run again. */
export function forbidInTransaction(what: string): void {
  if (openTransaction.getStore()) throw new Error(`${what} inside a transaction: call it after the commit`);
}

/**
 * The one door to the database.
 *
 * TypeORM's SQLite driver has a single connection, so concurrent requests would share each other's transactions. All
 * writes therefore queue on a mutex for one connection, and reads outside transactions use another (WAL lets both go on).
 */
@Injectable()
export class Database {
  private readonly mutex: Mutex | null;

  constructor(
    private readonly writer: DataSource,
    private readonly reader: DataSource,
  ) {
    this.mutex = writer === reader ? null : new Mutex();
  }

  /** For reads outside a transaction. */
  get read(): EntityManager {
    return this.reader.manager;
  }

  get dialect(): 'sqlite' | 'mysql' {
    return this.mutex ? 'sqlite' : 'mysql';
  }

  /**
   * Runs `work` in one transaction (READ COMMITTED on MySQL) and commits, or rolls back when it throws. Called with a
   * context that is already in a transaction it joins that one. `work` may run again after a deadlock or a lock time-out,
   * so it must not touch anything but the database, and never the network.
   */
  async tx<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
    if (isTx(ctx)) return work(ctx);
    forbidInTransaction('A second transaction');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(ctx, work);
      } catch (error) {
        if (attempt >= MAX_ATTEMPTS || !isTransient(error)) throw error;
        await pause(2 ** attempt * 5 * (0.5 + Math.random()));
      }
    }
  }

  private async once<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const transaction = () =>
      this.writer.transaction((em) =>
        work({ ...ctx, em, inTransaction: true, afterCommit: (action) => void afterCommit.push(action) }),
      );
    const watched = () => openTransaction.run(true, transaction);
    const result = await (this.mutex ? this.mutex.runExclusive(watched) : transaction());
    // The SQLite driver answers without ever letting go: a long pass of transactions must not keep requests waiting.
    if (this.mutex) await new Promise((resolve) => setImmediate(resolve));
    for (const action of afterCommit) action();
    return result;
  }

  /** Answers when both connections do. */
  async ping(): Promise<void> {
    await this.reader.query('SELECT 1');
    if (this.mutex) await this.mutex.runExclusive(() => this.writer.query('SELECT 1'));
  }

  async close(): Promise<void> {
    await this.writer.destroy();
    if (this.reader !== this.writer) await this.reader.destroy();
  }
}

function isTx(ctx: Ctx): ctx is TxCtx {
  return (ctx as Partial<TxCtx>).inTransaction === true;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
