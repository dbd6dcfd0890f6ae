import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

import { during } from '../../scripts/lib/say.mjs';
import { middle } from './loader.mjs';
import { residentMb } from './machine.mjs';
import { startOurs } from './servers.mjs';

const IDLE_MS = 10_000;

/**
 * How long a restart takes until the server says that it is ready, and what it holds after ten idle seconds, with all its
 * data and its workers.
 * @returns {Promise<{readyMs: number, idleMb: number}>} medians
 */
export async function restarts(life, { url, port, times }) {
  const ready = [];
  const idle = [];
  for (let turn = 1; turn <= times; turn += 1) {
    await during(`重启、空闲 10 秒：第 ${turn} 次`, async () => {
      const server = await startOurs(life, { url, port });
      ready.push(server.readyMs);
      await pause(IDLE_MS);
      idle.push(residentMb(server.pid));
      await server.stop();
    });
  }
  return { readyMs: middle(ready), idleMb: middle(idle) };
}

/** Evaluations a second on one core, in a process of its own. @returns {number} */
export function policySpeed() {
  const file = fileURLToPath(new URL('./policy-speed.mjs', import.meta.url));
  return Number(execFileSync(process.execPath, [file], { encoding: 'utf8' }));
}
