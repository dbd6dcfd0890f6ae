import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

const running = new Set<ChildProcess>();
// A test run that is broken off must leave no process behind.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A program in a process of its own that writes into a file. */
export class Program {
  /** The signal that ended it, or its exit code. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;
  private over = false;

  constructor(
    command: string,
    args: readonly string[],
    private readonly log: string,
    env: Record<string, string> = {},
    cwd?: string,
  ) {
    const file = openSync(log, 'a');
    const surroundings = { cwd, env: { PATH: process.env.PATH, ...env } };
    this.child = spawn(command, args, { ...surroundings, stdio: ['ignore', file, file] });
    closeSync(file);
    running.add(this.child);
    this.ended = new Promise((resolve) => {
      const end = (how: string) => {
        this.over = true;
        running.delete(this.child);
        resolve(how);
      };
      this.child.once('error', (error) => end(error.message));
      this.child.once('exit', (code, signal) => end(signal ?? String(code)));
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isOver(): boolean {
    return this.over;
  }

  /** @returns how it ended, or null when it still runs after so long (ms) */
  async endsWithin(ms: number): Promise<string | null> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ms)));
    const how = await Promise.race([this.ended, tooLong]);
    clearTimeout(timer);
    return how;
  }

  /** `kill -9`. @returns how it ended: by this, unless it was over already */
  kill(): Promise<string> {
    this.child.kill('SIGKILL');
    return this.ended;
  }

  /** Asks it to end. @returns how it ended */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<string> {
    this.child.kill(signal);
    return this.ended;
  }

  /** The last of what it wrote. */
  get output(): string {
    return readFileSync(this.log, 'utf8').slice(-4000);
  }
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Waits for something to become true. @throws Error that names what never did, with `why()` behind it */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  { within = 30_000, every = 25, why = (): string => '' } = {},
): Promise<void> {
  const deadline = Date.now() + within;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${within / 1000} s\n${why()}`);
    await pause(every);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
