import { deepStrictEqual } from 'node:assert';

import { during } from '../../scripts/lib/say.mjs';
import { median } from './loader.mjs';
import { census, expectSameWorklists, rowsPerVisit } from './same-work.mjs';

/** Elders whose visit is still owed are used up one by one. */
export class Owed {
  #next = 0;

  constructor(total) {
    this.total = total;
  }

  take(count) {
    const from = this.#next;
    this.#next += count;
    if (this.#next > this.total) throw new Error(`The bench needs more than ${this.total} elders`);
    return from;
  }
}

/** Rounds of ours and bare by turns, after a warm-up of both. */
async function alternate(title, { ours, bare, rounds }, work) {
  const found = { ours: [], bare: [] };
  await during(`${title}：预热`, async () => {
    for (const server of [ours, bare]) await work(server, true);
  });
  for (let round = 1; round <= rounds; round += 1) {
    await during(`${title}：第 ${round} 轮`, async () => {
      for (const server of [ours, bare]) found[server.name].push(await work(server, false));
    });
  }
  return { ours: median(found.ours), bare: median(found.bare), rounds: found };
}

/** @param {{loader, database, ours, bare, rounds: number, size: {warmUp: number, round: number}}} bench */
export async function compareWorklists(bench) {
  const { loader, database, size } = bench;
  await during('核对两边的清单一样', () => expectSameWorklists(bench.ours, bench.bare));
  return alternate('清单', bench, (server, warmingUp) =>
    loader.drive(
      server,
      { kind: 'worklist', expected: '200', count: warmingUp ? size.warmUp : size.round },
      database.pid,
    ),
  );
}

/**
 * Every round counts the rows of all tables before and after: both sides must have added as many, and exactly so many for
 * each visit that was acknowledged.
 * @returns the figures, and `perVisit`: rows by table
 */
export async function compareSubmits(bench, { link, owed, filled }) {
  const { size } = bench;
  const seen = {};
  const compared = await alternate('提交', bench, async (server, warmingUp) => {
    const count = warmingUp ? size.warmUp : size.round;
    const before = await census(link);
    const round = await submit(bench, server, { owed, filled, count });
    const perVisit = rowsPerVisit(before, await census(link), count);
    seen[server.name] ??= perVisit;
    deepStrictEqual(perVisit, seen[server.name], `${server.name} did not write the same rows every time`);
    return round;
  });
  deepStrictEqual(seen.bare, seen.ours, 'Both sides must write the same number of rows for a visit');
  return { ...compared, perVisit: seen.ours };
}

/** One round of visits. */
export function submit({ loader, database }, server, { owed, filled, count }) {
  return loader.drive(
    server,
    { kind: 'submit', expected: '201', count, from: owed.take(count), ...filled },
    database.pid,
  );
}
