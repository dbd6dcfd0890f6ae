import { secondsSince } from './say.mjs';

/**
 * What a step of the test run came to. `passed` and `failed` count checks; a step that counts neither has failed.
 * @typedef {{passed: number, failed: number, output?: string, note?: string}} Outcome
 *
 * @typedef {object} Step
 * @property {string} key what `--only` names
 * @property {string} title
 * @property {string[]} [after] keys of steps without whose success this one cannot run; they stand before it
 * @property {boolean} [single] keeps one core busy at most: two of these run at the same time. Every other runs alone
 * @property {() => Promise<Missing | null>} [missing] what this machine lacks for it
 * @property {() => Promise<Outcome>} run
 *
 * @typedef {{what: string, install: string}} Missing `install` is the command that brings it
 */

/** A step of one check: it passes exactly if its command ends with 0. */
export function oneCheck({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
}

/** A crash, silence or a nonsensical count is a failure: nothing goes green without having been checked. */
export async function outcomeOf(step) {
  try {
    const outcome = await step.run();
    const sane = [outcome?.passed, outcome?.failed].every((count) => Number.isInteger(count) && count >= 0);
    if (!sane) return { passed: 0, failed: 1, output: '这一步没有给出结果。' };
    if (outcome.passed + outcome.failed > 0) return outcome;
    return { ...outcome, failed: 1, output: `${outcome.output ?? ''}\n一项检查也没有做，算作没有通过。` };
  } catch (error) {
    return { passed: 0, failed: 1, output: [error.output, error.stack ?? String(error)].filter(Boolean).join('\n') };
  }
}

/**
 * Which steps a `--only` filter leaves: those it names, by key or by the part of the key before a dash, and those that
 * they build upon.
 */
export function choose(steps, only) {
  if (only.length === 0) return { chosen: steps, leftOut: [], unknown: [] };
  const isNamed = (name, key) => key === name || key.startsWith(`${name}-`);
  const wanted = new Set(steps.filter(({ key }) => only.some((name) => isNamed(name, key))));
  // A set that grows while it is walked: prerequisites of prerequisites are found as well.
  for (const step of wanted) {
    for (const key of step.after ?? []) wanted.add(steps.find((other) => other.key === key));
  }
  return {
    chosen: steps.filter((step) => wanted.has(step)),
    leftOut: steps.filter((step) => !wanted.has(step)),
    unknown: only.filter((name) => !steps.some(({ key }) => isNamed(name, key))),
  };
}

/**
 * Runs the steps, two single ones at a time, and prints a line for each when it is done, the whole output of those that
 * fail, and the counts.
 * @param {Step[]} steps
 * @param {{only?: string[], strict?: boolean, write?: (text: string) => void}} [options] `strict`: what cannot run has
 *   failed
 * @returns {Promise<{passed: number, failed: number}>} the last line printed is exactly `N passed, N failed`
 */
export async function runSteps(
  steps,
  { only = [], strict = false, write = (text) => process.stdout.write(text) } = {},
) {
  const { chosen, leftOut, unknown } = choose(steps, only);
  const total = { passed: 0, failed: unknown.length };
  const notRun = [];
  const broken = new Set();
  await eachWithItsRoom(chosen, async (step) => {
    const missing = await step.missing?.();
    if (missing) return void notRun.push({ step, missing });
    const began = Date.now();
    const outcome = await outcomeAfter(step, broken);
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    write(lineFor(step, outcome, began));
  });
  if (strict) total.failed += notRun.length;
  if (total.passed + total.failed === 0) total.failed = 1;
  write(closingWords(steps, { unknown, leftOut, notRun, strict }));
  write(`${total.passed} passed, ${total.failed} failed\n`);
  return total;
}

const AT_ONCE = 2;

/** Does every step once: after those that it builds upon, the first in order that there is room for. */
async function eachWithItsRoom(steps, work) {
  const waiting = [...steps];
  const running = new Map();
  const hasRoom = ({ single }) =>
    running.size === 0 || (single && running.size < AT_ONCE && [...running.keys()].every((other) => other.single));
  const isReady = ({ after = [] }) =>
    !after.some((key) => [...waiting, ...running.keys()].some((step) => step.key === key));
  while (waiting.length + running.size > 0) {
    const next = waiting.find((step) => isReady(step) && hasRoom(step));
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      const done = work(next).finally(() => running.delete(next));
      running.set(next, done);
    } else {
      await Promise.race(running.values());
    }
  }
}

/** Does a step unless one that it builds upon is broken; keeps `broken` up to date. */
async function outcomeAfter(step, broken) {
  const cause = step.after?.find((key) => broken.has(key));
  const outcome = cause
    ? { passed: 0, failed: 1, output: `没有做：它要用 ${cause} 的结果，而那一步没有成功。` }
    : await outcomeOf(step);
  if (outcome.failed > 0) broken.add(step.key);
  return outcome;
}

function closingWords(steps, { unknown, leftOut, notRun, strict }) {
  const lines = [];
  if (unknown.length > 0) {
    lines.push(`没有这样的步骤：${unknown.join('、')}。可以写：${steps.map(({ key }) => key).join(' ')}`);
  }
  if (leftOut.length > 0) lines.push(`略过 (left out): ${leftOut.map(({ key }) => key).join(' ')}`);
  for (const { step, missing } of notRun) {
    lines.push(`未运行 (not run): ${step.title} ${step.key}（缺少 ${missing.what}）… 安装命令: ${missing.install}`);
  }
  if (strict && notRun.length > 0) lines.push(`CI 中未运行的 ${notRun.length} 项计为失败。`);
  return lines.map((line) => `${line}\n`).join('');
}

function lineFor(step, { passed, failed, output, note }, began) {
  const mark = failed === 0 ? '✓' : '✗';
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`;
  const line = `${mark} ${step.title} ${step.key}：${counts}（${secondsSince(began)}）\n`;
  const notes = note ? `${note.trimEnd().replace(/^/gm, '    ')}\n` : '';
  if (failed === 0) return line + notes;
  const rule = '─'.repeat(60);
  return `${line}${notes}${rule}\n${(output ?? '').trimEnd()}\n${rule}\n`;
}
