import { ensureBuilt } from './lib/builds.mjs';
import { generate, generatedFiles } from './lib/generated.mjs';
import { root } from './lib/paths.mjs';
import { during, runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

/** `node scripts/generate.mjs`: writes the OpenAPI document and, from it, the mini-program's types. Commit both. */
await runScript(async () => {
  await setUp(root);
  await ensureBuilt('server');
  for (const file of generatedFiles) await during(`生成${file.title} ${file.path}`, () => generate(file));
});
