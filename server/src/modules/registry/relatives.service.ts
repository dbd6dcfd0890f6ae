import { Injectable } from '@nestjs/common';
import { isOutsider } from '@tanfang/shared';

import { Access, type Action } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { afterRaces, Database, isDuplicate, Overtaken } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { Kinships } from '../identity';
import { DistrictReadings } from '../policies';
import { compact, derive, futureDays, toRelative, type DaysOfRelative, type NewRelative } from './draft';
import { requireKinAsContact } from './first-contact';
import { Homes } from './homes.service';
import type { Circumstances, Elder, Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';
import { toRelativeView, type RelativeView } from './registry.service';

/** What changes of a relative; left out or null stays, but a phone or a circumstance that is null is struck out. */
export type RelativeChanges = {
  [K in keyof Omit<NewRelative, 'id' | 'phone' | 'circumstances'>]?: NewRelative[K] | null;
} & {
  phone?: string | null;
  circumstances?: { [K in keyof Circumstances]?: Circumstances[K] | null };
};

/** Relatives and who of them is the first contact. Each change may change what is owed to the elder. */
@Injectable()
export class Relatives {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly kinships: Kinships,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /** @throws Problem `id.taken`, `access.not-found` */
  async add(ctx: Ctx, elderId: string, relative: NewRelative): Promise<RelativeView> {
    return this.inTurn(ctx, (tx) => this.addOnce(tx, elderId, relative));
  }

  private async addOnce(tx: TxCtx, elderId: string, relative: NewRelative): Promise<RelativeView> {
    const elder = await this.elder(tx, 'relative.register', elderId);
    const hash = bodyHash({ elderId, relative });
    const known = await this.repository.relative(tx, relative.id);
    if (known && known.bodyHash !== hash) throw new Problem('id.taken');
    if (known) return toRelativeView(known, elder.firstContactId);
    refuseFuture(relative.circumstances ?? {}, calendarDate(tx.at));
    const row = toRelative(elderId, relative, hash, tx.at);
    await this.repository.insertRelatives(tx, [row]);
    await this.changed(tx, 'relative.register', elder, row.id);
    return toRelativeView(row, elder.firstContactId);
  }

  async amend(ctx: Ctx, elderId: string, relativeId: string, changes: RelativeChanges): Promise<RelativeView> {
    return this.inTurn(ctx, async (tx) => {
      const elder = await this.elder(tx, 'relative.amend', elderId);
      const before = await this.ofElder(tx, elderId, relativeId);
      const kept = Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
      const phone = changes.phone === undefined ? before.phone : changes.phone;
      refuseFuture(changes.circumstances ?? {}, calendarDate(tx.at));
      const circumstances = compact<Circumstances>({ ...before.circumstances, ...changes.circumstances });
      const after = { ...before, ...kept, phone, circumstances };
      if (bodyHash(after) === bodyHash(before)) return toRelativeView(before, elder.firstContactId);
      await this.repository.changeRelative(tx, relativeId, after);
      // Whoever turns out to be a neighbour reads nothing of the family any more.
      if (isOutsider(after.relation)) await this.kinships.endOfRelative(tx, relativeId);
      await this.changed(tx, 'relative.amend', elder, relativeId);
      return toRelativeView(after, elder.firstContactId);
    });
  }

  /** Died, or registered by mistake: is asked and told nothing any more. Removing twice changes nothing. */
  async remove(ctx: Ctx, elderId: string, relativeId: string): Promise<void> {
    await this.inTurn(ctx, async (tx) => {
      const elder = await this.elder(tx, 'relative.remove', elderId);
      const relative = await this.repository.relative(tx, relativeId);
      if (relative?.elderId !== elderId) throw new Problem('access.not-found');
      if (relative.removedAt !== null) return;
      await this.repository.changeRelative(tx, relativeId, { removedAt: tx.at });
      await this.kinships.endOfRelative(tx, relativeId);
      const firstContactId = elder.firstContactId === relativeId ? null : elder.firstContactId;
      await this.changed(tx, 'relative.remove', elder, relativeId, { firstContactId });
    });
  }

  /** Naming the same one twice changes nothing. @throws Problem `relative.unknown` for somebody else's relative, `relative.no-kin` */
  async nameFirstContact(ctx: Ctx, elderId: string, relativeId: string): Promise<RelativeView> {
    return this.inTurn(ctx, async (tx) => {
      const elder = await this.elder(tx, 'first-contact.name', elderId);
      const relative = await this.repository.relative(tx, relativeId);
      if (relative?.elderId !== elderId || relative.removedAt !== null) throw new Problem('relative.unknown');
      if (elder.firstContactId === relativeId) return toRelativeView(relative, relativeId);
      requireKinAsContact({ ...elder, firstContactId: relativeId }, await this.repository.relatives(tx, [elderId]));
      await this.changed(tx, 'first-contact.name', elder, relativeId, { firstContactId: relativeId });
      return toRelativeView(relative, relativeId);
    });
  }

  /** Somebody else may write the same row, or the same elder, at this moment: then look again and go on from there. */
  private inTurn<T>(ctx: Ctx, work: (tx: TxCtx) => Promise<T>): Promise<T> {
    const isStale = (error: unknown) => error instanceof Problem && error.code === 'elder.stale';
    const isLost = (error: unknown) => isDuplicate(error) || error instanceof Overtaken || isStale(error);
    return afterRaces(() => this.database.tx(ctx, work), isLost);
  }

  private async elder(tx: TxCtx, action: Action, elderId: string): Promise<Elder> {
    const elder = await this.repository.find(tx, elderId);
    if (!elder) throw new Problem('access.not-found');
    this.access.require(tx, action, { elderId, communityId: elder.communityId });
    return elder;
  }

  private async ofElder(tx: TxCtx, elderId: string, relativeId: string): Promise<Relative> {
    const relative = await this.repository.relative(tx, relativeId);
    if (relative?.elderId !== elderId || relative.removedAt !== null) throw new Problem('access.not-found');
    return relative;
  }

  /** Works out anew what is owed, now that the relatives have changed. */
  private async changed(
    tx: TxCtx,
    action: Action,
    elder: Elder,
    relativeId: string,
    more: Partial<Elder> = {},
  ): Promise<void> {
    const relatives = await this.repository.relatives(tx, [elder.id]);
    const readings = await this.readings.ofCommunity(tx, elder.communityId);
    const home = this.homes.get(elder.communityId);
    const before = { ...elder, looked: true };
    const derived = derive({ ...elder, ...more }, relatives, home, calendarDate(tx.at), readings, before);
    if (!(await this.repository.change(tx, elder, { ...derived, ...more }))) throw new Problem('elder.stale');
    await this.audit.record(tx, { action, subjectId: elder.id, detail: { relativeId } });
    await this.outbox.emit(tx, 'elder.changed', { elderId: elder.id });
  }
}

/** @throws Problem `request.invalid` */
function refuseFuture(days: DaysOfRelative, on: string): void {
  const problems = futureDays(days, on);
  if (problems.length > 0) throw new Problem('request.invalid', undefined, problems);
}
