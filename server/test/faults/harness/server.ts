import { join } from 'node:path';

import type { ArmedPoint } from '../../../src/platform/fault-points';
import { freePort, pause, Program } from './program';

const ENTRY = join(__dirname, '../../../dist/src/main.js');
const LONGEST_START_MS = 60_000;

/** One life of a server process, from its start to its end. */
export class Server {
  private constructor(
    readonly origin: string,
    readonly program: Program,
  ) {}

  /**
   * Starts the built server and waits until it is ready, or dead: an armed point may lie in what it does first.
   * @param env everything but its port
   */
  static async start(env: Record<string, string>, log: string, point?: ArmedPoint): Promise<Server> {
    // A new port for each life: the former one may still be taken by whoever talked to it.
    const port = await freePort();
    const armed: Record<string, string> = point ? { FAULT_POINT: `${point.name}:${point.at}` } : {};
    const program = new Program(process.execPath, [ENTRY], log, { ...env, ...armed, PORT: String(port) });
    const server = new Server(`http://127.0.0.1:${port}`, program);
    const deadline = Date.now() + LONGEST_START_MS;
    while (!program.isOver && !(await server.isReady())) {
      if (Date.now() > deadline) throw new Error(`The server was not ready in time:\n${program.output}`);
      await pause(40);
    }
    return server;
  }

  get isUp(): boolean {
    return !this.program.isOver;
  }

  /** Whether its health check says that it can work. */
  async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.origin}/api/health/ready`, { signal: AbortSignal.timeout(5000) });
      await answer.arrayBuffer();
      return answer.status === 200;
    } catch {
      return false;
    }
  }
}
