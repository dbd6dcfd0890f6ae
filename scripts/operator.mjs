import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { root } from './lib/paths.mjs';
import { runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** `npm run operator -- <command> …`: what an operator can have done on the built server; the environment is the server's. */
await runScript(async () => {
  await setUp(root);
  await ensureBuilt('server');
  const program = join(root, 'server/dist/src/commands/operator.js');
  const done = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = done.status ?? 1;
});
