import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builds, ensureBuilt } from './builds.mjs';
import { filesBelow } from './fingerprint.mjs';
import { compareGenerated, generatedFiles } from './generated.mjs';
import { jestOutcome } from './jest-numbers.mjs';
import { findProgram, hasMariadb, isMariadbPossible, withMariadb } from './mariadb.mjs';
import { beyondLimits, h5Sizes, kb, weappSizes } from './package-sizes.mjs';
import { cacheDir, root } from './paths.mjs';
import { run, runNode } from './run.mjs';
import { oneCheck } from './steps.mjs';

const bin = {
  eslint: 'eslint/bin/eslint.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  depcruise: 'dependency-cruiser/bin/dependency-cruise.mjs',
  jest: 'jest/bin/jest.js',
};

/** Runs the program of an installed package. */
function runTool(tool, args, options) {
  return runNode([join(root, 'node_modules', bin[tool]), ...args], options);
}

const build = (name) => ({
  key: `build-${name}`,
  title: builds[name].title,
  single: true,
  after: builds[name].needs.map((need) => `build-${need}`),
  async run() {
    await ensureBuilt(name);
    return { passed: 1, failed: 0 };
  },
});

const types = (name, project, title) => ({
  key: `types-${name}`,
  title: `类型检查：${title}`,
  single: true,
  // Project references and package entries resolve to what was built.
  after: ['build-shared'],
  run: async () => oneCheck(await runTool('tsc', ['-p', project, '--noEmit', '--pretty', 'false'])),
});

const dependencies = {
  key: 'dependencies',
  title: '依赖规则',
  single: true,
  after: ['build-shared'],
  async run() {
    const args = [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'shared',
      'server',
      'miniprogram',
      'scripts',
    ];
    const done = await runTool('depcruise', args);
    const cruised = Number(/\((\d+) modules/.exec(done.output)?.[1] ?? 0);
    if (done.code === 0 && cruised === 0) return { passed: 0, failed: 1, output: `${done.output}\n没有读到任何文件。` };
    return oneCheck(done);
  },
};

const generated = generatedFiles.map((file) => ({
  key: `generated-${file.key}`,
  title: `生成的文件：${file.title}`,
  single: true,
  after: file.needs.map((build) => `build-${build}`),
  run: () => compareGenerated(file),
}));

const scriptTests = {
  key: 'unit-scripts',
  title: '脚本与依赖规则的测试',
  async run() {
    const reporter = join(root, 'scripts/lib/node-test-reporter.mjs');
    const files = filesBelow(join(root, 'scripts/test')).filter((file) => file.endsWith('.test.mjs'));
    const done = await runNode(['--test', `--test-reporter=${reporter}`, ...files], {
      env: { NODE_OPTIONS: undefined },
    });
    const numbers = JSON.parse(/\{"passed":\d+,"failed":\d+\}\s*$/.exec(done.output)?.[0] ?? '{"passed":0,"failed":1}');
    const endedBadly = numbers.failed === 0 && done.code !== 0;
    return { passed: numbers.passed, failed: numbers.failed + (endedBadly ? 1 : 0), output: done.output };
  },
};

/** Nothing that works takes this long, even on a machine that is much slower than ours. */
const HANGS_AFTER_MS = 30 * 60_000;

/** Runs one project of jest.config.cjs. */
async function jest(project, { key = project, env = {}, timeoutMs = HANGS_AFTER_MS } = {}) {
  const folder = join(cacheDir, 'test');
  const file = join(folder, `${key}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const args = [
    '--selectProjects',
    project,
    '--json',
    '--outputFile',
    file,
    '--ci',
    '--silent=false',
    '--maxWorkers=2',
  ];
  const done = await runTool('jest', args, { env: { ...env, FORCE_COLOR: '0', NODE_ENV: 'test' }, timeoutMs });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  // With --json, Jest prints the report itself to stdout; people want the other stream.
  return jestOutcome(report, { ...done, output: done.output.replace(/^\{"numFailedTestSuites".*$/m, '') });
}

const unit = (project, title) => ({ key: `unit-${project}`, title: `单元测试：${title}`, run: () => jest(project) });

const apiOnSqlite = {
  key: 'api-sqlite',
  title: '接口测试（SQLite）',
  run: () => jest('server-api', { key: 'api-sqlite', env: { TEST_DATABASE: 'sqlite' } }),
};

const MARIADB = { what: 'MariaDB', install: 'apt-get install -y mariadb-server' };

const apiOnMariadb = {
  key: 'api-mariadb',
  title: '接口测试（MariaDB）',
  missing: async () => ((await isMariadbPossible()) ? null : MARIADB),
  run: () =>
    withMariadb((url) =>
      jest('server-api', { key: 'api-mariadb', env: { TEST_DATABASE: 'mariadb', TEST_MARIADB_URL: url } }),
    ),
};

/** Real processes that are killed and started again, at reduced size; `npm run soak` is the full one. */
const faultsOnSqlite = {
  key: 'faults-sqlite',
  title: '进程被杀、微信断线（SQLite）',
  after: ['build-server'],
  run: () => jest('faults'),
};

const faultsOnMariadb = {
  key: 'faults-mariadb',
  title: '进程被杀、微信断线（MariaDB）',
  after: ['build-server'],
  missing: async () => (hasMariadb() ? null : MARIADB),
  run: () => jest('faults-mariadb'),
};

const privacyOnSqlite = {
  key: 'privacy-sqlite',
  title: '个人信息不落明文（SQLite）',
  after: ['build-server'],
  run: () => jest('privacy', { key: 'privacy-sqlite', env: { TEST_DATABASE: 'sqlite' } }),
};

const privacyOnMariadb = {
  key: 'privacy-mariadb',
  title: '个人信息不落明文（MariaDB）',
  after: ['build-server'],
  // It stops its own and looks into the files, so one that runs here already does not help.
  missing: async () => (hasMariadb() ? null : MARIADB),
  run: () => jest('privacy', { key: 'privacy-mariadb', env: { TEST_DATABASE: 'mariadb' } }),
};

const sizes = {
  key: 'sizes',
  title: '包的大小',
  single: true,
  after: ['build-weapp', 'build-h5'],
  async run() {
    const weapp = weappSizes(join(root, 'miniprogram/dist/weapp'));
    const h5 = h5Sizes(join(root, 'miniprogram/dist/h5'));
    const faults = beyondLimits(weapp);
    const subpackages = Object.entries(weapp.subpackages).map(([name, size]) => `${name} ${kb(size)}`);
    return {
      passed: faults.length === 0 ? 1 : 0,
      failed: faults.length,
      note: [
        `weapp 主包 ${kb(weapp.main)}，分包 ${subpackages.join('、')}`,
        `h5 共 ${kb(h5.total)}，脚本 ${kb(h5.script)}，压缩后 ${kb(h5.scriptGzipped)}`,
      ].join('\n'),
      output: faults.join('\n'),
    };
  },
};

const weappLaunch = {
  key: 'weapp',
  title: '小程序启动与操作',
  // The service that it talks to serves the browser app as well.
  after: ['build-server', 'build-weapp', 'build-h5'],
  run: () => jest('weapp'),
};

function findChromium() {
  return process.env.CHROMIUM_PATH || findProgram('chromium', 'chromium-browser', 'google-chrome');
}

const journeys = {
  key: 'journeys',
  title: '浏览器走查',
  after: ['build-server', 'build-h5'],
  async missing() {
    const install = 'apt-get install -y chromium fonts-noto-cjk';
    const chromium = findChromium();
    if (!chromium || !existsSync(chromium)) return { what: 'Chromium', install };
    const fonts = await run('fc-list', [':lang=zh']);
    return fonts.code === 0 && fonts.output.trim() === '' ? { what: '中文字体', install } : null;
  },
  run: () => jest('journeys', { env: { CHROMIUM_PATH: findChromium() } }),
};

/** @type {import('./steps.mjs').Step[]} */
export const testSteps = [
  build('shared'),
  build('server'),
  {
    key: 'lint',
    title: '代码规范',
    single: true,
    after: ['build-shared'],
    run: async () => oneCheck(await runTool('eslint', ['.', '--max-warnings', '0'])),
  },
  {
    key: 'format',
    title: '代码格式',
    single: true,
    run: async () => oneCheck(await runTool('prettier', ['--check', '--log-level', 'warn', '.'])),
  },
  types('shared', 'shared/tsconfig.test.json', '共用代码及其测试'),
  types('server', 'server/tsconfig.json', '服务端与微信模拟器'),
  types('policy', 'server/tsconfig.policy.json', '政策代码不碰外界'),
  types('tests', 'server/tsconfig.test.json', '服务端测试'),
  types('h5', 'miniprogram/tsconfig.json', '小程序（网页）及其测试'),
  types('weapp', 'miniprogram/tsconfig.weapp.json', '小程序（微信）'),
  dependencies,
  ...generated,
  scriptTests,
  unit('shared', '共用代码'),
  unit('server-unit', '政策、服务端、微信模拟器'),
  unit('miniprogram', '小程序'),
  apiOnSqlite,
  apiOnMariadb,
  faultsOnSqlite,
  faultsOnMariadb,
  privacyOnSqlite,
  privacyOnMariadb,
  build('weapp'),
  build('h5'),
  sizes,
  weappLaunch,
  journeys,
];
