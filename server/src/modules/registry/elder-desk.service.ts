import { Injectable } from '@nestjs/common';
import {
  isPhoneNumber,
  maskAddress,
  maskIdentityNumber,
  maskPhone,
  normalizeIdentityNumber,
  normalizePhoneNumber,
  type Category,
  type Relation,
  type Tier,
  type VisitState,
} from '@tanfang/shared';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { DEFAULT_LIMIT, toPage, type Page } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { ageOn, type ElderFacts, type Evaluation, type FirstContactGap } from '../../policy';
import { DistrictReadings } from '../policies';
import { evaluation, factsOf } from './assessment';
import { DoorCodesRepository } from './door-codes.repository';
import { idNumberIndexOf, phoneIndexOf } from './draft';
import type { EldersAsked, Search } from './elders.query';
import { firstContactOf } from './first-contact';
import { addressIndex, Homes } from './homes.service';
import { REVEAL_MS, type Hint, type RecordStatus, type RevealedField } from './registry.codes';
import type { Elder, Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';
import { toRelativeView, type RelativeView } from './registry.service';
import { VisitStates } from './visit-states';

type Plain = 'id' | 'name' | 'sex' | 'categories' | 'tier' | 'every' | 'lapsedOn' | 'endedOn' | 'endReason';

export interface ElderListItem extends Pick<Elder, Plain> {
  age: number;
  idNumberMasked: string;
  phoneMasked: string | null;
  addressMasked: string;
  communityName: string;
  firstContact: { name: string; relation: Relation } | null;
  /** A code hangs on the door. */
  doorCode: boolean;
  /** How it stands with the visits; null while nothing is owed. */
  visits: VisitState | null;
}

export interface ElderDetail extends Omit<ElderListItem, 'doorCode' | 'visits'> {
  birthDate: string;
  callName: string;
  place: string;
  communityId: string;
  packId: string;
  registeredOn: string;
  version: number;
  facts: ElderFacts;
  /** What the elder's plan finds missing about the first contact; null where nothing is, or the plan has no such rule. */
  firstContactGap: FirstContactGap | null;
  relativesKnown: boolean;
  relatives: RelativeView[];
  hints: Hint[];
  doorCodes: { id: string; issuedAt: number }[];
  policy: Evaluation;
}

interface EldersQuery {
  q?: string;
  status?: RecordStatus;
  divisionIds?: readonly string[];
  categories?: readonly Category[];
  tiers?: readonly Tier[];
  visits?: readonly VisitState[];
  hasFirstContact?: boolean;
  /** False: nobody visits them, and visits are owed. */
  hasVisitor?: boolean;
  after?: string;
  limit?: number;
}

/** How many the caller's registry holds, and how many of them are asked for. */
interface Totals {
  all: number;
  found: number;
}

/** What officers see of the registry: masked, and one whole value at a time for a reason. */
@Injectable()
export class ElderDesk {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly doorCodes: DoorCodesRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly visitStates: VisitStates,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /**
   * Those on the register, those of them who have lapsed, or those whose record has ended. The first page tells how many there are.
   * @param query.q part of a name, or a whole phone or address; of a running record also the whole identity number
   * @throws Problem `access.not-found` for a division outside the caller's reach
   */
  async list(ctx: Ctx, query: EldersQuery): Promise<Page<ElderListItem> & { totals: Totals | null }> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const asked = this.asked(ctx, query);
    const state = this.visitStates.stateOf('p.id', calendarDate(ctx.at));
    const found = await this.repository.list(ctx, asked, state, query.after ?? '', limit + 1);
    const ids = found.map(({ elder }) => elder.id);
    const [familyOf, codes, totals] = await Promise.all([
      this.repository.families(ctx, ids),
      this.doorCodes.living(ctx, ids),
      query.after === undefined ? this.totals(ctx, asked) : null,
    ]);
    const coded = new Set(codes.map(({ elderId }) => elderId));
    const page = toPage(
      found,
      limit,
      ({ elder }) => elder.id,
      ({ elder, visits }) => ({
        ...this.masked(ctx, elder, firstContactOf(elder, familyOf(elder.id)).relative),
        ...{ doorCode: coded.has(elder.id), visits },
      }),
    );
    return { ...page, totals };
  }

  private asked(ctx: Ctx, { q, status, divisionIds = [], ...filters }: EldersQuery): EldersAsked {
    for (const id of divisionIds) this.access.require(ctx, 'elder.list', { communityId: id });
    const { categories = [], tiers = [], visits = [], hasFirstContact, hasVisitor } = filters;
    const among = visits.length > 0 ? this.visitStates.eldersIn(visits, calendarDate(ctx.at)) : null;
    const visitor = hasVisitor === undefined ? null : { has: this.visitStates.hasVisitor('e.id'), wanted: !hasVisitor };
    return {
      communityIds:
        divisionIds.length > 0
          ? this.homes.communitiesWithin(divisionIds)
          : this.access.reach(ctx, 'elder.list').communityIds,
      status: status ?? 'running',
      search: searchOf(q),
      ...{ categories, tiers, among, hasFirstContact, visitor },
    };
  }

  private async totals(ctx: Ctx, asked: EldersAsked): Promise<Totals> {
    const { communityIds } = this.access.reach(ctx, 'elder.list');
    const [all, found] = await Promise.all([
      this.repository.count(ctx, { communityIds, status: asked.status }),
      this.repository.count(ctx, asked),
    ]);
    return { all, found };
  }

  /** @throws Problem `access.not-found` */
  async detail(ctx: Ctx, id: string): Promise<ElderDetail> {
    const elder = await this.repository.find(ctx, id);
    if (!elder) throw new Problem('access.not-found');
    this.access.require(ctx, 'elder.read', { elderId: id, communityId: elder.communityId });
    const [relatives, codes, readings] = await Promise.all([
      this.repository.relatives(ctx, [id]),
      this.doorCodes.living(ctx, [id]),
      this.readings.ofCommunity(ctx, elder.communityId),
    ]);
    const facts = factsOf(elder, relatives, this.homes.get(elder.communityId));
    const { relative: contact, gap } = firstContactOf(elder, relatives);
    const { birthDate, callName, place, communityId, packId, registeredOn, version, relativesKnown, hints } = elder;
    return {
      ...this.masked(ctx, elder, contact),
      firstContactGap: gap,
      ...{
        birthDate,
        callName,
        communityId,
        packId,
        registeredOn,
        version,
        relativesKnown,
        hints,
        facts,
      },
      place: place ?? '',
      relatives: relatives.map((relative) => toRelativeView(relative, contact?.id ?? null)),
      doorCodes: codes.map(({ id: codeId, issuedAt }) => ({ id: codeId, issuedAt })),
      policy: evaluation(packId, facts, calendarDate(ctx.at), readings),
    };
  }

  /**
   * Tells one whole value and writes down who asked and why.
   * @returns `until`: instant (ms) up to which it may be shown
   */
  async reveal(
    ctx: Ctx,
    id: string,
    { field, relativeId, reason }: { field: RevealedField; relativeId?: string | null; reason: string },
  ): Promise<{ value: string; until: number }> {
    const elder = await this.repository.find(ctx, id);
    if (!elder) throw new Problem('access.not-found');
    this.access.require(ctx, 'elder.reveal', { elderId: id, communityId: elder.communityId });
    const value =
      field === 'relativePhone' ? await this.relativePhone(ctx, id, relativeId ?? '') : this.own(elder, field);
    if (value === null) throw new Problem('request.invalid', undefined, [{ field: 'field', message: '没有登记电话' }]);
    const detail = { field, ...(field === 'relativePhone' ? { relativeId: relativeId ?? null } : {}) };
    const look = { action: 'elder.reveal' as const, subjectId: id, detail, words: reason };
    await this.database.tx(ctx, (tx) => this.audit.record(tx, look));
    return { value, until: ctx.at + REVEAL_MS };
  }

  private own(elder: Elder, field: Exclude<RevealedField, 'relativePhone'>): string | null {
    return field === 'address' ? this.homes.fullAddress(elder.communityId, elder.address) : elder[field];
  }

  private async relativePhone(ctx: Ctx, elderId: string, relativeId: string): Promise<string | null> {
    const relative = await this.repository.relative(ctx, relativeId);
    if (relative?.elderId !== elderId || relative.removedAt !== null) throw new Problem('relative.unknown');
    return relative.phone;
  }

  private masked(ctx: Ctx, elder: Elder, firstContact: Relative | null): Omit<ElderListItem, 'doorCode' | 'visits'> {
    const { id, name, sex, birthDate, idNumber, phone, address, communityId, categories, tier, every } = elder;
    const { lapsedOn, endedOn, endReason } = elder;
    return {
      ...{ id, name, sex, categories, tier, every, lapsedOn, endedOn, endReason },
      age: ageOn(birthDate, calendarDate(ctx.at)),
      idNumberMasked: maskIdentityNumber(idNumber),
      phoneMasked: phone === null ? null : maskPhone(phone),
      addressMasked: maskAddress(this.homes.fullAddress(communityId, address)),
      communityName: this.homes.communityName(communityId),
      firstContact: firstContact ? { name: firstContact.name, relation: firstContact.relation } : null,
    };
  }
}

function searchOf(q: string | undefined): Search | null {
  if (!q) return null;
  const idNumber = normalizeIdentityNumber(q);
  if (/^\d{17}[\dX]$/.test(idNumber)) return { idNumberIndex: idNumberIndexOf(idNumber) };
  const phone = normalizePhoneNumber(q);
  if (isPhoneNumber(phone)) return { phoneIndex: phoneIndexOf(phone) };
  // Nobody's name has a digit in it, and what is sent to the database as a name is sent in the clear.
  if (/\d/.test(q)) return { addressIndex: addressIndex(q) };
  return { name: q, addressIndex: addressIndex(q) };
}
