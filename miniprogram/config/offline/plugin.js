const { createHash } = require('node:crypto');
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');

/** Puts the service worker beside the finished browser app, with the list of the files that it keeps. */
module.exports = (ctx) => {
  ctx.onBuildFinish(({ error } = {}) => {
    if (error || process.env.TARO_ENV !== 'h5' || process.env.NODE_ENV !== 'production') return;
    const { outputPath } = ctx.paths;
    const files = filesBelow(outputPath).filter((file) => file !== 'service-worker.js');
    const version = createHash('sha256');
    for (const file of files) version.update(file).update(readFileSync(path.join(outputPath, file)));
    const listed = JSON.stringify(files.map((file) => `/${file}`));
    const known = `const FILES = ${listed};\nconst VERSION = '${version.digest('hex').slice(0, 16)}';\n\n`;
    const source = readFileSync(path.join(__dirname, 'service-worker.js'), 'utf8');
    writeFileSync(path.join(outputPath, 'service-worker.js'), known + source);
  });
};

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
    .sort();
}
