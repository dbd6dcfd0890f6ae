import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { root } from './lib/paths.mjs';
import { Trouble, runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** `npm run bench -- …`: builds the server and measures it; what it prints and which options it takes is up to server/bench. */
await runScript(async () => {
  await setUp(root);
  await ensureBuilt('server');
  const bench = join(root, 'server/bench/run.mjs');
  if (!existsSync(bench)) throw new Trouble('没有找到 server/bench/run.mjs。');
  const done = spawnSync(process.execPath, [bench, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exitCode = done.status ?? 1;
});
