import { readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow } from './fingerprint.mjs';

/** Half of what WeChat allows for the main package and for each subpackage: room to grow, and a quick first opening. */
export const packageLimit = 1024 * 1024;

/** WeChat's code review complains about pictures beyond this. */
export const pictureLimit = 200 * 1024;

/**
 * The sizes of a built mini-program, in bytes.
 * @param {string} folder holds app.json
 * @returns {{main: number, subpackages: Record<string, number>, pictures: {file: string, size: number}[]}}
 */
export function weappSizes(folder) {
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  const declared = app.subPackages ?? app.subpackages ?? [];
  const sizes = { main: 0, subpackages: Object.fromEntries(declared.map(({ root }) => [root, 0])), pictures: [] };
  for (const path of filesBelow(folder, true)) {
    const file = relative(folder, path).split(sep).join('/');
    const { size } = statSync(path);
    const home = Object.keys(sizes.subpackages).find((root) => file.startsWith(`${root.replace(/\/$/, '')}/`));
    if (home) sizes.subpackages[home] += size;
    else sizes.main += size;
    if (/\.(png|jpe?g|gif|webp|svg)$/.test(file)) sizes.pictures.push({ file, size });
  }
  return sizes;
}

/** @returns {string[]} a sentence for each size beyond its limit */
export function beyondLimits({ main, subpackages, pictures }) {
  const packages = Object.entries({ 主包: main, ...subpackages });
  return [
    ...packages
      .filter(([, size]) => size > packageLimit)
      .map(([name, size]) => `${name} 有 ${kb(size)}，超过 ${kb(packageLimit)}。`),
    ...packages.filter(([, size]) => size === 0).map(([name]) => `${name} 是空的。`),
    ...pictures
      .filter(({ size }) => size > pictureLimit)
      .map(({ file, size }) => `图片 ${file} 有 ${kb(size)}，超过 ${kb(pictureLimit)}。`),
  ];
}

/** @returns {{total: number, script: number, scriptGzipped: number}} sizes of a built page, in bytes */
export function h5Sizes(folder) {
  const files = filesBelow(folder, true);
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file));
  return {
    total: files.reduce((sum, file) => sum + statSync(file).size, 0),
    script: scripts.reduce((sum, { length }) => sum + length, 0),
    scriptGzipped: scripts.reduce((sum, script) => sum + gzipSync(script).length, 0),
  };
}

export const kb = (bytes) => `${Math.ceil(bytes / 1024)} KB`;
