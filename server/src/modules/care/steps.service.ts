import { Injectable } from '@nestjs/common';
import type { FamilyChoice, NeedHandler } from '@tanfang/shared';
import { IsNull } from 'typeorm';

import { Access, type Action, type Role } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import type { Need, Outcome, StepKind } from './care.entities';
import { CareRepository } from './care.repository';
import { farther, levelAbove } from './levels';
import { closedNow, requireMove, requireReached, requireTakenByFamily, requireUnanswered } from './need-state';
import { NextVisitNote } from './next-visit-note.service';
import { isKept, targetOf } from './need-access';
import { Referrals } from './referrals.service';

interface Step {
  /** Made by the client. */
  id: string;
  kind: StepKind;
  value: string;
  note?: string | null;
}

/**
 * What people do with a need: the family answers, officers take it, whoever took it closes it. Each step has the client's
 * id: a repeat changes nothing, a second and different step meets a state that does not allow it.
 */
@Injectable()
export class NeedSteps {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
    private readonly note: NextVisitNote,
    private readonly access: Access,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem `need.state` when answered, taken or closed already, `id.taken` */
  async answer(ctx: Ctx, needId: string, id: string, choice: FamilyChoice): Promise<void> {
    await this.take(ctx, 'need.answer', needId, { id, kind: 'answer', value: choice }, async (tx, need) => {
      requireUnanswered(need);
      const changes =
        choice === 'self' ? await this.takenBy(tx, need, 'family') : await this.handedToCommunity(tx, need);
      await this.move(tx, need, { ...changes, familyWish: choice }, requireUnanswered);
      await this.audit.record(tx, { action: 'need.answer', subjectId: needId, detail: { choice } });
      await this.outbox.emit(tx, 'need.answered', { needId, answerId: id });
    });
  }

  /** @throws Problem `need.state` when somebody took or closed it already or it is not yet the district's, `id.taken` */
  async acknowledge(ctx: Ctx, needId: string, id: string): Promise<void> {
    const handler = this.officeOf(ctx, await this.load(ctx, 'need.acknowledge', needId));
    await this.take(
      ctx,
      'need.acknowledge',
      needId,
      { id, kind: 'acknowledgement', value: handler },
      async (tx, need) => {
        const check = (row: Need) => {
          requireReached(row, handler);
          requireMove(row, 'acknowledged', false);
        };
        check(need);
        await this.move(tx, need, await this.takenBy(tx, need, handler), check);
        await this.audit.record(tx, { action: 'need.acknowledge', subjectId: needId, detail: { handler } });
      },
    );
  }

  /** Officers close what anybody took, a family what a family took. @throws Problem `need.state`, `id.taken` */
  async close(ctx: Ctx, needId: string, closure: { id: string; outcome: Outcome; note: string | null }): Promise<void> {
    const { id, outcome, note } = closure;
    await this.take(ctx, 'need.close', needId, { id, kind: 'closure', value: outcome, note }, async (tx, need) => {
      const check = ctx.who.kin.includes(need.elderId) ? requireTakenByFamily : this.mayBeClosedBy(ctx);
      check(need);
      await this.move(tx, need, closedNow(tx, outcome, note), check);
      await this.note.refresh(tx, need.elderId, need);
      await this.audit.record(tx, {
        action: 'need.close',
        subjectId: needId,
        detail: { outcome, handler: need.handler },
      });
      await this.outbox.emit(tx, 'need.closed', { needId });
    });
  }

  /** Load, permit, and act once for the step's id. */
  private async take(
    ctx: Ctx,
    action: Action,
    needId: string,
    step: Step,
    act: (tx: TxCtx, need: Need) => Promise<void>,
  ): Promise<void> {
    await this.load(ctx, action, needId);
    await this.database.tx(ctx, async (tx) => {
      if (await this.isRepeat(tx, needId, step)) return;
      await act(tx, (await this.repository.find(tx, needId))!);
    });
  }

  private async load(ctx: Ctx, action: Action, needId: string): Promise<Need> {
    const need = await this.repository.find(ctx, needId);
    if (!need || isKept(ctx, need)) throw new Problem('access.not-found');
    this.access.require(ctx, action, targetOf(need));
    return need;
  }

  /** Writes the step down. @returns true when it is there already @throws Problem `id.taken` */
  private async isRepeat(tx: TxCtx, needId: string, { id, kind, value, note }: Step): Promise<boolean> {
    const accountId = tx.who.accountId!;
    const hash = bodyHash({ needId, accountId, kind, value, note: note ?? null });
    const row = { id, needId, accountId, kind, value, bodyHash: hash, at: tx.at };
    const known =
      (await this.repository.step(tx, id)) ??
      ((await this.repository.addStep(tx, row)) ? null : await this.repository.step(tx, id));
    if (known && known.bodyHash !== hash) throw new Problem('id.taken');
    return known !== null;
  }

  /** If it is not done by then, the next one goes on with it. */
  private async takenBy(tx: TxCtx, need: Need, handler: NeedHandler): Promise<Partial<Need>> {
    const risesAt = await this.referrals.doneBy(tx, need);
    return { status: 'acknowledged', handler, risesAt, acknowledgedAt: tx.at, acknowledgedBy: tx.who.accountId };
  }

  /** Open work for the community, with a fresh clock. */
  private async handedToCommunity(tx: TxCtx, need: Need): Promise<Partial<Need>> {
    const acknowledgeBy = await this.referrals.onceMore(tx, need, tx.at);
    const level = farther(need.level, 'community');
    return { level, acknowledgeBy, risesAt: levelAbove(level) ? acknowledgeBy : null };
  }

  /** The row must still be what was checked; else the check says what became of it. */
  private async move(tx: TxCtx, need: Need, changes: Partial<Need>, check: (row: Need) => void): Promise<void> {
    const { id, status, handler, familyWish } = need;
    const as = { id, status, handler: handler ?? IsNull(), familyWish: familyWish ?? IsNull() };
    if (await this.repository.move(tx, as, changes)) return;
    check((await this.repository.find(tx, id))!);
    throw new Problem('need.state');
  }

  private mayBeClosedBy(ctx: Ctx): (row: Need) => void {
    return (row) => {
      requireReached(row, this.officeOf(ctx, row));
      requireMove(row, 'closed', false);
    };
  }

  /** In which office the caller takes it: the nearest one that reaches it. */
  private officeOf(ctx: Ctx, need: Need): NeedHandler {
    const reaches = (office: Role) => {
      const memberships = ctx.who.memberships.filter(({ role }) => role === office);
      return this.access.permits({ ...ctx.who, memberships, kin: [] }, 'need.acknowledge', targetOf(need));
    };
    return (['community', 'street'] as const).find(reaches) ?? 'district';
  }
}
