import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { Trouble, runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';
import { runSteps } from './lib/steps.mjs';

/**
 * `npm test`: everything that is checked, in one run. `npm test -- --only unit,lint` runs a part while you work.
 * The last line is exactly `N passed, N failed`; the exit code is 0 only if nothing failed.
 */
await runScript(async () => {
  const only = readOnly();
  try {
    await setUp(root);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    process.stdout.write(`${error.output}\n✗ ${error.message}\n0 passed, 1 failed\n`);
    process.exitCode = 1;
    return;
  }
  // Only now: the steps are made from what the set-up brings.
  const { testSteps } = await import('./lib/test-steps.mjs');
  const strict = ['1', 'true'].includes(process.env.CI ?? '');
  const { failed } = await runSteps(testSteps, { only, strict });
  process.exitCode = failed === 0 ? 0 : 1;
});

function readOnly() {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
  return values.only.flatMap((names) => names.split(',')).filter(Boolean);
}
