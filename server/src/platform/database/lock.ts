import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';

import { OperatorProblem } from '../problems/operator-problem';

/**
 * Makes this process the only one on a data folder, or throws with a sentence for the operator. The lock is an open
 * exclusive transaction on a file of its own: the system frees it however the process dies, so there is no stale lock to
 * clear after a crash.
 */
export function lockDataDir(dataDir: string): { release(): void } {
  mkdirSync(dataDir, { recursive: true });
  const holder = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    holder.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    holder.close();
    const sentence = `数据目录 ${dataDir} 正被另一个探访关爱进程使用，没有启动。请先停掉那一个，或者换一个 DATA_DIR`;
    throw new OperatorProblem(sentence, { cause: error });
  }
  return { release: () => holder.close() };
}
