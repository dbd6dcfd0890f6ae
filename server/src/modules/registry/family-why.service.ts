import { Injectable } from '@nestjs/common';
import { citationKind, RELATIONS } from '@tanfang/shared';

import { Access } from '../../platform/access';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import {
  evaluate,
  familyAccount,
  type Citation,
  type FamilyAccount,
  type KinWord,
  type PolicyPack,
} from '../../policy';
import { Divisions } from '../divisions';
import { Kinships } from '../identity';
import { DistrictReadings } from '../policies';
import { factsOf, packNamed, type Home } from './assessment';
import type { Objection } from './objections.entities';
import { ObjectionsRepository } from './objections.repository';
import type { OwnObjection } from './objections.dto';
import type { FamilyWhyAnswer, Ground, PlanText, WhyReason } from './family-why.dto';
import { Homes } from './homes.service';
import type { Elder, Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';

/** As many of their own objections as somebody still wants to read. */
const MOST_OBJECTIONS = 10;

/** Why a parent is visited as they are, for the family: kind words first, then the plan's. */
@Injectable()
export class FamilyWhy {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly objections: ObjectionsRepository,
    private readonly homes: Homes,
    private readonly divisions: Divisions,
    private readonly readings: DistrictReadings,
    private readonly kinships: Kinships,
    private readonly access: Access,
  ) {}

  /** @throws Problem `access.not-found` for anybody but confirmed kin */
  async read(ctx: Ctx, elderId: string): Promise<FamilyWhyAnswer> {
    this.access.require(ctx, 'parent.read', { elderId });
    const elder = await this.repository.find(ctx, elderId);
    if (!elder) throw new Problem('access.not-found');
    const pack = packNamed(elder.packId);
    const relatives = await this.repository.relatives(ctx, [elderId]);
    const me = await this.ownRelative(ctx, elderId, relatives);
    const account = elder.endedOn === null ? await this.account(ctx, elder, relatives, me) : ENDED;
    const said = await this.objections.ofAccount(ctx, elderId, ctx.who.accountId!, MOST_OBJECTIONS);
    const reasons = account.reasons.map(({ because, ...reason }) => ({ ...reason, because: because.map(toGround) }));
    return {
      elder: { id: elder.id, name: elder.name, callName: me?.callsElder ?? elder.callName },
      state: account.state,
      headline: account.headline,
      reasons,
      plan: planText(pack, reasons),
      objections: said.map(toOwn),
    };
  }

  private async ownRelative(ctx: Ctx, elderId: string, relatives: readonly Relative[]): Promise<Relative | undefined> {
    const mine = (await this.kinships.ofElder(ctx, elderId)).find(({ accountId }) => accountId === ctx.who.accountId);
    return relatives.find(({ id }) => id === mine?.relativeId);
  }

  private async account(
    ctx: Ctx,
    elder: Elder,
    relatives: readonly Relative[],
    me: Relative | undefined,
  ): Promise<FamilyAccount> {
    const pack = packNamed(elder.packId);
    const home = this.homes.get(elder.communityId);
    const facts = factsOf(elder, relatives, home);
    const readings = await this.readings.ofCommunity(ctx, elder.communityId);
    const kin = relatives.map((relative) => this.kinWord(relative, home, relative === me));
    return familyAccount(pack, facts, evaluate(pack, facts, calendarDate(ctx.at), readings), {
      she: elder.sex === 'female' ? '她' : '他',
      kin: elder.relativesKnown ? kin : [],
    });
  }

  /** Where somebody lives is told to themselves alone: not every relative is on good terms with every other. */
  private kinWord({ kinWord, relation, circumstances }: Relative, home: Home, isMe: boolean): KinWord {
    const code = circumstances.residence?.division;
    const place = isMe && code !== undefined ? this.divisions.placeSeenFrom(code, home.division) : null;
    return { word: kinWord ?? (relation === 'child' ? '孩子' : RELATIONS[relation]), place };
  }
}

/** That somebody has died is told by a person, on the phone: the page says no more than that nobody visits now. */
const ENDED = { state: 'ended', headline: '现在不安排探访', reasons: [] } as const;

function toGround(citation: Citation): Ground {
  const { article, text } = citation;
  return { article, text, kind: citationKind(citation) };
}

/** Every sentence of the plan that the rules rest on, in its order. */
function planText({ name, plan }: PolicyPack, reasons: readonly WhyReason[]): PlanText {
  const cited = new Set(reasons.flatMap(({ because }) => because.map(({ article, text }) => `${article} ${text}`)));
  const sentences = Object.values(plan.quotations).map(({ article, text }) => ({
    article,
    text,
    used: cited.has(`${article} ${text}`),
  }));
  return { place: name, document: plan.document, sentences };
}

function toOwn({ id, note, status, sentAt, outcome, answer, closedAt }: Objection): OwnObjection {
  return { id, note, status, sentAt, outcome, answer, closedAt };
}
