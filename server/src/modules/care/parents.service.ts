import { Injectable } from '@nestjs/common';
import { MATTERS, summarise, trends, wordOf, type Answers } from '@tanfang/shared';

import { formDefinition } from '../../policy';
import { Access } from '../../platform/access';
import { DAY_MS } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Accounts } from '../identity';
import { Registry } from '../registry';
import { Visiting, type VisitView } from '../visiting';
import type { ParentPage, SettledItem, TrendItem, Turn, UnsettledItem, VisitLine } from './care.dto';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { FamilyCircle } from './family-circle.service';
import { byUrgency } from './need-state';
import { answerByOf, isFamilysTurn, mayFamilyAnswer, progressToFamily, visitorWord, wentUpOf } from './wording';

const HALF_YEAR_MS = 183 * DAY_MS;
/** Two visits a week for half a year, and some to spare. */
const MOST_VISITS = 60;
/** Points that a small chart can show. */
const MOST_POINTS = 12;

interface Settled {
  visitId: string;
  need: Need;
}

/** The family's page about their parent: how she is, whose turn it is, who came. */
@Injectable()
export class Parents {
  constructor(
    private readonly repository: CareRepository,
    private readonly circle: FamilyCircle,
    private readonly accounts: Accounts,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly access: Access,
  ) {}

  /** @throws Problem `access.not-found` for anybody but confirmed kin */
  async read(ctx: Ctx, elderId: string): Promise<ParentPage> {
    this.access.require(ctx, 'parent.read', { elderId });
    const elder = await this.registry.get(ctx, elderId);
    const callName = (await this.circle.callNames(ctx, [elder])).get(elderId) ?? elder.callName;
    const visits = await this.visiting.ofElder(ctx, elderId, { since: ctx.at - HALF_YEAR_MS, limit: MOST_VISITS });
    // Of an elder whose record has ended nobody is told that a hose need not be mended any more.
    const lines = await this.lines(ctx, visits, elder.endedOn === null ? await this.settled(ctx, visits) : []);
    const [last] = lines;
    const open = elder.endedOn === null ? await this.open(ctx, elderId) : [];
    const turn = await this.turn(ctx, open);
    return {
      elder: { id: elder.id, name: elder.name, age: elder.age, callName },
      lastVisit: last ? withoutId(last) : null,
      turn,
      unsettled: open.filter((need) => need.id !== turn?.needId && !isFamilysTurn(need)).map(toUnsettled),
      trends: trendsOf(visits),
      visits: lines,
      visitCount: visits.length,
    };
  }

  /** What is not closed and not kept from the family, most pressing first. */
  private async open(ctx: Ctx, elderId: string): Promise<Need[]> {
    const needs = await this.repository.ofElder(ctx, elderId, ['open', 'acknowledged']);
    return needs.filter((need) => !need.heldFromFamily).sort(byUrgency);
  }

  /** What waits for the family's answer, in time or late, else what they took and have not finished. */
  private async turn(ctx: Ctx, mine: readonly Need[]): Promise<Turn | null> {
    const need = mine.find(isFamilysTurn) ?? mine.find(mayFamilyAnswer) ?? mine.find(isTakenByFamily);
    if (!need) return null;
    const lastRise = (await this.repository.lastRises(ctx, [need.id])).get(need.id);
    return {
      needId: need.id,
      title: need.title,
      plain: need.plain,
      taken: isTakenByFamily(need),
      wentUp: wentUpOf(need, lastRise),
      answerBy: answerByOf(need),
    };
  }

  private settled(ctx: Ctx, visits: readonly VisitView[]): Promise<Settled[]> {
    return this.repository.settledOf(
      ctx,
      visits.map(({ id }) => id),
    );
  }

  /** @param visits the latest first */
  private async lines(ctx: Ctx, visits: readonly VisitView[], settled: readonly Settled[]): Promise<VisitLine[]> {
    const visitors = [...new Set(visits.map(({ visitorId }) => visitorId))];
    const names = await this.accounts.names(ctx, visitors);
    const bodies = await this.accounts.bodies(ctx, visitors);
    return visits.map((visit, place) => ({
      id: visit.id,
      at: visit.endedAt,
      visitorName: names.get(visit.visitorId) ?? '',
      visitorWord: visitorWord(bodies.get(visit.visitorId)),
      sentence: sentenceOf(visit, visits[place + 1]),
      settled: settled.filter(({ visitId }) => visitId === visit.id).map(({ need }) => toSettled(need)),
    }));
  }
}

function isTakenByFamily({ handler }: Need): boolean {
  return handler === 'family';
}

function toUnsettled(need: Need): UnsettledItem {
  return { needId: need.id, about: wordOf(MATTERS, need.matter), how: progressToFamily(need) };
}

/** The sentence of a visit stays as it was; what became of it stands beside it. */
function toSettled(need: Need): SettledItem {
  const { matter, outcome, closedAt } = need;
  return { about: wordOf(MATTERS, matter), how: progressToFamily(need), done: outcome === 'done', at: closedAt! };
}

function sentenceOf(visit: VisitView, previous: VisitView | undefined): string {
  const definition = formDefinition(visit.form.id, visit.form.version);
  if (!definition) return '';
  return summarise(definition, visit.answers, previous?.form.id === visit.form.id ? previous.answers : undefined);
}

/** @param visits the latest first; only those on the form of the last one can be put on one line */
function trendsOf(visits: readonly VisitView[]): TrendItem[] {
  const [last] = visits;
  const definition = last && formDefinition(last.form.id, last.form.version);
  if (!definition) return [];
  const answers: Answers[] = visits.filter(({ form }) => form.id === definition.id).map((visit) => visit.answers);
  const recent = answers.slice(0, MOST_POINTS).reverse();
  return trends(definition, recent, 'family').map(({ key, label, points, word }) => ({
    key,
    label,
    points: [...points],
    word,
  }));
}

function withoutId({ at, visitorName, visitorWord, sentence, settled }: VisitLine) {
  return { at, visitorName, visitorWord, sentence, settled };
}
