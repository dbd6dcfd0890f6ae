import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything the bench starts or writes hangs on one lifetime: a temporary folder and the processes in it. Whatever way
 * the bench ends (done, failed, Ctrl-C), nothing of it stays behind.
 */
export class Lifetime {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'tanfang-bench-'));
    process.once('exit', () => this.#endNow());
    for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
      process.once(signal, () => process.exit(code));
    }
  }

  /**
   * @param {string} command
   * @param {string[]} args
   * @param {import('node:child_process').SpawnOptions} options
   */
  start(command, args, options) {
    const child = spawn(command, args, options);
    this.#running.add(child);
    const gone = () => this.#running.delete(child);
    child.once('exit', gone);
    child.once('error', gone);
    return child;
  }

  /** Asks a process to end, and makes it end when it has not after a while. */
  async stop(child, graceMs = 15_000) {
    if (!this.#running.has(child)) return;
    const over = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await over;
    clearTimeout(timer);
  }

  async end() {
    await Promise.all([...this.#running].map((child) => this.stop(child)));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** For an exit that waits for nothing; the data is thrown away, so a hard end does no harm. */
  #endNow() {
    for (const child of this.#running) child.kill('SIGKILL');
    try {
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    } catch {
      process.stderr.write(`没有删干净，请手工删除：${this.folder}\n`);
    }
  }
}
