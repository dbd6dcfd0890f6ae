import 'reflect-metadata';

import { createApp } from './app';
import { loadConfig } from './platform/config/config';
import { lastWords } from './platform/log';

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  // Loaded by name only when asked for: the simulator is no part of a real server.
  const demo = config.demo ? (await import('./demo')).openDemo(config) : null;
  const app = await createApp(config, demo?.options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)));
  }
  await app.nest.listen(config.port, config.host);
  await demo?.prepare(app);
  app.startWork();
}

/** Node would print the whole error, with the statement and the values that a database error carries. */
function endWith(error: unknown): never {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
}

process.on('uncaughtException', endWith);
main().catch(endWith);
