import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const skipped = new Set(['node_modules', 'dist', '.swc', '.git', '.cache']);

/**
 * @param {string} path a folder or a file
 * @param {boolean} [everything] also what is built or installed
 * @returns {string[]} every file below it, sorted; none if there is nothing
 */
export function filesBelow(path, everything = false) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => everything || !skipped.has(entry.name))
    .flatMap((entry) => {
      const below = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(below, everything);
      return entry.isFile() ? [below] : [];
    })
    .sort();
}

/**
 * One hash for the names and the contents of files; two trees have the same exactly if they are the same.
 * @param {string} base names are taken relative to it
 * @param {string[]} paths files and folders, absolute
 * @param {boolean} [everything] see filesBelow
 */
export function fingerprint(base, paths, everything = false) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(path, everything))) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    hash.update(`${relative(base, file)}\0${content}\n`);
  }
  return hash.digest('hex');
}
