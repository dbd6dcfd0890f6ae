import { OBLIGATION_STATUSES, codesOf, type VisitState } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';

import { addDays } from '../../policy';
import { VisitStates, type SqlPart } from '../registry';
import { RANK_AFTER_MISSED, REGULAR } from './obligations.entities';

/** Between two cadences a month may pass in which nothing is owed; whatever was missed before that is no news. */
const LATE_FOR_DAYS = 62;
/** Length of what stands before the state in the key of an obligation. */
const BEFORE_STATE = 11;

/**
 * The state is that of the elder's regular period that is listed today and began last; where none is, of the last one
 * before. Looked for by status and last day, along an index that holds all that is asked.
 */
@Injectable()
export class ObligationStates extends VisitStates {
  stateOf(elderId: string, today: string): SqlPart {
    const [state, begun] = [latestState(today), begunUntil(today)];
    const sql = `SELECT NULLIF(${state.sql}, '') FROM obligation o
      WHERE o.elder_id = ${elderId} AND o.due_on >= ? AND ${begun.sql}`;
    return { sql, parameters: [...state.parameters, addDays(today, -LATE_FOR_DAYS), ...begun.parameters] };
  }

  eldersIn(states: readonly VisitState[], today: string): SqlPart {
    const [state, begun] = [latestState(today), begunUntil(today)];
    const since = states.includes('late') ? sinceLate(today) : { sql: 'o.due_on >= ?', parameters: [today] };
    const sql = `SELECT o.elder_id FROM obligation o WHERE ${since.sql} AND ${begun.sql}
      GROUP BY o.elder_id HAVING ${state.sql} IN (${marks(states)})`;
    return { sql, parameters: [...since.parameters, ...begun.parameters, ...state.parameters, ...states] };
  }

  hasVisitor(elderId: string): SqlPart {
    const sql = `EXISTS (SELECT 1 FROM visitor_assignment a WHERE a.elder_id = ${elderId} AND a.running = ?)`;
    return { sql, parameters: [1] };
  }
}

/** Of several rows of one elder that of the highest key: listed, then begun last. Empty where nothing is owed. */
function latestState(today: string): SqlPart {
  const everStill = 'EXISTS (SELECT 1 FROM visited_elder v WHERE v.elder_id = o.elder_id AND v.every IS NOT NULL)';
  const state = `CASE
    WHEN o.list_until >= ? THEN CASE WHEN o.status = 'owed' AND o.list_rank = ? THEN 'missed-last' ELSE o.status END
    WHEN o.status IN ('owed', 'missed') AND ${everStill} THEN 'late'
    ELSE '' END`;
  const key = `CONCAT(CASE WHEN o.list_until >= ? THEN '1' ELSE '0' END, o.period_start, ${state})`;
  return { sql: `SUBSTR(MAX(${key}), ${BEFORE_STATE + 1})`, parameters: [today, today, RANK_AFTER_MISSED] };
}

function begunUntil(today: string): SqlPart {
  // All of them: for the index, which begins with the status.
  const statuses = codesOf(OBLIGATION_STATUSES);
  const sql = `o.status IN (${marks(statuses)}) AND o.programme = ? AND o.period_start <= ?`;
  return { sql, parameters: [...statuses, REGULAR, today] };
}

/** Only who is not listed today can be late; their past is looked at, and nobody else's. */
function sinceLate(today: string): SqlPart {
  const begun = begunUntil(today);
  const listed = `SELECT o.elder_id FROM obligation o WHERE o.due_on >= ? AND o.list_until >= ? AND ${begun.sql}`;
  const sql = `o.due_on >= ? AND (o.due_on >= ? OR o.elder_id NOT IN (${listed}))`;
  return { sql, parameters: [addDays(today, -LATE_FOR_DAYS), today, today, today, ...begun.parameters] };
}

const marks = (values: readonly string[]) => values.map(() => '?').join(', ');
