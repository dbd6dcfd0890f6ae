import { deepStrictEqual } from 'node:assert';

import { Trouble } from '../../scripts/lib/say.mjs';
import { visitBody, worklistPath } from './requests.mjs';
import { COMMUNITIES, idOf, tokenOf, visitorOf } from './shape.mjs';

/**
 * A comparison is honest only while both sides do the same work. These checks run with every bench and end it when the
 * product has moved on and the bare server has not.
 */

/** Where the rows of one visit are found by its id. */
const OF_A_VISIT = {
  visit: '* FROM visit WHERE id = ?',
  visit_file: '* FROM visit_file WHERE visit_id = ? ORDER BY place',
  obligation: 'status, visit_id, visited_at, visited_by FROM obligation WHERE visit_id = ?',
  obligation_change: '* FROM obligation_change WHERE visit_id = ?',
  audit_entry: '* FROM audit_entry WHERE subject_id = ?',
  outbox_job: "* FROM outbox_job WHERE payload LIKE CONCAT('%', ?, '%') ORDER BY handler",
};

/** Hands in a visit and returns the rows that it left. */
export async function visitAndLook(link, server, elder, filled) {
  const body = visitBody(elder, filled, Date.now());
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/visits`, {
    method: 'POST',
    headers: { ...signedIn('visitor', visitorOf(elder)), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Trouble(`${server.name} 没有收下探访：${answer.status}`, await answer.text());
  const left = {};
  for (const [table, found] of Object.entries(OF_A_VISIT))
    [left[table]] = await link.query(`SELECT ${found}`, [body.id]);
  return left;
}

/** The same tables, as many rows in each, the same columns filled, each value as long. */
export function expectSameRows(ours, bare) {
  deepStrictEqual(
    outline(bare),
    outline(ours),
    'The bare server does not write what the product writes: bring it up to date',
  );
}

const outline = (left) =>
  Object.fromEntries(
    Object.entries(left).map(([table, rows]) => [
      table,
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, lengthOf(value)]))),
    ]),
  );

const lengthOf = (value) => (value === null ? null : String(value).length);

/** Every community's first page, from both: the same answer but for what ours decrypts. */
export async function expectSameWorklists(ours, bare) {
  for (let community = 0; community < COMMUNITIES; community += 1) {
    const [a, b] = await Promise.all([worklist(ours, community), worklist(bare, community)]);
    if (a.items.length === 0) throw new Trouble(`第 ${community + 1} 社区没有待探访的老人，测不了清单。`);
    deepStrictEqual(withoutSecrets(b), withoutSecrets(a), 'The bare server does not answer what the product answers');
  }
}

async function worklist(server, community) {
  const answer = await fetch(`http://127.0.0.1:${server.port}${worklistPath(community)}`, {
    headers: signedIn('worker', community),
  });
  if (answer.status !== 200) throw new Trouble(`${server.name} 没有给出清单：${answer.status}`, await answer.text());
  return answer.json();
}

const withoutSecrets = ({ date, items, next }) => ({
  date,
  next,
  items: items.map(({ place, note, ...item }) => ({ ...item, place: typeof place, note: typeof note })),
});

const signedIn = (kind, index) => ({ authorization: `Bearer ${tokenOf(kind, index)}`, 'x-tanfang-client': 'weapp' });

/** How many rows every table has, and how many obligations are met. */
export async function census(link) {
  const [tables] = await link.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'migrations'",
  );
  const counts = {};
  for (const { name } of tables) counts[name] = await count(link, `\`${name}\``);
  counts['obligation, visited'] = await count(link, "obligation WHERE status = 'visited'");
  return counts;
}

async function count(link, from) {
  const [[{ rows }]] = await link.query(`SELECT COUNT(*) AS \`rows\` FROM ${from}`);
  return rows;
}

/** Rows that came to each table per visit; whole numbers when nothing was lost and nothing came twice. */
export function rowsPerVisit(before, after, visits) {
  return Object.fromEntries(
    Object.entries(after)
      .map(([table, rows]) => [table, (rows - before[table]) / visits])
      .filter(([, perVisit]) => perVisit !== 0),
  );
}

/** Accounts by whose name the bare server writes. */
export const BARE_IDENTITY = { visitorId: idOf('visitor', 0), communityId: idOf('community', 0) };
