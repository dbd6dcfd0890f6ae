import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './run.mjs';
import { Trouble, during } from './say.mjs';

const leastNode = [20, 20];

/** Throws a Trouble if this Node is older than the product runs on. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  throw new Trouble(`需要 Node.js ${leastNode.join('.')} 或更新版本，现在是 ${version}。`);
}

/**
 * Installs the dependencies unless those of this lock are there already.
 * @param {string} tree top folder of the repository
 * @param {(args: string[]) => Promise<{code: number | null, output: string}>} [npm] how npm is run
 * @param {typeof during} [announce] how long work is announced
 * @returns {Promise<'fresh' | 'adopted' | 'installed'>} `adopted`: somebody had installed them by hand
 */
export async function setUp(tree, npm = (args) => runNpm(tree, args), announce = during) {
  requireNode();
  const stampFile = join(tree, 'node_modules/.tanfang-setup');
  const stamp = wantedStamp(tree);
  if (existsSync(stampFile)) {
    if (readFileSync(stampFile, 'utf8') === stamp) return 'fresh';
  } else if (isInstalled(tree)) {
    writeFileSync(stampFile, stamp);
    return 'adopted';
  }
  await announce('安装依赖（首次约 2 分钟）', () => install(tree, npm));
  writeFileSync(stampFile, stamp);
  return 'installed';
}

/** Same lock and same Node: same packages. */
function wantedStamp(tree) {
  const lock = createHash('sha256')
    .update(readFileSync(join(tree, 'package-lock.json')))
    .digest('hex');
  return `${JSON.stringify({ lock, node: Number(process.versions.node.split('.')[0]) })}\n`;
}

/** npm keeps a record of what it has put into node_modules: compare it with the lock. */
function isInstalled(tree) {
  const recordFile = join(tree, 'node_modules/.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const installed = JSON.parse(readFileSync(recordFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(tree, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional)
    .every(([path, entry]) => installed[path] && installed[path].version === entry.version);
}

/**
 * npm 11 refuses (EUSAGE) a lock that lacks some other platforms' optional binaries, even one that it wrote itself; its
 * `install` takes the same lock. Whatever happens, the lock keeps its bytes.
 */
async function install(tree, npm) {
  const lockFile = join(tree, 'package-lock.json');
  const lock = readFileSync(lockFile);
  const quiet = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    const strict = await npm(['ci', ...quiet]);
    if (strict.code === 0) return;
    const lenient = await npm(['install', '--no-save', ...quiet]);
    if (lenient.code === 0) return;
    throw new Trouble(
      '依赖没有装好，请看上面 npm 的说明：多半是网络或镜像不通。',
      `${strict.output}\n${lenient.output}`,
    );
  } finally {
    if (!readFileSync(lockFile).equals(lock)) writeFileSync(lockFile, lock);
  }
}

function runNpm(tree, args) {
  const options = { cwd: tree, timeoutMs: 1_800_000 };
  // The npm that started us, if one did: another may be first on the PATH.
  const own = process.env.npm_execpath;
  if (own && basename(own) === 'npm-cli.js' && existsSync(own)) return run(process.execPath, [own, ...args], options);
  return run('npm', args, options);
}
