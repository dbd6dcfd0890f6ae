import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../lib/paths.mjs';

describe('the reporter of the script tests', () => {
  let folder;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tanfang-reporter-'))));
  after(() => rmSync(folder, { recursive: true }));

  function report(source) {
    const file = join(folder, 'a.test.mjs');
    writeFileSync(file, `import { describe, it } from 'node:test';\n${source}`);
    const args = ['--test', `--test-reporter=${join(root, 'scripts/lib/node-test-reporter.mjs')}`, file];
    // Node tells a test inside a test by this variable, and would not run it.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    return { stdout, numbers: JSON.parse(stdout.trimEnd().split('\n').at(-1)) };
  }

  it('counts tests, not the suites around them', () => {
    const { numbers } = report(`describe('a', () => { it('b', () => {}); it('c', () => {}); });`);
    assert.deepEqual(numbers, { passed: 2, failed: 0 });
  });

  it('shows the fault of a failing test', () => {
    const { numbers, stdout } = report(
      `describe('a', () => { it('b', () => { throw new Error('the hose is old'); }); it('c', () => {}); });`,
    );
    assert.deepEqual(numbers, { passed: 1, failed: 1 });
    assert.match(stdout, /the hose is old/);
  });

  it('does not let a skipped test pass', () => {
    const { numbers } = report(`it.skip('b', () => {}); it.todo('c');`);
    assert.deepEqual(numbers, { passed: 0, failed: 2 });
  });

  it('fails a suite whose preparation fails', () => {
    const { numbers } = report(
      `import { before } from 'node:test';
       describe('a', () => { before(() => { throw new Error('no room'); }); it('b', () => {}); });`,
    );
    assert.equal(numbers.passed, 0);
    assert.ok(numbers.failed >= 1);
  });

  it('fails a file that cannot be loaded', () => {
    const { numbers } = report(`import './gone.mjs';`);
    assert.deepEqual(numbers, { passed: 0, failed: 1 });
  });
});
