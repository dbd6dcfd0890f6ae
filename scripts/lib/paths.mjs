import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Stamps, test numbers and throwaway databases; safe to delete. */
export const cacheDir = join(root, '.cache');
