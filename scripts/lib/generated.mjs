import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir, root } from './paths.mjs';
import { placesModule } from './places.mjs';
import { run, runNode } from './run.mjs';
import { Trouble } from './say.mjs';

/** The committed files that a program writes, in the order in which they are made from one another. */
export const generatedFiles = [
  {
    key: 'places',
    title: '各地方案名录',
    path: 'server/src/policy/packs.ts',
    needs: [],
    make: () => writePlaces(),
  },
  {
    key: 'openapi',
    title: '接口文档',
    path: 'docs/api/openapi.json',
    needs: ['server'],
    make: () => runNode([join(root, 'server/dist/src/openapi.js')]),
  },
  {
    key: 'client',
    title: '接口类型',
    path: 'miniprogram/src/api/schema.ts',
    needs: ['server'],
    make: () => runNode([openapiTypescript, 'docs/api/openapi.json', '--output', 'miniprogram/src/api/schema.ts']),
  },
];

const openapiTypescript = join(root, 'node_modules/openapi-typescript/bin/cli.js');

/** Every folder of packs is a place; that is all there is to being one. */
function writePlaces() {
  const policy = join(root, 'server/src/policy');
  const folders = readdirSync(join(policy, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  writeFileSync(join(policy, 'packs.ts'), placesModule(folders));
  return { code: 0, output: '' };
}

/** Writes a generated file anew; throws a Trouble with what its generator said. */
export async function generate({ title, path, make }) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const done = await make();
  if (done.code !== 0 || !existsSync(join(root, path))) throw new Trouble(`${title} ${path} 没有生成。`, done.output);
}

/**
 * Writes a generated file anew and compares it with the one that was there, which stays.
 * @returns {Promise<import('./steps.mjs').Outcome>} with the difference in its output
 */
export async function compareGenerated(file) {
  const path = join(root, file.path);
  const before = existsSync(path) ? readFileSync(path) : null;
  try {
    await generate(file);
    const after = readFileSync(path);
    if (before?.equals(after)) return { passed: 1, failed: 0 };
    const advice = `${file.path} 和重新生成的不一样。运行 node scripts/generate.mjs 更新，并一起提交。`;
    return { passed: 0, failed: 1, output: `${await difference(before, after)}\n${advice}` };
  } finally {
    if (before) writeFileSync(path, before);
    else rmSync(path, { force: true });
  }
}

/** Beyond this many lines nobody reads a difference; both files are kept beside each other instead. */
const shownLines = 200;

async function difference(before, after) {
  if (!before) return '（原来没有这个文件）';
  const folder = join(cacheDir, 'generated');
  mkdirSync(folder, { recursive: true });
  const [committed, regenerated] = ['committed', 'regenerated'].map((name) => join(folder, name));
  writeFileSync(committed, before);
  writeFileSync(regenerated, after);
  const { output } = await run('git', ['diff', '--no-index', '--no-color', committed, regenerated]);
  const lines = output.split('\n');
  if (lines.length <= shownLines) return output;
  return [
    ...lines.slice(0, shownLines),
    `…… 还有 ${lines.length - shownLines} 行，比较 ${committed} 和 ${regenerated}`,
  ].join('\n');
}
