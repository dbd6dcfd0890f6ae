import { Injectable } from '@nestjs/common';

import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Registry, type ElderView } from '../registry';
import { AssignmentsRepository } from './assignments.repository';
import type { VisitedElder } from './visited-elders.entities';
import { VisitedEldersRepository } from './visited-elders.repository';

/** Where an elder belongs, as far as permits and records care. */
export type ElderPlace = Pick<VisitedElder, 'elderId' | 'communityId' | 'packId' | 'name'>;

@Injectable()
export class VisitedElders {
  constructor(
    private readonly repository: VisitedEldersRepository,
    private readonly assignments: AssignmentsRepository,
    private readonly registry: Registry,
  ) {}

  /**
   * One indexed read; an elder whose registration has not been heard of yet is asked for at the registry.
   * @throws Problem `access.not-found`
   */
  async placeOf(ctx: Ctx, elderId: string): Promise<ElderPlace> {
    const known = await this.repository.find(ctx, elderId);
    if (known) return known;
    const { communityId, packId, name } = await this.registry.get(ctx, elderId);
    return { elderId, communityId, packId, name };
  }

  async names(ctx: Ctx, elderIds: readonly string[]): Promise<Map<string, string>> {
    const elders = await this.repository.findAll(ctx, elderIds);
    return new Map(elders.map(({ elderId, name }) => [elderId, name]));
  }

  /** Copies what the registry says now. @returns the row as it was before, or null for an elder not seen so far */
  async copy(tx: TxCtx, elder: ElderView): Promise<VisitedElder | null> {
    const known = await this.repository.find(tx, elder.id);
    const { communityId, packId, name, birthDate, place } = elder;
    const copied = { communityId, packId, name, birthDate, place };
    if (known) await this.repository.update(tx, elder.id, copied);
    else await this.repository.insert(tx, [await this.newRow(tx, elder)]);
    return known;
  }

  /** The row of an elder seen for the first time; nothing is planned yet. */
  async newRow(ctx: Ctx, elder: ElderView): Promise<VisitedElder> {
    const today = calendarDate(ctx.at);
    const [first] = await this.assignments.running(ctx, elder.id);
    const { id, communityId, packId, name, birthDate, place } = elder;
    const copied = { elderId: id, communityId, packId, name, birthDate, place };
    return { ...copied, note: null, visitorId: first?.accountId ?? null, every: null, everySince: today, seenOn: today };
  }

  async remember(tx: TxCtx, elderId: string, note: string | null): Promise<void> {
    const known = await this.repository.find(tx, elderId);
    if (!known) await this.copy(tx, await this.registry.get(tx, elderId));
    await this.repository.update(tx, elderId, { note });
  }

  /** The name that officers see in the list. */
  async showVisitor(tx: TxCtx, elderId: string): Promise<void> {
    const [first] = await this.assignments.running(tx, elderId);
    await this.repository.update(tx, elderId, { visitorId: first?.accountId ?? null });
  }
}
