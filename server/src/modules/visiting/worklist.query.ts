import type { PauseReason } from '@tanfang/shared';

import { PAUSE_REASONS } from './obligations.entities';

/** The page of a worklist as one statement. Only SQL that every engine reads alike; parameters are positional. */
export interface Statement {
  sql: string;
  parameters: (string | number)[];
}

export interface WorklistQuery {
  /** Calendar date, and the instant (ms) at which it began. */
  today: string;
  todayFrom: number;
  /** Rows that the page shows; one more is read to learn whether there are more. */
  limit: number;
  after: Position | null;
}

/** In which order a visitor's list goes; letters sort them. */
export type Section = 'owed' | 'paused' | 'visited';

/** Where a page ended. */
export interface Position {
  section: Section;
  listRank: number;
  dueOn: string;
  periodStart: string;
  id: string;
}

/** A row as the database gives it: place and note still encrypted, numbers as the driver likes. */
export interface WorklistRow {
  id: string;
  elderId: string;
  status: 'owed' | 'excused' | 'visited';
  every: string;
  periodStart: string;
  dueOn: string;
  listRank: number | string;
  visitId: string | null;
  visitedAt: number | string | null;
  visitedBy: string | null;
  name: string | null;
  birthDate: string | null;
  place: string | null;
  note: string | null;
  visitorId: string | null;
  packId: string | null;
  pausedFor: PauseReason | null;
  pausedUntil: string | null;
}

const COLUMNS = `
  o.id AS id, o.elder_id AS elderId, o.status AS status, o.every AS every, o.period_start AS periodStart,
  o.due_on AS dueOn, o.list_rank AS listRank, o.visit_id AS visitId, o.visited_at AS visitedAt, o.visited_by AS visitedBy,
  e.name AS name, e.birth_date AS birthDate, e.place AS place, e.note AS note, e.visitor_id AS visitorId,
  e.pack_id AS packId, e.paused_for AS pausedFor, e.paused_until AS pausedUntil`;

/** Outer joins keep the engines from starting at the elders, which would end in a sort. */
const ELDER = 'LEFT JOIN visited_elder e ON e.elder_id = o.elder_id';
const ORDER = 'o.list_rank, o.due_on, o.period_start, o.id';
const MINE = 'SELECT a.elder_id FROM visitor_assignment a WHERE a.account_id = ? AND a.running = ?';

/**
 * What is owed in these communities; one community is a single walk along the index that begins with `community_id`.
 * @param accountId elders assigned to this account are listed too, wherever they live
 */
export function owedInCommunities(
  communityIds: readonly string[],
  accountId: string | null,
  query: WorklistQuery,
): Statement {
  const { today, after, limit } = query;
  const where = new Conditions();
  const communities = `o.community_id IN (${communityIds.map(() => '?').join(', ')})`;
  if (accountId === null) where.add(communities, ...communityIds);
  else where.add(`(${communities} OR o.elder_id IN (${MINE}))`, ...communityIds, accountId, 1);
  where.add("o.status = 'owed' AND o.period_start <= ? AND o.due_on >= ? AND o.list_until >= ?", today, today, today);
  if (after) {
    where.add('o.list_rank >= ?', after.listRank);
    where.add(`(${ORDER}) > (?, ?, ?, ?)`, after.listRank, after.dueOn, after.periodStart, after.id);
  }
  const page = `WHERE ${where.text} ORDER BY ${ORDER} LIMIT ${limit + 1}`;
  const isOne = communityIds.length === 1 && accountId === null;
  const sql = isOne ? `SELECT ${COLUMNS} FROM obligation o ${ELDER} ${page}` : sortedByIndex(page);
  return { sql, parameters: where.parameters };
}

/**
 * The rows of several communities have to be sorted: that is done on the index alone, which holds all it needs, and only
 * the page's rows are then fetched.
 */
function sortedByIndex(page: string): string {
  const ids = `SELECT o.id AS id FROM obligation o ${page}`;
  return `SELECT ${COLUMNS} FROM (${ids}) p JOIN obligation o ON o.id = p.id ${ELDER} ORDER BY ${ORDER}`;
}

/** Of an elder whose visits rest nothing is pressing, whether the period is excused as a whole or goes on after the return. */
const SECTION = `CASE WHEN o.status = 'visited' THEN 'visited' WHEN e.paused_until > ? THEN 'paused' ELSE 'owed' END`;
const RESTING = `o.status = 'excused' AND o.excuse IN (${PAUSE_REASONS.map((reason) => `'${reason}'`).join(', ')})
  AND e.paused_until > ?`;

/**
 * What is owed to the elders assigned to a visitor; behind it those whose visits rest, and those visited today, by whomever.
 */
export function ofVisitor(accountId: string, communityIds: readonly string[], query: WorklistQuery): Statement {
  const { today, todayFrom, after, limit } = query;
  const where = new Conditions();
  where.add('a.account_id = ? AND a.running = ?', accountId, 1);
  if (communityIds.length > 0)
    where.add(`o.community_id IN (${communityIds.map(() => '?').join(', ')})`, ...communityIds);
  where.add('o.period_start <= ? AND o.list_until >= ?', today, today);
  where.add(
    `((o.status = 'owed' AND o.due_on >= ?) OR (${RESTING}) OR (o.status = 'visited' AND o.visited_at >= ?))`,
    ...[today, today, todayFrom],
  );
  if (after) {
    where.add(
      `(${SECTION}, ${ORDER}) > (?, ?, ?, ?, ?)`,
      today,
      after.section,
      ...[after.listRank, after.dueOn, after.periodStart, after.id],
    );
  }
  const from = `visitor_assignment a JOIN obligation o ON o.elder_id = a.elder_id ${ELDER}`;
  const sql = `SELECT ${COLUMNS} FROM ${from} WHERE ${where.text} ORDER BY ${SECTION}, ${ORDER} LIMIT ${limit + 1}`;
  return { sql, parameters: [...where.parameters, today] };
}

class Conditions {
  readonly parameters: (string | number)[] = [];
  private readonly parts: string[] = [];

  add(part: string, ...parameters: (string | number)[]): void {
    this.parts.push(part);
    this.parameters.push(...parameters);
  }

  get text(): string {
    return this.parts.join(' AND ');
  }
}
