import type { PauseReason } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';

import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Registry, type ElderView } from '../registry';
import { AssignmentsRepository } from './assignments.repository';
import type { VisitedElder } from './visited-elders.entities';
import { NO_PAUSE, VisitedEldersRepository } from './visited-elders.repository';

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

  /** 暂时不用去, while it lasts. */
  async pauseOf(ctx: Ctx, elderId: string): Promise<{ reason: PauseReason; backOn: string } | null> {
    const known = await this.repository.find(ctx, elderId);
    if (!known?.pausedFor || !known.pausedUntil || known.pausedUntil <= calendarDate(ctx.at)) return null;
    return { reason: known.pausedFor, backOn: known.pausedUntil };
  }

  /** Copies what the registry says now. @returns the row as it was before, or null for an elder not seen so far */
  async copy(tx: TxCtx, elder: ElderView): Promise<VisitedElder | null> {
    const known = await this.repository.find(tx, elder.id);
    if (known) await this.repository.update(tx, elder.id, copied(elder));
    else await this.repository.insert(tx, await this.newRows(tx, [elder.id]));
    return known;
  }

  /** Rows of elders seen for the first time, by two reads for all of them; nothing is planned yet. */
  async newRows(ctx: Ctx, elderIds: readonly string[]): Promise<VisitedElder[]> {
    if (elderIds.length === 0) return [];
    const today = calendarDate(ctx.at);
    const elders = await this.registry.views(ctx, elderIds);
    const assigned = new Map<string, string>();
    for (const { elderId, accountId } of await this.assignments.runningOf(ctx, elderIds)) {
      if (!assigned.has(elderId)) assigned.set(elderId, accountId);
    }
    const unplanned = { note: null, every: null, everySince: today, seenOn: today, ...NO_PAUSE };
    return [...elders.values()].map((elder) => ({
      elderId: elder.id,
      ...copied(elder),
      ...unplanned,
      visitorId: assigned.get(elder.id) ?? null,
    }));
  }

  async remember(tx: TxCtx, elderId: string, note: string | null): Promise<void> {
    const known = await this.repository.find(tx, elderId);
    if (!known) await this.copy(tx, await this.registry.get(tx, elderId));
    // Most visits find nothing and change nothing.
    if (known?.note !== note) await this.repository.update(tx, elderId, { note });
  }

  /** The name that officers see in the list. */
  async showVisitor(tx: TxCtx, elderId: string): Promise<void> {
    const [first] = await this.assignments.running(tx, elderId);
    await this.repository.update(tx, elderId, { visitorId: first?.accountId ?? null });
  }
}

function copied({ communityId, packId, name, birthDate, place }: ElderView) {
  return { communityId, packId, name, birthDate, place };
}
