import { Injectable } from '@nestjs/common';
import type { ObjectionOutcome, ObjectionStatus } from '@tanfang/shared';

import { Access, isOfFamily } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { checkRepeat } from './check-repeat';
import type { Objection } from './objections.entities';
import { ObjectionsRepository } from './objections.repository';
import { RegistryRepository } from './registry.repository';

export interface ObjectionView {
  id: string;
  elderId: string;
  /** Who said so. */
  accountId: string;
  note: string;
  status: ObjectionStatus;
  /** Instant, ms. */
  sentAt: number;
  outcome: ObjectionOutcome | null;
  answer: string | null;
  closedBy: string | null;
  closedAt: number | null;
}

interface Closure {
  /** Made by the client. */
  id: string;
  outcome: ObjectionOutcome;
  answer: string | null;
}

/** 「不对，告诉社区」: a relative says it once, the community ends it once, and both keep what the other wrote. */
@Injectable()
export class Objections {
  constructor(
    private readonly repository: ObjectionsRepository,
    private readonly elders: RegistryRepository,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /** For the other modules. @throws Problem `access.not-found` */
  async get(ctx: Ctx, id: string): Promise<ObjectionView> {
    return toView(await this.row(ctx, id));
  }

  /** The same id again changes nothing. @throws Problem `access.not-found`, `id.taken` */
  async send(ctx: Ctx, elderId: string, { id, note }: { id: string; note: string }): Promise<void> {
    this.access.require(ctx, 'objection.send', { elderId });
    const accountId = ctx.who.accountId!;
    const hash = bodyHash({ elderId, accountId, note });
    const ends = { closureId: null, closureHash: null, outcome: null, answer: null, closedBy: null, closedAt: null };
    await this.database.tx(ctx, async (tx) => {
      const known = await this.repository.find(tx, id);
      if (known) return checkRepeat(known.bodyHash, hash);
      const row = { id, elderId, accountId, note, bodyHash: hash, status: 'open' as const, sentAt: tx.at, ...ends };
      // Sent twice at the same moment, the slower one finds the row of the faster.
      if (!(await this.repository.insert(tx, row))) return checkRepeat((await this.row(tx, id)).bodyHash, hash);
      await this.audit.record(tx, { action: 'objection.send', subjectId: id, detail: { elderId } });
      await this.outbox.emit(tx, 'objection.sent', { objectionId: id });
    });
  }

  /** @throws Problem `access.not-found`, `objection.state` when somebody else has closed it, `id.taken` */
  async close(ctx: Ctx, id: string, closure: Closure): Promise<void> {
    const { elderId } = await this.row(ctx, id);
    // An officer who is of the family as well does not judge what another relative says.
    if (isOfFamily(ctx.who, elderId)) throw new Problem('access.not-found');
    const elder = await this.elders.find(ctx, elderId);
    this.access.require(ctx, 'objection.close', { elderId, communityId: elder?.communityId });
    try {
      await this.database.tx(ctx, (tx) => this.closeOnce(tx, id, closure));
    } catch (error) {
      throw isDuplicate(error) ? new Problem('id.taken') : error;
    }
  }

  private async closeOnce(tx: TxCtx, id: string, { id: closureId, outcome, answer }: Closure): Promise<void> {
    const closedBy = tx.who.accountId;
    const closureHash = bodyHash({ id, closedBy, outcome, answer });
    const changes = { closureId, closureHash, outcome, answer, closedBy, closedAt: tx.at };
    if (!(await this.repository.close(tx, id, changes))) {
      const closed = await this.row(tx, id);
      if (closed.closureId !== closureId) throw new Problem('objection.state');
      return checkRepeat(closed.closureHash, closureHash);
    }
    await this.audit.record(tx, { action: 'objection.close', subjectId: id, detail: { outcome } });
    await this.outbox.emit(tx, 'objection.closed', { objectionId: id });
  }

  private async row(ctx: Ctx, id: string): Promise<Objection> {
    const objection = await this.repository.find(ctx, id);
    if (!objection) throw new Problem('access.not-found');
    return objection;
  }
}

export function toView(objection: Objection): ObjectionView {
  const { id, elderId, accountId, note, status, sentAt, outcome, answer, closedBy, closedAt } = objection;
  return { id, elderId, accountId, note, status, sentAt, outcome, answer, closedBy, closedAt };
}
