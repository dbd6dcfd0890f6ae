import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../lib/paths.mjs';

/**
 * Every rule of .dependency-cruiser.cjs with the smallest import that breaks it: `from` gets the text `code`,
 * and a violation of that rule from that file is expected.
 */
const breaches = [
  { rule: 'shared-is-pure', from: 'shared/src/forms/a.ts', code: "import 'node:fs';" },
  { rule: 'shared-is-pure', from: 'shared/src/forms/b.ts', code: "import 'declared';" },
  { rule: 'policy-is-pure', from: 'server/src/policy/engine/a.ts', code: "import 'node:fs';" },
  { rule: 'policy-is-pure', from: 'server/src/policy/engine/b.ts', code: "import '../../platform/clock/clock';" },
  { rule: 'scripts-need-no-install', from: 'scripts/a.mjs', code: "import 'declared';" },
  {
    rule: 'miniprogram-never-imports-server',
    from: 'miniprogram/src/api/a.ts',
    code: "import '../../../server/src/main';",
  },
  {
    rule: 'server-never-imports-miniprogram',
    from: 'server/src/platform/http/a.ts',
    code: "import '../../../../miniprogram/src/app';",
  },
  {
    rule: 'shared-by-front-door',
    from: 'server/src/platform/http/b.ts',
    code: "import '../../../../shared/src/forms/fine';",
  },
  { rule: 'simulator-never-imports-src', from: 'server/simulator/a.ts', code: "import '../src/platform/clock/clock';" },
  {
    rule: 'src-never-imports-simulator',
    from: 'server/src/platform/wechat/a.ts',
    code: "void import('../../../simulator/index');",
  },
  { rule: 'demo-only-by-dynamic-import', from: 'server/src/platform/wechat/b.ts', code: "import '../../demo/index';" },
  { rule: 'src-never-imports-simulator', from: 'server/src/worker.ts', code: "void import('../simulator/index');" },
  {
    rule: 'modules-meet-at-the-front-door',
    from: 'server/src/modules/care/a.ts',
    code: "import '../visiting/visiting.service';",
  },
  { rule: 'modules-by-front-door', from: 'server/src/seeds.ts', code: "import './modules/visiting/visiting.service';" },
  { rule: 'policy-by-front-door', from: 'server/src/modules/care/b.ts', code: "import '../../policy/engine/fine';" },
  {
    rule: 'module-order-policies',
    from: 'server/src/modules/policies/a.ts',
    code: "import '../registry/index';",
  },
  { rule: 'module-order-divisions', from: 'server/src/modules/divisions/a.ts', code: "import '../identity/index';" },
  { rule: 'module-order-identity', from: 'server/src/modules/identity/a.ts', code: "import '../registry/index';" },
  { rule: 'module-order-registry', from: 'server/src/modules/registry/a.ts', code: "import '../visiting/index';" },
  { rule: 'module-order-visiting', from: 'server/src/modules/visiting/a.ts', code: "import '../care/index';" },
  { rule: 'module-order-sheets', from: 'server/src/modules/sheets/a.ts', code: "import '../care/index';" },
  { rule: 'module-order-care', from: 'server/src/modules/care/c.ts', code: "import '../notification/index';" },
  {
    rule: 'module-has-its-place',
    from: 'server/src/modules/weather/a.ts',
    code: "import '../../platform/clock/clock';",
  },
  {
    rule: 'platform-never-imports-modules',
    from: 'server/src/platform/audit/a.ts',
    code: "import '../../modules/care/index';",
  },
  {
    rule: 'controllers-never-touch-storage',
    from: 'server/src/modules/care/care.controller.ts',
    code: "import './care.repository';",
  },
  {
    rule: 'controllers-never-touch-storage',
    from: 'server/src/modules/care/need.controller.ts',
    code: "import type { Need } from './care.entities';",
  },
  {
    rule: 'controllers-never-touch-storage',
    from: 'server/src/modules/care/sql.controller.ts',
    code: "import 'typeorm';",
  },
  {
    rule: 'components-never-import-screens',
    from: 'miniprogram/src/components/control/a.tsx',
    code: "import '../../pages/landing/index';",
  },
  {
    rule: 'components-never-import-screens',
    from: 'miniprogram/src/platform/a.ts',
    code: "import '../visitor/today/index';",
  },
  {
    rule: 'components-never-import-screens',
    from: 'miniprogram/src/components/control/b.tsx',
    code: "import '@/pages/landing/index';",
  },
  {
    rule: 'platform-never-imports-components',
    from: 'miniprogram/src/platform/b.ts',
    code: "import '../components/control/fine';",
  },
  { rule: 'subpackages-stand-alone', from: 'miniprogram/src/family/a.tsx', code: "import '../visitor/today/index';" },
  {
    rule: 'main-package-never-imports-subpackages',
    from: 'miniprogram/src/pages/a.tsx',
    code: "import '../visitor/today/index';",
  },
  { rule: 'no-cycles', from: 'shared/src/cycle/a.ts', code: "import './b';" },
  { rule: 'no-unresolvable', from: 'server/src/platform/files/a.ts', code: "import './gone';" },
  { rule: 'no-undeclared-packages', from: 'server/src/platform/files/b.ts', code: "import 'undeclared';" },
  { rule: 'no-dev-packages-in-production', from: 'server/src/platform/files/c.ts', code: "import 'development';" },
];

/** A tree that keeps every rule, among it each permission that lies next to a prohibition. */
const wellBuilt = {
  'shared/package.json': '{"name":"@tanfang/shared","main":"dist/index.js"}',
  'shared/src/index.ts': "export * from './forms/fine';",
  'shared/src/forms/fine.ts': 'export const fine = 1;',
  'shared/src/cycle/b.ts': "import './fine';",
  'shared/src/cycle/fine.ts': 'export const fine = 1;',
  'shared/dist/index.js': 'exports.fine = 1;',
  'server/package.json':
    '{"name":"@tanfang/server","dependencies":{"declared":"1","typeorm":"1","@tanfang/shared":"1"},"devDependencies":{"development":"1"}}',
  'server/src/main.ts': "import './modules/care/index';\nexport const load = () => import('./demo/index');",
  'server/src/demo/index.ts': "import '../../simulator/index';\nimport '../modules/care/index';",
  'server/src/policy/index.ts': "export * from './engine/fine';",
  'server/src/policy/engine/fine.ts': "import { fine } from '@tanfang/shared';\nexport const rule = fine;",
  'server/src/platform/clock/clock.ts':
    "import 'declared';\nimport 'node:fs';\nimport type { T } from 'development';\nexport type U = T;",
  'server/src/modules/divisions/index.ts': 'export const divisions = 1;',
  'server/src/modules/identity/index.ts': "export * from '../divisions/index';",
  'server/src/modules/registry/index.ts': "export * from '../identity/index';",
  'server/src/modules/visiting/index.ts': "export * from './visiting.service';",
  'server/src/modules/visiting/visiting.service.ts': "import '../../policy/index';\nexport const visiting = 1;",
  'server/src/modules/care/index.ts': "export * from './fine.controller';",
  'server/src/modules/care/fine.controller.ts': "import './care.service';\nexport const care = 1;",
  'server/src/modules/care/care.service.ts':
    "import './care.repository';\nimport '../visiting/index';\nimport '../../platform/clock/clock';",
  'server/src/modules/care/care.repository.ts': "import 'typeorm';\nimport './care.entities';",
  'server/src/modules/care/care.entities.ts': 'export type Need = 1;',
  'server/src/modules/notification/index.ts': "export * from '../care/index';",
  'server/simulator/index.ts': "import 'declared';",
  'miniprogram/package.json': '{"name":"@tanfang/miniprogram","dependencies":{"@tanfang/shared":"1"}}',
  'miniprogram/src/app.tsx': "import '@/components/control/fine';",
  'miniprogram/src/pages/landing/index.tsx': "import '../../components/control/fine';\nimport '@tanfang/shared';",
  'miniprogram/src/visitor/today/index.tsx':
    "import '../../components/control/fine';\nimport '../../platform/storage';",
  'miniprogram/src/components/control/fine.tsx': "import '../../platform/storage';",
  'miniprogram/src/platform/storage.h5.ts': 'export const storage = 1;',
  'miniprogram/src/platform/storage.weapp.ts': 'export const storage = 1;',
  'scripts/fine.mjs': "import 'node:fs';",
  'package.json':
    '{"name":"fixture","workspaces":["shared","server","miniprogram"],"devDependencies":{"rootonly":"1"}}',
};

const packages = ['declared', 'undeclared', 'development', 'typeorm'];

function write(tree, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  }
}

function plant(files) {
  const tree = mkdtempSync(join(tmpdir(), 'tanfang-rules-'));
  write(tree, files);
  for (const name of packages) {
    write(tree, {
      [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","main":"index.js","types":"index.d.ts"}`,
      [`node_modules/${name}/index.js`]: '',
      [`node_modules/${name}/index.d.ts`]: 'export type T = 1;',
    });
  }
  cpSync(join(tree, 'shared'), join(tree, 'node_modules/@tanfang/shared'), { recursive: true });
  for (const file of ['.dependency-cruiser.cjs', '.dependency-cruiser.resolve.cjs'])
    cpSync(join(root, file), join(tree, file));
  return tree;
}

/** @returns {{rule: string, from: string, to: string}[]} the violations found in the tree */
function cruise(tree) {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'shared',
    'server',
    'miniprogram',
    'scripts',
  ];
  const done = spawnSync(process.execPath, [bin, ...args], { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 });
  assert.ok(done.stdout.startsWith('{'), `dependency-cruiser said: ${done.stdout}${done.stderr}`);
  return JSON.parse(done.stdout).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

describe('dependency rules', () => {
  const trees = [];
  let found;
  let foundInWellBuilt;

  before(() => {
    const well = plant(wellBuilt);
    const bad = plant({
      ...wellBuilt,
      ...Object.fromEntries(breaches.map(({ from, code }) => [from, code])),
      'shared/src/cycle/b.ts': "import './a';",
    });
    trees.push(well, bad);
    foundInWellBuilt = cruise(well);
    found = cruise(bad);
  });
  after(() => trees.forEach((tree) => rmSync(tree, { recursive: true })));

  it('finds nothing in a tree that keeps them', () => assert.deepEqual(foundInWellBuilt, []));

  for (const { rule, from, code } of breaches) {
    it(`${rule}: refuses ${code} in ${from}`, () => {
      const rules = found.filter((violation) => violation.from === from).map((violation) => violation.rule);
      assert.ok(rules.includes(rule), `expected ${rule}, found ${JSON.stringify(rules)}`);
    });
  }

  it('has a breach for every rule of the configuration', async () => {
    const { default: configuration } = await import(join(root, '.dependency-cruiser.cjs'));
    const proven = new Set(breaches.map(({ rule }) => rule));
    assert.deepEqual(
      configuration.forbidden.map(({ name }) => name).filter((name) => !proven.has(name)),
      [],
    );
  });
});
