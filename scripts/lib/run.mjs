import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const running = new Set();

/** Ends every command that is still running, with all its children. */
export function stopAll() {
  for (const child of running) stop(child, 'SIGTERM');
}

function stop(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/**
 * Runs a command without a terminal and without input, and collects what it prints, both streams in order.
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd?: string, env?: Record<string, string | undefined>, timeoutMs?: number}} [options] `env` is added to the
 *   environment, `undefined` removes a variable
 * @returns {Promise<{code: number | null, output: string, timedOut: boolean}>} never rejects; a command that cannot be
 *   started has the code 127
 */
export function run(command, args, { cwd = root, env = {}, timeoutMs = 600_000 } = {}) {
  return new Promise((resolve) => {
    const environment = Object.fromEntries(
      Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined),
    );
    // A group of its own, so that the children of a command that hangs go with it.
    const child = spawn(command, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const parts = [];
    let timedOut = false;
    running.add(child);
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    const timer = setTimeout(() => {
      timedOut = true;
      stop(child, 'SIGTERM');
      setTimeout(() => stop(child, 'SIGKILL'), 5_000).unref();
    }, timeoutMs);
    const end = (code, extra = '') => {
      clearTimeout(timer);
      running.delete(child);
      const late = timedOut ? `\n超过 ${Math.round(timeoutMs / 1000)} 秒没有结束，已停止。\n` : '';
      resolve({ code, output: Buffer.concat(parts).toString('utf8') + extra + late, timedOut });
    };
    child.once('error', (error) => end(127, `${command}: ${error.message}\n`));
    child.once('close', (code, signal) => end(code, signal && !timedOut ? `\n被信号 ${signal} 结束。\n` : ''));
  });
}

/** Runs a file with this Node. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
