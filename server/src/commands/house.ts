import { userInfo } from 'node:os';

import { newId } from '../platform/database';
import { createApp, type App } from '../app';
import { Audit } from '../platform/audit';
import { Clock } from '../platform/clock/clock';
import { loadConfig } from '../platform/config/config';
import { SYSTEM, type Ctx, type TxCtx } from '../platform/context/context';
import { createLog } from '../platform/log';
import type { Terminal } from './terminal';

/** The server's services without the server: nothing listens and no job runs. */
export interface House {
  app: App;
  ctx: Ctx;
  /** Changes something. The command and who was logged in are written down first, with the request id of all it does. */
  change: <T>(command: string, work: (tx: TxCtx) => Promise<T>) => Promise<T>;
}

/**
 * Opens the house for one command, with the configuration of the server. On SQLite the server has to stand still: one
 * process at a time writes in a data folder.
 */
export async function inHouse<T>({ env }: Terminal, work: (house: House) => Promise<T>): Promise<T> {
  const app = await createApp(loadConfig(env), { log: createLog('error') });
  try {
    const at = app.nest.get(Clock).now();
    const requestId = newId(at);
    const ctx: Ctx = { who: SYSTEM, at, requestId, em: app.database.read };
    const change = <R>(command: string, act: (tx: TxCtx) => Promise<R>) =>
      app.database.tx(ctx, async (tx) => {
        const detail = { command, login: encodeURIComponent(userInfo().username) };
        await app.nest.get(Audit).record(tx, { action: 'operator.command', subjectId: requestId, detail });
        return act(tx);
      });
    return await work({ app, ctx, change });
  } finally {
    await app.close();
  }
}
