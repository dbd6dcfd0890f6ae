import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inputsOf, remember, standing } from '../lib/builds.mjs';
import { fingerprint } from '../lib/fingerprint.mjs';

const build = { name: 'shared', inputs: ['shared/src'], output: 'shared/dist', proof: 'index.js' };

describe('a build', () => {
  let tree;
  let cache;
  const write = (path, text) => writeFileSync(join(tree, path), text);
  const stands = () => standing(build, tree, cache);

  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'tanfang-builds-'));
    cache = join(tree, '.cache');
    for (const folder of ['shared/src/forms', 'shared/dist']) mkdirSync(join(tree, folder), { recursive: true });
    write('package-lock.json', '{}');
    write('shared/src/index.ts', 'export {};');
    write('shared/src/forms/gas.ts', 'export const hose = 1;');
    write('shared/dist/index.js', '');
    remember(build, inputsOf(build, tree), tree, cache);
  });
  afterEach(() => rmSync(tree, { recursive: true }));

  it('is fresh while nothing changes', () => assert.equal(stands(), 'fresh'));

  for (const [title, change] of [
    ['a source changes', () => write('shared/src/forms/gas.ts', 'export const hose = 2;')],
    ['a source comes', () => write('shared/src/forms/water.ts', '')],
    ['a source goes', () => rmSync(join(tree, 'shared/src/forms/gas.ts'))],
    [
      'a source is renamed',
      () => renameSync(join(tree, 'shared/src/forms/gas.ts'), join(tree, 'shared/src/forms/g.ts')),
    ],
    ['the lock changes', () => write('package-lock.json', '{"lockfileVersion":3}')],
  ]) {
    it(`is stale when ${title}`, () => {
      change();
      assert.equal(stands(), 'stale');
    });
  }

  it('stays stale when a source changed while it was being made', () => {
    const before = inputsOf(build, tree);
    write('shared/src/forms/gas.ts', 'export const hose = 3;');
    remember(build, before, tree, cache);
    assert.equal(stands(), 'stale');
  });

  it('is foreign when somebody else wrote into its folder', () => {
    write('shared/dist/index.js', 'by hand');
    assert.equal(stands(), 'foreign');
  });

  it('is foreign when its outcome is gone', () => {
    rmSync(join(tree, 'shared/dist'), { recursive: true });
    assert.equal(stands(), 'foreign');
  });

  it('is foreign when it was never made here', () => {
    rmSync(cache, { recursive: true });
    assert.equal(stands(), 'foreign');
  });
});

describe('a fingerprint', () => {
  it('tells apart where one file ends and the next begins', () => {
    const tree = mkdtempSync(join(tmpdir(), 'tanfang-fingerprint-'));
    const print = (files) => {
      const folder = mkdtempSync(join(tree, 'x-'));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      return fingerprint(folder, [folder]);
    };
    assert.notEqual(print({ a: 'bc' }), print({ ab: 'c' }));
    assert.equal(print({ a: '1', b: '2' }), print({ b: '2', a: '1' }));
    rmSync(tree, { recursive: true });
  });
});
