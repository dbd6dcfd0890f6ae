import { Injectable } from '@nestjs/common';
import type { Sex } from '@tanfang/shared';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate, newId } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { Kinships } from '../identity';
import { DistrictReadings } from '../policies';
import { callNameOf } from './call-name';
import { checkRepeat } from './check-repeat';
import { DoorCodesRepository } from './door-codes.repository';
import { derive, futureDays, idNumberIndexOf, NEW, toRelative, type Draft, type NewRelative } from './draft';
import { requireKinAsContact } from './first-contact';
import { Homes } from './homes.service';
import type { Hint } from './registry.codes';
import type { Elder, ElderTraits } from './registry.entities';
import { RegistryRepository } from './registry.repository';

export interface NewElder {
  id: string;
  name: string;
  sex: Sex;
  birthDate: string;
  idNumber: string;
  phone?: string | null;
  /** Below the community. */
  address: string;
  place?: string | null;
  communityId: string;
  /** 李奶奶; made from the name when left out. */
  callName?: string | null;
  traits: ElderTraits;
  /** All there are; left out: not known. */
  relatives?: NewRelative[];
  firstContactId?: string | null;
  hints?: Hint[];
  /** Calendar date of the census; today when left out. */
  registeredOn?: string;
}

/** What changes; left out or null stays, but a phone that is null is struck out. */
export type ElderChanges = {
  [K in keyof Omit<Draft, 'phone' | 'firstContactId'>]?: Draft[K] | null;
} & { phone?: string | null };

/** Elders enter the registry, change, and leave it. */
@Injectable()
export class Registration {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly doorCodes: DoorCodesRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly kinships: Kinships,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /**
   * @throws Problem `access.not-found` for a community outside the caller's divisions, `elder.duplicate` when the identity
   *   number is registered, `id.taken`, `request.invalid`
   */
  async register(ctx: Ctx, elder: NewElder): Promise<void> {
    this.access.require(ctx, 'elder.register', { communityId: elder.communityId });
    try {
      await this.database.tx(ctx, (tx) => this.registerOnce(tx, elder));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const winner = await this.repository.find(ctx, elder.id);
      if (winner) checkRepeat(winner.bodyHash, bodyHash(elder));
      else
        throw new Problem(
          (await this.repository.byIdNumber(ctx, idNumberIndexOf(elder.idNumber))) ? 'elder.duplicate' : 'id.taken',
        );
    }
  }

  /** Without asking for permission: for the method above and for seeds. */
  async registerOnce(tx: TxCtx, elder: NewElder): Promise<void> {
    const hash = bodyHash(elder);
    const known = await this.repository.find(tx, elder.id);
    if (known) return checkRepeat(known.bodyHash, hash);
    const on = calendarDate(tx.at);
    const draft = toDraft(elder);
    const relatives = (elder.relatives ?? []).map((one) => toRelative(elder.id, one, bodyHash(one), tx.at));
    if (draft.firstContactId !== null && !relatives.some(({ id }) => id === draft.firstContactId))
      throw new Problem('relative.unknown');
    const future = relatives.flatMap(({ circumstances }, place) =>
      futureDays(circumstances, on, `relatives.${place}.`),
    );
    if (future.length > 0) throw new Problem('request.invalid', undefined, future);
    const readings = await this.readings.ofCommunity(tx, elder.communityId);
    const derived = derive(draft, relatives, this.homes.get(elder.communityId), on, readings, NEW);
    requireKinAsContact({ ...draft, packId: derived.packId }, relatives);
    const holder = await this.repository.byIdNumber(tx, derived.idNumberIndex!);
    // The same request, sent twice, may have committed since `known` was read.
    if (holder?.id === elder.id) return checkRepeat(holder.bodyHash, hash);
    if (holder) throw new Problem('elder.duplicate');
    const row: Elder = {
      ...draft,
      ...derived,
      ...{
        id: elder.id,
        registeredOn: elder.registeredOn ?? on,
        bodyHash: hash,
        version: 1,
        createdAt: tx.at,
        updatedAt: tx.at,
      },
    };
    await this.repository.insert(tx, row);
    await this.repository.insertRelatives(tx, relatives);
    await this.audit.record(tx, {
      action: 'elder.register',
      subjectId: row.id,
      detail: { communityId: row.communityId },
    });
    await this.outbox.emit(tx, 'elder.registered', { elderId: row.id });
  }

  /**
   * Changes what is given and works out anew what is owed. A repeat changes nothing.
   * @param version the one the officer saw
   * @throws Problem `elder.stale` when it is no longer that, `elder.duplicate`, `request.invalid`, `access.not-found`
   */
  async amend(ctx: Ctx, id: string, changes: ElderChanges, version: number | null): Promise<void> {
    await this.revise(ctx, id, async (tx, elder) => {
      await this.write(tx, elder, changed(elder, changes), { version });
    });
  }

  /**
   * Takes back that a record has ended. A repeat changes nothing.
   * @param reason in the officer's words, for the audit
   * @throws Problem `elder.duplicate` when the person has been registered again meanwhile, `access.not-found`
   */
  async reopen(ctx: Ctx, id: string, reason: string): Promise<void> {
    await this.revise(ctx, id, async (tx, elder) => {
      if (elder.endedOn === null) return;
      await this.write(tx, elder, { ...draftOf(elder), endedOn: null, endReason: null }, { words: reason });
      await this.doorCodes.restore(tx, id);
      await this.outbox.emit(tx, 'elder.reopened', { elderId: id });
    });
  }

  private async revise(ctx: Ctx, id: string, work: (tx: TxCtx, elder: Elder) => Promise<void>): Promise<void> {
    const revise = async (tx: TxCtx) => {
      const elder = await this.repository.find(tx, id);
      if (!elder) throw new Problem('access.not-found');
      this.access.require(tx, 'elder.amend', { elderId: id, communityId: elder.communityId });
      await work(tx, elder);
    };
    await this.database.tx(ctx, revise).catch((error: unknown) => {
      throw isDuplicate(error) ? new Problem('elder.duplicate') : error;
    });
  }

  private async write(tx: TxCtx, elder: Elder, draft: Draft, { version = null, words }: Revision): Promise<void> {
    const { id } = elder;
    requireEndInTime(elder, draft);
    if (draft.communityId !== elder.communityId)
      this.access.require(tx, 'elder.amend', { communityId: draft.communityId });
    const relatives = await this.repository.relatives(tx, [id]);
    const readings = await this.readings.ofCommunity(tx, draft.communityId);
    const home = this.homes.get(draft.communityId);
    const before = { ...elder, looked: hasLooked(elder, draft) };
    const derived = derive(draft, relatives, home, calendarDate(tx.at), readings, before);
    const changes = difference(elder, { ...draft, ...derived });
    const fields = Object.keys(changes).filter((field) => field in draft);
    if (fields.length === 0) return;
    if (version !== null && version !== elder.version) throw new Problem('elder.stale');
    const holder = derived.idNumberIndex === null ? null : await this.repository.byIdNumber(tx, derived.idNumberIndex);
    if (holder && holder.id !== id) throw new Problem('elder.duplicate');
    if (!(await this.repository.change(tx, elder, changes))) throw new Problem('elder.stale');
    if (changes.communityId !== undefined) {
      const until = calendarDate(tx.at);
      await this.repository.insertEarlierHome(tx, {
        id: newId(tx.at),
        elderId: id,
        communityId: elder.communityId,
        until,
      });
      await this.kinships.moveHome(tx, id, changes.communityId);
    }
    if (changes.endedOn != null) await this.doorCodes.revokeAll(tx, id, true);
    const detail = { fields: fields.join(',') };
    await this.audit.record(tx, { action: 'elder.amend', subjectId: id, detail, ...(words ? { words } : {}) });
    await this.outbox.emit(tx, 'elder.changed', { elderId: id });
  }
}

/** Who was registered by mistake was never owed anything; of all others what was owed before the end stays owed. */
function requireEndInTime({ registeredOn }: Elder, { endedOn, endReason }: Draft): void {
  if (endedOn === null || endReason === 'mistake' || endedOn >= registeredOn) return;
  throw new Problem('request.invalid', undefined, [{ field: 'ended.on', message: '销册日期不能早于登记日期' }]);
}

/** Has the officer said anew what the plan asks about? A new telephone number is no such thing. */
function hasLooked(before: Elder, { traits, relativesKnown }: Draft): boolean {
  return relativesKnown !== before.relativesKnown || bodyHash(traits) !== bodyHash(before.traits);
}

interface Revision {
  /** The one the officer saw; null for whatever it is. */
  version?: number | null;
  /** Why, in the officer's words. */
  words?: string;
}

function toDraft({ name, sex, birthDate, idNumber, address, communityId, traits, ...more }: NewElder): Draft {
  return {
    ...{ name, sex, birthDate, idNumber, address, communityId, traits },
    phone: more.phone ?? null,
    place: more.place ?? null,
    callName: more.callName ?? callNameOf(name, sex),
    relativesKnown: more.relatives !== undefined,
    hints: (more.hints ?? []).map(({ icon, title, detail }) => ({ icon, title, detail })),
    firstContactId: more.firstContactId ?? null,
    endedOn: null,
    endReason: null,
  };
}

function changed(elder: Elder, given: ElderChanges): Draft {
  const kept = Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as Partial<Draft>;
  const renamed = kept.name !== undefined || kept.sex !== undefined;
  const wasMade = elder.callName === callNameOf(elder.name, elder.sex);
  const callName = renamed && wasMade ? callNameOf(kept.name ?? elder.name, kept.sex ?? elder.sex) : elder.callName;
  return { ...draftOf(elder), callName, ...kept, phone: given.phone === undefined ? elder.phone : given.phone };
}

function draftOf(elder: Elder): Draft {
  const { name, sex, birthDate, idNumber, phone, address, place, communityId, callName } = elder;
  const { traits, relativesKnown, hints, firstContactId, endedOn, endReason } = elder;
  return {
    ...{ name, sex, birthDate, idNumber, phone, address, place, communityId, callName },
    ...{ traits, relativesKnown, hints, firstContactId, endedOn, endReason },
  };
}

/** The columns that are not as they were. */
function difference(before: Elder, after: Partial<Elder>): Partial<Elder> {
  // A hash of the content, because the order of an object's keys is no change.
  const differs = ([key, value]: [string, unknown]) =>
    bodyHash(before[key as keyof Elder] ?? null) !== bodyHash(value ?? null);
  return Object.fromEntries(Object.entries(after).filter(differs));
}
