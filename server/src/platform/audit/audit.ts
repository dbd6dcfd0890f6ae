import { Injectable } from '@nestjs/common';

import type { Action } from '../access/table';
import type { TxCtx } from '../context/context';
import { insertRows, newId } from '../database';
import { AuditEntry } from './audit.entities';
import { sealWords, type Detail } from './words';

/** What jobs, the planner and the operator's commands do, beside the actions of the access table. */
export type SystemAction =
  | 'membership.grant'
  | 'membership.revoke'
  | 'elder.evaluate'
  | 'obligation.plan'
  | 'need.raise'
  | 'need.evidence'
  | 'need.escalate'
  | 'need.reopen'
  | 'notice.create'
  | 'notice.send'
  | 'notice.settle'
  | 'phone-task.create'
  | 'phone-task.merge'
  | 'phone-task.readdress'
  | 'notice.hand-on'
  | 'subscription.end'
  | 'kinship.reconsider'
  | 'phone.forget'
  | 'account.leave'
  | 'operator.command'
  | 'division.load'
  | 'account.name'
  | 'job.replay'
  | 'demo.seed';

export interface AuditFact {
  action: Action | SystemAction;
  subjectId: string;
  /** Ids, codes, field names, counts. Never a value of personal data, never what somebody typed. */
  detail?: Detail & { words?: never };
  /** The reason in the person's own words; kept encrypted. */
  words?: string;
}

/** Ids, codes and field names are written with these; whatever else stands in a detail was typed by a person. */
const CODE = /^[\x20-\x7e]*$/;

@Injectable()
export class Audit {
  /**
   * Writes the entry beside the change, in its transaction. It is chained later by the sealer: a chain inside every
   * transaction would make all of them wait for one another.
   */
  async record(ctx: TxCtx, { action, subjectId, detail = {}, words }: AuditFact): Promise<void> {
    const typed = Object.keys(detail).find((key) => !CODE.test(String(detail[key])));
    if (typed) throw new Error(`The audit of ${action} keeps no free text in the clear: give ${typed} as words`);
    const entry: AuditEntry = {
      id: newId(ctx.at),
      at: ctx.at,
      actorId: ctx.who.accountId,
      action,
      subjectId,
      ...sealWords(detail, words),
      requestId: ctx.requestId,
      sequence: null,
      hash: null,
    };
    await insertRows(ctx.em, AuditEntry, [entry]);
  }
}
