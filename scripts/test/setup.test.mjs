import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { requireNode, setUp as setUpAloud } from '../lib/setup.mjs';

const lock = JSON.stringify({
  packages: {
    '': {},
    server: {},
    'node_modules/pino': { version: '10.4.0' },
    'node_modules/@swc/core-darwin-arm64': { version: '1.15.0', optional: true },
  },
});

const setUp = (tree, npm) => setUpAloud(tree, npm, (_, work) => work());

describe('set-up', () => {
  let tree;
  let calls;

  /** An npm whose subcommands end with the given codes and that keeps the habit of rewriting the lock. */
  const npm = (codes) => async (args) => {
    calls.push(args[0]);
    mkdirSync(join(tree, 'node_modules'), { recursive: true });
    writeFileSync(join(tree, 'package-lock.json'), '{"rewritten":true}');
    return { code: codes[args[0]], output: `npm ${args[0]} says why` };
  };

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'tanfang-setup-'));
    calls = [];
    writeFileSync(join(tree, 'package-lock.json'), lock);
  });
  afterEach(() => rmSync(tree, { recursive: true }));

  it('installs once, and leaves the lock as it was', async () => {
    assert.equal(await setUp(tree, npm({ ci: 0 })), 'installed');
    assert.equal(await setUp(tree, npm({ ci: 0 })), 'fresh');
    assert.deepEqual(calls, ['ci']);
    assert.equal(readFileSync(join(tree, 'package-lock.json'), 'utf8'), lock);
  });

  it('installs leniently where npm refuses the lock', async () => {
    assert.equal(await setUp(tree, npm({ ci: 1, install: 0 })), 'installed');
    assert.deepEqual(calls, ['ci', 'install']);
    assert.equal(readFileSync(join(tree, 'package-lock.json'), 'utf8'), lock);
  });

  it('says what npm said when both ways fail, and tries again the next time', async () => {
    await assert.rejects(setUp(tree, npm({ ci: 1, install: 1 })), (error) => /npm install says why/.test(error.output));
    assert.equal(await setUp(tree, npm({ ci: 0 })), 'installed');
  });

  it('installs again when the lock has changed', async () => {
    await setUp(tree, npm({ ci: 0 }));
    writeFileSync(join(tree, 'package-lock.json'), lock.replace('10.4.0', '10.5.0'));
    assert.equal(await setUp(tree, npm({ ci: 0 })), 'installed');
  });

  it('installs again under another major version of Node', async () => {
    await setUp(tree, npm({ ci: 0 }));
    const stamp = join(tree, 'node_modules/.tanfang-setup');
    writeFileSync(stamp, readFileSync(stamp, 'utf8').replace(/"node":\d+/, '"node":18'));
    assert.equal(await setUp(tree, npm({ ci: 0 })), 'installed');
  });

  describe('after somebody installed by hand', () => {
    const record = (version) => {
      mkdirSync(join(tree, 'node_modules'));
      writeFileSync(
        join(tree, 'node_modules/.package-lock.json'),
        JSON.stringify({ packages: { 'node_modules/pino': { version } } }),
      );
    };

    it('keeps what is there if it is what the lock wants, without other systems’ binaries', async () => {
      record('10.4.0');
      assert.equal(await setUp(tree, npm({ ci: 0 })), 'adopted');
      assert.deepEqual(calls, []);
      assert.ok(existsSync(join(tree, 'node_modules/.tanfang-setup')));
    });

    it('installs if a version differs', async () => {
      record('10.3.0');
      assert.equal(await setUp(tree, npm({ ci: 0 })), 'installed');
    });
  });
});

describe('the version of Node', () => {
  for (const version of ['20.20.0', '20.20.2', '22.1.0', '24.0.0']) {
    it(`${version} will do`, () => assert.doesNotThrow(() => requireNode(version)));
  }
  for (const version of ['18.20.4', '20.19.5']) {
    it(`${version} is too old`, () => assert.throws(() => requireNode(version), /需要 Node\.js 20\.20/));
  }
});
