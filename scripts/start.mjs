import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { root } from './lib/paths.mjs';
import { stopAll } from './lib/run.mjs';
import { runScript } from './lib/say.mjs';
import { requirePort, serve, startEnvironment } from './lib/serve.mjs';
import { requireNode, setUp } from './lib/setup.mjs';

/** `npm start`: installs and builds what has changed, then runs the whole product on this machine. */
await runScript(async () => {
  requireNode();
  const env = startEnvironment();
  await requirePort(env);
  await setUp(root);
  for (const name of ['server', 'h5']) await ensureBuilt(name);
  process.exitCode = await serve([join(root, 'server/dist/src/main.js')], { cwd: root, env });
  stopAll();
});
