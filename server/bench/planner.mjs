import { createPool } from 'mysql2/promise';
import { ulid } from 'ulid';

import { compiled } from './product.mjs';

/**
 * Plans one week for every elder, in a process of its own: as the product does, or as bare inserts of the same rows.
 * Told `{on}` (calendar date) or `{copyFrom, days}`, answers `{rows, ms}`.
 */
const { DATABASE_URL, SIDE } = process.env;
const PAGE = 500;

const { addDays } = compiled('policy');

async function ours() {
  const { createApp } = compiled('app');
  const { loadConfig } = compiled('platform/config/config');
  const { Planner } = compiled('modules/visiting/planner.service');
  const { SYSTEM } = compiled('platform/context/context');
  const app = await createApp(loadConfig(process.env));
  const planner = app.nest.get(Planner, { strict: false });
  return async ({ on }) => {
    const at = Date.now();
    const began = performance.now();
    const rows = await planner.plan({ who: SYSTEM, at, requestId: ulid(at), em: app.database.read }, on);
    return { rows, ms: performance.now() - began };
  };
}

/** Nothing is read, nothing decided: rows that lie ready, page by page, each page one durable transaction. */
async function bare() {
  const pool = createPool({ uri: DATABASE_URL, connectionLimit: 1, charset: 'utf8mb4_bin', supportBigNumbers: true });
  const connection = await pool.getConnection();
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  return async ({ copyFrom, days }) => {
    const [found] = await connection.query('SELECT * FROM obligation WHERE period_start = ? ORDER BY elder_id', [
      copyFrom,
    ]);
    const columns = Object.keys(found[0]);
    const pages = [];
    for (let from = 0; from < found.length; from += PAGE) {
      pages.push(found.slice(from, from + PAGE).flatMap((row) => Object.values(moved(row, days))));
    }
    const statement = (count) =>
      `INSERT INTO obligation (${columns.join(', ')}) VALUES ${Array(count)
        .fill(`(${columns.map(() => '?').join(', ')})`)
        .join(', ')}`;
    const began = performance.now();
    for (const values of pages) {
      await connection.query('START TRANSACTION');
      await connection.execute(statement(values.length / columns.length), values);
      await connection.query('COMMIT');
    }
    return { rows: found.length, ms: performance.now() - began };
  };
}

function moved(row, days) {
  const at = Date.now();
  const dates = ['period_start', 'due_on', 'list_until'].map((name) => [name, addDays(row[name], days)]);
  return { ...row, ...Object.fromEntries(dates), id: ulid(at), created_at: at };
}

const plan = await (SIDE === 'ours' ? ours() : bare());
process.on('message', (task) => {
  plan(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.stack }),
  );
});
process.send({ result: 'ready' });
