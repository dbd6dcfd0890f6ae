import type { Category, Tier } from '@tanfang/shared';

import type { RecordStatus } from './registry.codes';
import type { SqlPart } from './visit-states';

/** By what a list is searched; all of them whole but the name, of which any part will do. */
export type Search =
  | { idNumberIndex: string }
  | { phoneIndex: string }
  | { addressIndex: string }
  | { name: string; addressIndex: string };

/** Whom a list is to show. Empty or left out: whoever. */
export interface EldersAsked {
  communityIds: readonly string[];
  status: RecordStatus;
  search?: Search | null;
  /** Any of them. */
  categories?: readonly Category[];
  tiers?: readonly Tier[];
  /** Ids of those whose visits stand as asked, see `VisitStates`. */
  among?: SqlPart | null;
  hasFirstContact?: boolean | undefined;
  /** That somebody visits them, or, as `wanted` says, that nobody does and visits are owed. See `VisitStates`. */
  visitor?: { has: SqlPart; wanted: boolean } | null;
}

const OF_STATUS: Record<RecordStatus, string> = {
  running: 'e.ended_on IS NULL',
  lapsed: "e.ended_on IS NULL AND e.lapsed_on > ''",
  ended: 'e.ended_on IS NOT NULL',
};

/**
 * The condition on `elder e`. Only SQL that every engine reads alike; all of it but the visits and who has lapsed, for whom
 * there is an index apart, is in one index.
 */
export function eldersAsked(asked: EldersAsked): SqlPart {
  const { communityIds, status, search, categories = [], tiers = [], among, hasFirstContact, visitor } = asked;
  const parts: SqlPart[] = [oneOf('e.community_id', communityIds), { sql: OF_STATUS[status], parameters: [] }];
  if (search) parts.push(found(search));
  if (categories.length > 0) parts.push(inCategories(categories));
  if (tiers.length > 0) parts.push(oneOf('e.tier', tiers));
  if (hasFirstContact !== undefined)
    parts.push({ sql: 'e.has_first_contact = ?', parameters: [hasFirstContact ? 1 : 0] });
  if (visitor) parts.push(visitor.wanted ? wantingVisitor(visitor.has) : visitor.has);
  // With the plus it is no key to look for: SQLite would try every community with every elder found. MySQL reads over it; it
  // must not be a join, for which MariaDB would ask for the visits of each elder apart.
  if (among) parts.push({ sql: `+e.id IN (${among.sql})`, parameters: among.parameters });
  return { sql: parts.map(({ sql }) => sql).join(' AND '), parameters: parts.flatMap(({ parameters }) => parameters) };
}

function oneOf(column: string, values: readonly string[]): SqlPart {
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: [...values] };
}

/** Nobody has to come to whom nothing is owed. */
function wantingVisitor(has: SqlPart): SqlPart {
  return { sql: `e.every IS NOT NULL AND NOT ${has.sql}`, parameters: has.parameters };
}

/** The codes stand in one column with commas between; see `codeList`. */
function inCategories(categories: readonly Category[]): SqlPart {
  const each = "INSTR(CONCAT(',', e.categories, ','), ?) > 0";
  return {
    sql: `(${categories.map(() => each).join(' OR ')})`,
    parameters: categories.map((category) => `,${category},`),
  };
}

function found(search: Search): SqlPart {
  if ('name' in search)
    // Not LIKE, for which what people type would be a pattern.
    return {
      sql: '(INSTR(e.name, ?) > 0 OR e.address_index = ?)',
      parameters: [search.name, search.addressIndex],
    };
  if ('idNumberIndex' in search) return { sql: 'e.id_number_index = ?', parameters: [search.idNumberIndex] };
  if ('phoneIndex' in search) return { sql: 'e.phone_index = ?', parameters: [search.phoneIndex] };
  return { sql: 'e.address_index = ?', parameters: [search.addressIndex] };
}
