import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/builds.mjs';
import { machine, today } from './lib/machine.mjs';
import { hasMariadb } from './lib/mariadb.mjs';
import { cacheDir, root } from './lib/paths.mjs';
import { markdownTable, writeMeasured } from './lib/report.mjs';
import { Trouble, runScript } from './lib/say.mjs';
import { setUp } from './lib/setup.mjs';

const REPORT = join(root, 'docs/reliability.md');
const RESULTS = join(cacheDir, 'soak');
const JEST = join(root, 'node_modules/jest/bin/jest.js');

/** What runs at full size, one process of Jest after the other. */
const RUNS = [
  ['--selectProjects', 'faults'],
  ['--selectProjects', 'faults-mariadb'],
  ['--selectProjects', 'server-api', '--testPathPatterns', 'api/platform/transactions'],
];

/**
 * `npm run soak`: the fault tests at full size, about twenty minutes. Writes what they found into docs/reliability.md,
 * unless something failed or `-- --no-report` is given. SEED=… makes the same choices again.
 */
await runScript(async () => {
  const { values } = parseArgs({ options: { 'no-report': { type: 'boolean', default: false } } });
  await setUp(root);
  if (!hasMariadb()) throw new Trouble('没有找到 MariaDB。安装：apt-get install -y mariadb-server');
  await ensureBuilt('server');
  const seed = process.env.SEED ?? String(Date.now() % 1_000_000);
  process.stderr.write(`SEED=${seed}\n`);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const env = { ...process.env, SOAK: '1', SEED: seed, SOAK_RESULTS: RESULTS, NODE_ENV: 'test' };
  const codes = RUNS.map(
    (args) => spawnSync(process.execPath, [JEST, ...args, '-w', '1'], { cwd: root, stdio: 'inherit', env }).status,
  );
  if (codes.some((code) => code !== 0)) throw new Trouble('有测试没有通过，没有写报告。');
  if (!values['no-report']) writeMeasured(REPORT, 'Reliability', measured(seed));
});

function measured(seed) {
  const results = readdirSync(RESULTS).map((name) => JSON.parse(readFileSync(join(RESULTS, name), 'utf8')));
  const rows = results
    .sort((a, b) => a.order - b.order)
    .map(({ scenario, under, found, seconds }) => [scenario, under, found, `${Math.round(seconds)} s`]);
  const { commit, node, cores, cpu, memoryGib } = machine();
  return [
    markdownTable(['', 'what was done', 'what was found', ''], rows, '---'),
    `${today()}, commit ${commit}, SEED=${seed}, Node ${node}, ${cores} cores (${cpu}), ${memoryGib} GiB.`,
  ].join('\n\n');
}
