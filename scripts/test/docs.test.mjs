import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow } from '../lib/fingerprint.mjs';
import { root } from '../lib/paths.mjs';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(root, name)),
  ...filesBelow(join(root, 'docs')).filter((file) => file.endsWith('.md')),
];

const readProse = (page) => readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '');

/** Paths that a page names in backquotes, from the top folder: `server/src/main.ts`, not `packs/<place>/plan.ts`. */
function namedPaths(page) {
  return [...readProse(page).matchAll(/`((?:server|shared|miniprogram|scripts|docs)\/[\w./-]+)`/g)].map(
    ([, path]) => path,
  );
}

function links(page) {
  return [...readProse(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, to]) => to)
    .filter((to) => !/^[a-z]+:/.test(to));
}

describe('the documentation', () => {
  for (const page of pages) {
    const name = relative(root, page);
    it(`${name}: its links lead somewhere`, () => {
      assert.deepEqual(
        links(page).filter((to) => !existsSync(join(dirname(page), to))),
        [],
      );
    });
    it(`${name}: the files it names are there`, () => {
      // What is built is not there before the first build.
      const missing = namedPaths(page).filter((path) => !path.includes('/dist/') && !existsSync(join(root, path)));
      assert.deepEqual(missing, []);
    });
  }

  it('lists every decision', () => {
    const listed = links(join(root, 'docs/adr/README.md'));
    const decisions = filesBelow(join(root, 'docs/adr')).map((file) => relative(join(root, 'docs/adr'), file));
    assert.deepEqual(listed.toSorted(), decisions.filter((file) => file !== 'README.md').toSorted());
  });

  it('names every environment variable of the server', () => {
    const page = readFileSync(join(root, 'docs/deployment.md'), 'utf8');
    const sources = ['config/config.ts', 'crypto/keys.ts'].map((file) => join(root, 'server/src/platform', file));
    const read = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name]) => name),
    );
    assert.ok(read.length > 10);
    assert.deepEqual(
      [...new Set(read)].filter((name) => !page.includes(`\`${name}\``)),
      [],
    );
  });
});
