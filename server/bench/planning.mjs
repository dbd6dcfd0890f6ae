import { deepStrictEqual } from 'node:assert';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { Trouble, during } from '../../scripts/lib/say.mjs';
import { middle } from './loader.mjs';
import { compiled } from './product.mjs';
import { ourEnvironment } from './servers.mjs';

const { addDays, periodOf } = compiled('policy');

const SIDES = ['ours', 'bare'];

/**
 * A week planned for all elders: the product's planner, which reads who owes what and decides, beside bare inserts of the
 * same rows. Each side adds the next week by turns, so the table grows for both alike; the rows of both are compared.
 * @param {{url: string, link: import('mysql2/promise').Connection, today: string, rounds: number}} options
 * @returns medians of rows a second, and every round
 */
export async function comparePlanning(life, { url, link, today, rounds }) {
  const elders = await everybodyWeekly(link);
  const planners = {};
  for (const side of SIDES) planners[side] = await start(life, side, url);
  const { start: thisWeek } = periodOf('week', today);
  const found = { ours: [], bare: [] };
  const row = {};
  await during('排探访：预热', () => planners.ours.plan({ on: today }));
  // What is planned is the week after the one that a day lies in; two of them are there by now.
  let last = addDays(thisWeek, 7);
  for (let round = 0; round <= rounds; round += 1) {
    await during(round === 0 ? '排探访：各排一周' : `排探访：第 ${round} 轮`, async () => {
      for (const side of SIDES) {
        const task = side === 'ours' ? { on: last } : { copyFrom: last, days: 7 };
        const { rows, ms } = await planners[side].plan(task);
        last = addDays(last, 7);
        await expectWeek(link, last, elders, rows);
        row[side] = await oneOf(link, last);
        if (round > 0) found[side].push((rows / ms) * 1000);
      }
      deepStrictEqual(row.bare, row.ours, 'The bare side does not write what the planner writes');
    });
  }
  for (const side of SIDES) await life.stop(planners[side].child);
  return { elders, ours: middle(found.ours), bare: middle(found.bare), rounds: found };
}

/** The bench's people owe visits at different intervals; here all of them owe one every week, and nothing is planned yet. */
async function everybodyWeekly(link) {
  await link.query('DELETE FROM obligation_change');
  await link.query('TRUNCATE obligation');
  await link.query("UPDATE elder SET every = 'week'");
  await link.query("UPDATE visited_elder SET every = 'week', every_since = '2026-01-01', seen_on = '2026-01-01'");
  const [[{ elders }]] = await link.query('SELECT COUNT(*) AS elders FROM elder');
  return elders;
}

async function start(life, side, url) {
  const child = life.start(process.execPath, [fileURLToPath(new URL('./planner.mjs', import.meta.url))], {
    env: { ...ourEnvironment(life, url), SIDE: side, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await answerOf(child);
  return {
    child,
    plan(task) {
      child.send(task);
      return answerOf(child);
    },
  };
}

async function answerOf(child) {
  const gone = once(child, 'exit').then(() => [{ error: '进程没了' }]);
  const [{ result, error }] = await Promise.race([once(child, 'message'), gone]);
  if (error) throw new Trouble('排探访中断了。', error);
  return result;
}

async function expectWeek(link, monday, elders, rows) {
  const [[{ found }]] = await link.query('SELECT COUNT(*) AS found FROM obligation WHERE period_start = ?', [monday]);
  deepStrictEqual(
    { found, rows },
    { found: elders, rows: elders },
    `Not every elder has one visit owed from ${monday}`,
  );
}

/** One row without what must differ from week to week. */
async function oneOf(link, monday) {
  const [[row]] = await link.query('SELECT * FROM obligation WHERE period_start = ? ORDER BY elder_id LIMIT 1', [
    monday,
  ]);
  const { id, created_at: at, period_start: start, due_on: due, list_until: until, ...rest } = row;
  return { ...rest, id: id.length, at: String(at).length, lasts: [due === addDays(start, 6), until === due] };
}
