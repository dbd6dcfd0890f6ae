import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root } from '../../scripts/lib/paths.mjs';

/** The product as it is built: the bench measures `server/dist`, and fills tables with the server's own code. */
const dist = join(root, 'server/dist/src');
const load = createRequire(join(root, 'server/package.json'));
load('reflect-metadata');

export const entry = join(dist, 'main.js');
/** @type {(path: string) => any} a compiled file of the server, without its ending */
export const compiled = (path) => load(join(dist, path));
/** @type {(name: string) => any} */
export const installed = (name) => load(name);
