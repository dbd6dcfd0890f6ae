import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { beyondLimits, packageLimit, pictureLimit, weappSizes } from '../lib/package-sizes.mjs';

describe('package sizes', () => {
  let folder;
  const write = (path, size) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), Buffer.alloc(size));
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'tanfang-sizes-'));
    write('app.js', 1000);
    write('visitors.js', 10);
    write('visitor/today/index.js', 300);
    write('family/parent/index.js', 20);
    write('assets/gas.png', pictureLimit + 1);
    writeFileSync(
      join(folder, 'app.json'),
      JSON.stringify({ subPackages: [{ root: 'visitor' }, { root: 'family/' }] }),
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  it('puts each file into its package', () => {
    const { main, subpackages } = weappSizes(folder);
    const appJson = JSON.stringify({ subPackages: [{ root: 'visitor' }, { root: 'family/' }] }).length;
    assert.equal(main, 1000 + 10 + pictureLimit + 1 + appJson);
    assert.deepEqual(subpackages, { visitor: 300, 'family/': 20 });
  });

  it('names what is beyond its limit', () => {
    assert.deepEqual(beyondLimits({ main: packageLimit, subpackages: { visitor: packageLimit }, pictures: [] }), []);
    assert.match(beyondLimits({ main: packageLimit + 1, subpackages: {}, pictures: [] })[0], /主包 有 1025 KB/);
    assert.match(beyondLimits({ main: 1, subpackages: { visitor: packageLimit + 1 }, pictures: [] })[0], /visitor/);
    assert.match(beyondLimits(weappSizes(folder))[0], /assets\/gas\.png/);
  });

  it('does not take an empty package for a small one', () => {
    assert.match(beyondLimits({ main: 1, subpackages: { officer: 0 }, pictures: [] })[0], /officer 是空的/);
  });
});
