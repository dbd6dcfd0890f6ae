import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { filesBelow, fingerprint } from './fingerprint.mjs';
import { cacheDir, root } from './paths.mjs';
import { runNode } from './run.mjs';
import { Trouble, during } from './say.mjs';

/** What every build depends on besides its own sources. */
const everyones = ['package.json', 'package-lock.json', 'tsconfig.base.json'];
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const taro = join(root, 'node_modules/@tarojs/cli/bin/taro');
const phoneSources = ['src', 'config', 'babel.config.js', 'package.json', 'tsconfig.json', '.browserslistrc'];

const phone = (type) => ({
  name: type,
  title: type === 'h5' ? '构建网页版 h5' : '构建小程序 weapp',
  inputs: [...phoneSources.map((path) => `miniprogram/${path}`), 'shared/src', 'project.config.json'],
  output: `miniprogram/dist/${type}`,
  proof: type === 'h5' ? 'index.html' : 'app.json',
  needs: [],
  async make() {
    rmSync(join(root, `miniprogram/dist/${type}`), { recursive: true, force: true });
    const env = { NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1', TANFANG_GALLERY: undefined };
    return runNode([taro, 'build', '--type', type], { cwd: join(root, 'miniprogram'), env });
  },
});

/**
 * The builds, each with the files it is made of, the folder it fills and a file that proves it.
 * `inputs` and `output` are relative to the top folder.
 */
export const builds = {
  shared: {
    name: 'shared',
    title: '编译 shared',
    inputs: ['shared/src', 'shared/tsconfig.json', 'shared/package.json'],
    output: 'shared/dist',
    proof: 'index.js',
    needs: [],
    make: () => compile('shared', ['src']),
  },
  server: {
    name: 'server',
    title: '编译服务端',
    inputs: ['server/src', 'server/simulator', 'server/tsconfig.json', 'server/package.json', 'shared/src'],
    output: 'server/dist',
    proof: 'src/main.js',
    needs: ['shared'],
    make: () => compile('server', ['src', 'simulator']),
  },
  h5: phone('h5'),
  weapp: phone('weapp'),
};

async function compile(workspace, folders) {
  for (const folder of folders) removeOrphans(workspace, folder);
  const done = await runNode([tsc, '-b', join(root, workspace), '--pretty', 'false']);
  if (done.code === 0) for (const folder of folders) copyAssets(workspace, folder);
  return done;
}

/** Where the compiler puts what stands in `folder`: shared's dist holds the contents of src, the server's src itself. */
function compiledFolder(workspace, folder) {
  return join(root, workspace, 'dist', workspace === 'shared' ? '' : folder);
}

/** A deleted source must not live on as its compiled file: migrations, for one, are found by folder. */
function removeOrphans(workspace, folder) {
  const compiled = compiledFolder(workspace, folder);
  for (const file of filesBelow(compiled, true)) {
    if (file.endsWith('.tsbuildinfo')) continue;
    const source = join(root, workspace, folder, relative(compiled, file));
    const typescript = source.replace(/(\.d\.ts|\.js)(\.map)?$/, '.ts');
    if (!existsSync(source) && !existsSync(typescript)) rmSync(file);
  }
}

/** Pages, pictures and tables that the code reads from beside itself. */
function copyAssets(workspace, folder) {
  for (const file of filesBelow(join(root, workspace, folder))) {
    if (/\.(tsx?|md)$|\/cases\//.test(file)) continue;
    const target = join(compiledFolder(workspace, folder), relative(join(root, workspace, folder), file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

/**
 * How a build stands against its stamp, the note of what it was last made from.
 * @returns {'fresh' | 'stale' | 'foreign'} `stale`: the sources have changed; `foreign`: the outcome is not the one that
 *   was made here, because somebody deleted files or built by hand with other settings
 */
export function standing(build, tree = root, cache = cacheDir) {
  const stamp = stampFile(build, cache);
  if (!existsSync(stamp) || !existsSync(join(tree, build.output, build.proof))) return 'foreign';
  const { inputs, output } = JSON.parse(readFileSync(stamp, 'utf8'));
  if (output !== outputOf(build, tree)) return 'foreign';
  return inputs === inputsOf(build, tree) ? 'fresh' : 'stale';
}

/** Notes that a build was made from sources with the fingerprint `inputs`, taken before it began. */
export function remember(build, inputs, tree = root, cache = cacheDir) {
  mkdirSync(join(cache, 'build'), { recursive: true });
  writeFileSync(stampFile(build, cache), JSON.stringify({ inputs, output: outputOf(build, tree) }));
}

const stampFile = (build, cache) => join(cache, 'build', `${build.name}.json`);

export function inputsOf(build, tree = root) {
  return fingerprint(
    tree,
    [...everyones, ...build.inputs].map((path) => join(tree, path)),
  );
}

const outputOf = (build, tree) => fingerprint(tree, [join(tree, build.output)], true);

/**
 * Makes a build if its sources or its outcome have changed.
 * @returns {Promise<'fresh' | 'built'>} throws a Trouble with the compiler's output
 */
export async function ensureBuilt(name) {
  const build = builds[name];
  for (const need of build.needs) await ensureBuilt(need);
  const before = standing(build);
  if (before === 'fresh') return 'fresh';
  // The compiler trusts its own memory of what it wrote; where that cannot be trusted, it begins anew.
  if (before === 'foreign') rmSync(join(root, build.output), { recursive: true, force: true });
  await during(build.title, async () => {
    const inputs = inputsOf(build);
    const done = await build.make();
    const proven = existsSync(join(root, build.output, build.proof));
    if (done.code !== 0 || !proven) throw new Trouble(`${build.title}没有成功。`, done.output);
    remember(build, inputs);
  });
  return 'built';
}
