import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resident memory in MB (10^6 bytes). */
export function residentMb(pid) {
  const kib = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  return (kib * 1024) / 1e6;
}

const TICKS_PER_SECOND = 100;

/** CPU time that a process has used, in ms; null where there is no /proc. */
export function cpuMs(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return ((Number(user) + Number(system)) * 1000) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}

/** Share of the machine that all processes use over a moment, 0 to 1; null where there is no /proc. */
export async function load(ms = 1000) {
  const before = usage();
  await new Promise((resolve) => setTimeout(resolve, ms));
  const after = usage();
  return before && after ? 1 - (after.idle - before.idle) / (after.total - before.total) : null;
}

function usage() {
  try {
    const ticks = readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1, 9).map(Number);
    return { idle: ticks[3] + ticks[4], total: ticks.reduce((sum, part) => sum + part, 0) };
  } catch {
    return null;
  }
}
