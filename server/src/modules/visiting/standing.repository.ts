import type { ObligationStatus } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { runPrepared } from '../../platform/database';
import type { ExcusedFor } from './obligations.entities';

/** How an elder and a visitor stand to each other when a visit is handed in. */
export interface Standing {
  communityId: string;
  packId: string;
  /** 暂时不用去: calendar date from which visits are owed again; null where none was said. It may be past. */
  pausedUntil: string | null;
  /** Whether the visitor is assigned now, was during the visit, or neither. */
  assigned: 'now' | 'then' | null;
  /** All that end on the day of the visit or later, in the order of their periods. */
  obligations: StandingObligation[];
}

export interface StandingObligation {
  id: string;
  periodStart: string;
  dueOn: string;
  status: ObligationStatus;
  excuse: ExcusedFor | null;
  listRank: number;
}

export interface Visitation {
  elderId: string;
  accountId: string;
  /** Calendar date of the visit, and its instants (ms). */
  on: string;
  startedAt: number;
  endedAt: number;
}

interface Row {
  communityId: string;
  packId: string;
  pausedUntil: string | null;
  running: number | null;
  since: number | string | null;
  id: string | null;
  periodStart: string;
  dueOn: string;
  status: ObligationStatus;
  excuse: ExcusedFor | null;
  listRank: number | string;
}

/** A phone may have been offline since an assignment ended: one that ran during the visit is found too. */
const STANDING = `
  SELECT e.community_id AS communityId, e.pack_id AS packId, e.paused_until AS pausedUntil, a.running AS running, a.since AS since,
    o.id AS id, o.period_start AS periodStart, o.due_on AS dueOn, o.status AS status, o.excuse AS excuse,
    o.list_rank AS listRank
  FROM visited_elder e
  LEFT JOIN visitor_assignment a ON a.elder_id = e.elder_id AND a.account_id = ? AND (a.until IS NULL OR a.until > ?)
  LEFT JOIN obligation o ON o.elder_id = e.elder_id AND o.due_on >= ?
  WHERE e.elder_id = ?`;

@Injectable()
export class StandingRepository {
  /**
   * All that has to be known before a visit is taken in, in one round trip: phones hand in a day's visits together.
   * @returns null for an elder not seen here so far
   */
  async of(ctx: Ctx, { elderId, accountId, on, startedAt, endedAt }: Visitation): Promise<Standing | null> {
    const rows = (await runPrepared(ctx.em, STANDING, [accountId, startedAt, on, elderId])) as Row[];
    const [first] = rows;
    if (!first) return null;
    const isNow = rows.some(({ running }) => Boolean(running));
    const wasThen = rows.some(({ since }) => since !== null && Number(since) <= endedAt);
    // Several assignments of one visitor, one after another, repeat the obligations. Sorted here: the database would make
    // a temporary table for it.
    const found = new Map<string, StandingObligation>();
    for (const { id, periodStart, dueOn, status, excuse, listRank } of rows) {
      if (id !== null) found.set(id, { id, periodStart, dueOn, status, excuse, listRank: Number(listRank) });
    }
    const obligations = [...found.values()].sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
    const { communityId, packId, pausedUntil } = first;
    return {
      communityId,
      packId,
      pausedUntil,
      assigned: isNow ? 'now' : wasThen ? 'then' : null,
      obligations,
    };
  }
}
