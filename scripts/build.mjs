import { builds, ensureBuilt } from './lib/builds.mjs';
import { root } from './lib/paths.mjs';
import { Trouble, runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** `node scripts/build.mjs [shared] [server] [h5] [weapp]`: builds what has changed; without names, everything. */
await runScript(async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in builds));
  if (unknown.length > 0)
    throw new Trouble(`不认识 ${unknown.join('、')}，可以写：${Object.keys(builds).join('、')}。`);
  await setUp(root);
  for (const name of names.length > 0 ? names : Object.keys(builds)) {
    if ((await ensureBuilt(name)) === 'fresh') process.stderr.write(`✓ ${builds[name].title}：没有变化\n`);
  }
});
