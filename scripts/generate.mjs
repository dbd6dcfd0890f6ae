import { ensureBuilt } from './lib/builds.mjs';
import { generate, generatedFiles } from './lib/generated.mjs';
import { root } from './lib/paths.mjs';
import { during, runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/**
 * `node scripts/generate.mjs`: writes the list of the places, the OpenAPI document and, from it, the mini-program's types.
 * Commit what it writes.
 */
await runScript(async () => {
  await setUp(root);
  for (const file of generatedFiles) {
    for (const build of file.needs) await ensureBuilt(build);
    await during(`生成${file.title} ${file.path}`, () => generate(file));
  }
});
