import { Injectable } from '@nestjs/common';

import type { Action } from '../access/table';
import type { TxCtx } from '../context/context';
import { insertRows, newId } from '../database';
import { AuditEntry } from './audit.entities';

/** What jobs and the planner do by themselves, beside the actions of the access table. */
export type SystemAction =
  | 'membership.grant'
  | 'elder.evaluate'
  | 'obligation.plan'
  | 'need.raise'
  | 'need.evidence'
  | 'need.escalate'
  | 'notice.create'
  | 'notice.send'
  | 'phone-task.create'
  | 'demo.seed';

export interface AuditFact {
  action: Action | SystemAction;
  subjectId: string;
  /** Ids, codes, field names, reasons. Never a value of personal data. */
  detail?: Record<string, string | number | boolean | null>;
}

@Injectable()
export class Audit {
  /**
   * Writes the entry beside the change, in its transaction. It is chained later by the sealer: a chain inside every
   * transaction would make all of them wait for one another.
   */
  async record(ctx: TxCtx, { action, subjectId, detail = {} }: AuditFact): Promise<void> {
    const entry: AuditEntry = {
      id: newId(ctx.at),
      at: ctx.at,
      actorId: ctx.who.accountId,
      action,
      subjectId,
      detail: JSON.stringify(detail),
      requestId: ctx.requestId,
      sequence: null,
      hash: null,
    };
    await insertRows(ctx.em, AuditEntry, [entry]);
  }
}
