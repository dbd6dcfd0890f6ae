import { root } from './lib/paths.mjs';
import { runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** Installs the dependencies if they are not those of package-lock.json. */
await runScript(async () => {
  const outcome = await setUp(root);
  if (outcome !== 'installed') process.stderr.write('依赖已是最新。\n');
});
