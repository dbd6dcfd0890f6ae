import { Injectable } from '@nestjs/common';
import type { FamilyChoice, NeedHandler } from '@tanfang/shared';

import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import type { Need, RisenFrom } from './care.entities';
import { CareRepository } from './care.repository';
import { toNeedView, type NeedView } from './care.view';

/** The front door of care for the modules after it. It asks for no permission: its callers do. */
@Injectable()
export class Care {
  constructor(private readonly repository: CareRepository) {}

  /** @throws Problem `access.not-found` */
  async get(ctx: Ctx, needId: string): Promise<NeedView> {
    return toNeedView(await this.getRow(ctx, needId));
  }

  /** Those that exist, in no order. */
  async views(ctx: Ctx, needIds: readonly string[]): Promise<NeedView[]> {
    return (await this.repository.findAll(ctx, needIds)).map(toNeedView);
  }

  /** Open and acknowledged ones, newest first. */
  async openOf(ctx: Ctx, elderId: string): Promise<NeedView[]> {
    return (await this.repository.ofElder(ctx, elderId, ['open', 'acknowledged'])).map(toNeedView);
  }

  /** Needs that this visit was the first to find. */
  async raisedBy(ctx: Ctx, visitId: string): Promise<NeedView[]> {
    const needs = await this.repository.ofVisit(ctx, visitId);
    return needs.filter((need) => need.visitId === visitId).map(toNeedView);
  }

  /** Offices that have taken it at any time, whether or not they still have it. */
  async takenBy(ctx: Ctx, needId: string): Promise<NeedHandler[]> {
    const steps = await this.repository.stepsOf(ctx, needId);
    const taken = steps.filter(({ kind }) => kind === 'acknowledgement').map(({ value }) => value as NeedHandler);
    return [...new Set(taken)];
  }

  /** Needs that were known and that this visit found more pressing than they had been, or in danger once more. */
  async madeWorseBy(ctx: Ctx, visitId: string): Promise<NeedView[]> {
    return (await this.repository.madeWorseBy(ctx, visitId)).map(toNeedView);
  }

  /** What the family answered, by the answer's id; null when there is none. */
  async answer(ctx: Ctx, answerId: string): Promise<{ accountId: string; choice: FamilyChoice } | null> {
    const step = await this.repository.step(ctx, answerId);
    return step?.kind === 'answer' ? { accountId: step.accountId, choice: step.value as FamilyChoice } : null;
  }

  /** From whom it went up last; null when it never did. */
  async risenFrom(ctx: Ctx, needId: string): Promise<RisenFrom | null> {
    return (await this.repository.lastRise(ctx, needId))?.risenFrom ?? null;
  }

  private async getRow(ctx: Ctx, needId: string): Promise<Need> {
    const need = await this.repository.find(ctx, needId);
    if (!need) throw new Problem('access.not-found');
    return need;
  }
}
