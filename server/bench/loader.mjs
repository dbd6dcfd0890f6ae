import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { Trouble } from '../../scripts/lib/say.mjs';
import { cpuMs } from './machine.mjs';

export const CONNECTIONS = 32;

/** The process that makes the load, and what it measured. */
export class Loader {
  constructor(life) {
    this.child = life.start(process.execPath, [fileURLToPath(new URL('./load.mjs', import.meta.url))], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.life = life;
  }

  /**
   * @param {import('./servers.mjs').Running} server
   * @param {{kind: 'submit' | 'worklist', count: number, expected: string}} task
   * @param {number} databasePid
   * @returns figures of one round: requests per second, latencies and CPU times in ms (CPU per request; null without /proc)
   */
  async drive(server, task, databasePid) {
    const cpu = () => ({ server: cpuMs(server.pid), database: cpuMs(databasePid) });
    const before = cpu();
    this.child.send({ port: server.port, connections: CONNECTIONS, ...task });
    const [{ result, error }] = await once(this.child, 'message');
    const after = cpu();
    if (error) throw new Trouble(`${server.name} 的压测中断了。`, `${error}\n${server.log()}`);
    if (result.errors > 0) throw new Trouble(`${server.name} 有 ${result.errors} 个请求没有成功。`, result.firstError);
    const used = (who) => (before[who] === null ? null : (after[who] - before[who]) / task.count);
    return { ...result, cpuServer: used('server'), cpuDatabase: used('database') };
  }

  stop() {
    return this.life.stop(this.child);
  }
}

/** The round in the middle, figure by figure. @param {object[]} rounds */
export function median(rounds) {
  return Object.fromEntries(
    ['perSecond', 'p50', 'p99', 'cpuServer', 'cpuDatabase'].map((name) => [
      name,
      middle(rounds.map((round) => round[name])),
    ]),
  );
}

export function middle(values) {
  if (values.includes(null)) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
