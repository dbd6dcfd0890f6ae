import { Injectable } from '@nestjs/common';

import { Access, isOfFamily } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { DAY_MS } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { DEFAULT_LIMIT, readCursor, toPage } from '../../platform/http';
import { Problem } from '../../platform/problems/problem';
import { Accounts } from '../identity';
import { Registry, type ElderView } from '../registry';
import { Visiting } from '../visiting';
import type {
  FamilyNeedDetail,
  MatterList,
  NeedDetail,
  NeedItem,
  NeedList,
  NeedsQuery,
  OfficerNeedDetail,
} from './care.dto';
import type { Need, NeedEvidence, NeedRise } from './care.entities';
import { CareRepository, clockOf, type NeedCursor } from './care.repository';
import { FamilyCircle } from './family-circle.service';
import { isKept, targetOf } from './need-access';
import { toFamilyNeed, toMatter, toOfficerDetail, toOfficerNeed, toVisitorNeed } from './need-shapes';
import { byUrgency } from './need-state';
import { choicesFor, safeNowOf } from './wording';

/** How long the card at the door still mentions a matter that was closed. */
const CLOSED_SHOWN_MS = 45 * DAY_MS;

interface ForKin {
  /** By elder. */
  called: Map<string, string>;
  /** By need. */
  rises: Map<string, NeedRise>;
}

/** Reads needs, in the shape that fits who asks. */
@Injectable()
export class Needs {
  constructor(
    private readonly repository: CareRepository,
    private readonly circle: FamilyCircle,
    private readonly accounts: Accounts,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly access: Access,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Open and taken ones with danger to life first, then with the nearest clock; others newest first. */
  async list(ctx: Ctx, { after, limit = DEFAULT_LIMIT, ...filter }: NeedsQuery): Promise<NeedList> {
    const { communityIds, elderIds, accountId } = this.access.reach(ctx, 'need.list');
    const reach = { communityIds, elderIds, visitorId: accountId, family: ctx.who.everKin };
    const cursor = after === undefined ? null : parseCursor(after);
    const rows = await this.repository.list(ctx, reach, filter, cursor, limit + 1);
    const page = toPage(
      rows,
      limit,
      (need) => toCursor(need, need[clockOf(filter.status) ?? 'raisedAt']),
      (need) => need,
    );
    const elders = await this.registry.views(
      ctx,
      page.items.map(({ elderId }) => elderId),
    );
    const called = await this.circle.callNames(ctx, [...elders.values()]);
    const rises = await this.repository.lastRises(
      ctx,
      page.items.filter(({ elderId }) => ctx.who.kin.includes(elderId)).map(({ id }) => id),
    );
    return {
      items: page.items.map((need) => this.toItem(ctx, need, elders.get(need.elderId), { called, rises })),
      next: page.next,
    };
  }

  /** Kin see it as family, whatever else they are; then officers of the place; then whoever found it. */
  private toItem(ctx: Ctx, need: Need, elder: ElderView | undefined, { called, rises }: ForKin): NeedItem {
    const callName = called.get(need.elderId) ?? elder?.callName ?? '';
    if (ctx.who.kin.includes(need.elderId))
      return toFamilyNeed(need, { id: need.elderId, callName }, rises.get(need.id));
    if (!this.access.permits(ctx.who, 'need.read', targetOf(need))) return toVisitorNeed(need);
    return toOfficerNeed(need, { id: need.elderId, name: elder?.name ?? '', callName: elder?.callName ?? '' }, ctx.at);
  }

  /** @throws Problem `access.not-found` */
  async read(ctx: Ctx, needId: string): Promise<NeedDetail> {
    const need = await this.repository.find(ctx, needId);
    if (!need || isKept(ctx, need)) throw new Problem('access.not-found');
    this.access.require(ctx, 'need.read', targetOf(need));
    const elder = await this.registry.get(ctx, need.elderId);
    const evidence = await this.repository.evidenceOf(ctx, needId);
    return ctx.who.kin.includes(need.elderId)
      ? this.toFamily(ctx, need, elder, evidence)
      : this.toOfficer(ctx, need, elder, evidence);
  }

  private async toFamily(ctx: Ctx, need: Need, elder: ElderView, evidence: NeedEvidence[]): Promise<FamilyNeedDetail> {
    const [latest] = evidence;
    const callName = (await this.circle.callNames(ctx, [elder])).get(elder.id) ?? elder.callName;
    const names = await this.accounts.names(ctx, latest ? [latest.visitorId] : []);
    const rises = await this.repository.lastRises(ctx, [need.id]);
    const officers = await this.accounts.byMembership(ctx, 'community', need.communityId);
    return {
      ...toFamilyNeed(need, { id: elder.id, callName }, rises.get(need.id)),
      safeNow: safeNowOf(need),
      words: latest?.observation.words ?? null,
      choices: choicesFor(need, officers.length === 1 ? officers[0]!.name : null),
      mayClose: need.status === 'acknowledged' && need.handler === 'family',
      photos: latest ? await this.photos(ctx, latest, true) : [],
      visitorName: names.get(latest?.visitorId ?? '') ?? '',
    };
  }

  /**
   * Photos of this matter. One that belongs to no question is shown too, unless to one of the family when the same visit
   * found something that is kept from them: then nobody can say what is on it.
   */
  private async photos(ctx: Ctx, { visitId, observation }: NeedEvidence, toFamily: boolean): Promise<string[]> {
    const photos = await this.visiting.photoLinks(ctx, visitId);
    const found = toFamily ? await this.repository.ofVisit(ctx, visitId) : [];
    const unsorted = found.every(({ heldFromFamily }) => !heldFromFamily);
    return photos
      .filter(({ field }) => (field === null ? unsorted : field === observation.field))
      .map(({ url }) => url);
  }

  private async toOfficer(
    ctx: Ctx,
    need: Need,
    elder: ElderView,
    evidence: NeedEvidence[],
  ): Promise<OfficerNeedDetail> {
    const steps = await this.repository.stepsOf(ctx, need.id);
    const rises = await this.repository.risesOf(ctx, need.id);
    const people = [...evidence.map(({ visitorId }) => visitorId), ...steps.map(({ accountId }) => accountId)];
    const names = await this.accounts.names(ctx, [...new Set(people)]);
    const [latest] = evidence;
    const photos = latest ? await this.photos(ctx, latest, isOfFamily(ctx.who, elder.id)) : [];
    const list = toOfficerNeed(need, { id: elder.id, name: elder.name, callName: elder.callName }, ctx.at);
    return toOfficerDetail(list, need, { evidence, steps, rises, photos, names });
  }

  /**
   * What the last visits left open, for the card at the door: what must be looked at first, then the most pressing, then
   * what was closed lately. Every look is written down. @throws Problem `access.not-found`
   */
  async matters(ctx: Ctx, elderId: string): Promise<MatterList> {
    const elder = await this.registry.get(ctx, elderId);
    const visitorIds = await this.visiting.visitorsOf(ctx, elderId);
    this.access.require(ctx, 'elder.card', { ...this.registry.target(elder), visitorIds });
    const [lastVisit = null] = await this.visiting.ofElder(ctx, elderId, { limit: 1 });
    const open = await this.repository.ofElder(ctx, elderId, ['open', 'acknowledged']);
    const closed = await this.repository.closedSince(ctx, elderId, ctx.at - CLOSED_SHOWN_MS);
    const needs = [...open.sort(byUrgency), ...newestOfEachMatter(closed, open)].filter((need) => !need.heldFromFamily);
    await this.database.tx(ctx, (tx) =>
      this.audit.record(tx, {
        action: 'elder.card',
        subjectId: elderId,
        detail: { part: 'matters', count: needs.length },
      }),
    );
    const items = needs.map((need) => toMatter(need, lastVisit));
    return { items: items.sort((a, b) => Number(b.mustLook) - Number(a.mustLook)) };
  }
}

/** A matter that is open again, or was closed twice, is mentioned once. */
function newestOfEachMatter(closed: readonly Need[], open: readonly Need[]): Need[] {
  const seen = new Set(open.map(({ matter }) => matter));
  return closed.filter(({ matter }) => !seen.has(matter) && Boolean(seen.add(matter)));
}

function toCursor({ id, severity }: Need, by: number): string {
  return `${severity === 'life-danger' ? 'd' : 'n'}${by}.${id}`;
}

/** @throws Problem `request.invalid` */
function parseCursor(after: string): NeedCursor {
  const [rank, by, id] = readCursor(after, /^([dn])(\d{1,15})\.([0-9A-Z]{26})$/);
  return { danger: rank === 'd', by: Number(by), id: id! };
}
