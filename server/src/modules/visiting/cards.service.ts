import { Injectable } from '@nestjs/common';
import { hasStanding, lastTime, RELATIONS, SEXES, STANDING_VISITS } from '@tanfang/shared';

import { emergencyPlan, packOf, visitFormOf, type PolicyPack } from '../../policy';
import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import { Forms } from '../policies';
import { Registry, type ElderView, type RelativeView } from '../registry';
import { Assignments } from './assignments.service';
import type { CardOwed, ElderCard, EmergencyNumber, LastAnswers, NewCheckIn } from './cards.dto';
import type { CheckIn } from './check-ins.entities';
import { CheckInsRepository } from './check-ins.repository';
import { ObligationsRepository } from './obligations.repository';
import { MOST_AHEAD_MS } from './times';
import { VisitedElders } from './visited-elders.service';
import { VisitsRepository } from './visits.repository';

/** Of the family on a card, the first contact not counted. */
const MOST_FAMILY = 6;

interface Permitted {
  elder: ElderView;
  /** Whether the caller is one of the elder's visitors. */
  visits: boolean;
}

/** What a visitor sees before the door opens. Every look is in the audit, since the card holds the whole address. */
@Injectable()
export class Cards {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly obligations: ObligationsRepository,
    private readonly visits: VisitsRepository,
    private readonly assignments: Assignments,
    private readonly elders: VisitedElders,
    private readonly registry: Registry,
    private readonly forms: Forms,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /** For a visit by phone, or from the list. @throws Problem `access.not-found` */
  async open(ctx: Ctx, elderId: string): Promise<ElderCard> {
    const permitted = await this.permitted(ctx, elderId);
    const card = await this.compose(ctx, permitted, null);
    await this.database.tx(ctx, (tx) => this.noteLook(tx, elderId, fieldsOf(permitted)));
    return card;
  }

  /**
   * Scanned at the door.
   * @throws Problem `door-code.unknown`, `door-code.revoked`, `access.not-found`, `visit.time`, `id.taken`
   */
  async checkIn(ctx: Ctx, body: NewCheckIn): Promise<ElderCard> {
    const { doorCodeId, elderId } = await this.registry.resolveDoorCode(ctx, body.code);
    const permitted = await this.permitted(ctx, elderId);
    if (body.at > ctx.at + MOST_AHEAD_MS) throw new Problem('visit.time');
    const card = await this.compose(ctx, permitted, body.id);
    const { id, at } = body;
    const hash = bodyHash({ id, at, doorCodeId });
    const row = { id, elderId, accountId: ctx.who.accountId!, doorCodeId, at, receivedAt: ctx.at, bodyHash: hash };
    await this.keep(ctx, row, fieldsOf(permitted));
    return card;
  }

  /** A repeat finds its row and looks again, which is noted again. */
  private async keep(ctx: Ctx, row: CheckIn, seen: Record<string, string>): Promise<void> {
    const detail = { checkInId: row.id, ...seen };
    try {
      await this.database.tx(ctx, async (tx) => {
        await this.checkIns.insert(tx, row);
        await this.noteLook(tx, row.elderId, detail);
      });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const first = await this.checkIns.find(ctx, row.id);
      if (first?.accountId !== row.accountId || first.bodyHash !== row.bodyHash) throw new Problem('id.taken');
      await this.database.tx(ctx, (tx) => this.noteLook(tx, row.elderId, detail));
    }
  }

  private noteLook(tx: TxCtx, elderId: string, detail: Record<string, string>): Promise<void> {
    return this.audit.record(tx, { action: 'elder.card', subjectId: elderId, detail });
  }

  private async permitted(ctx: Ctx, elderId: string): Promise<Permitted> {
    const elder = await this.registry.get(ctx, elderId);
    const visitorIds = await this.assignments.visitorsOf(ctx, elderId);
    this.access.require(ctx, 'elder.card', { ...this.registry.target(elder), visitorIds });
    return { elder, visits: visitorIds.includes(ctx.who.accountId ?? '') };
  }

  private async compose(ctx: Ctx, { elder, visits }: Permitted, checkInId: string | null): Promise<ElderCard> {
    const today = calendarDate(ctx.at);
    const pack = packOf(elder.packId);
    if (!pack) throw new Error(`No policy pack is called ${elder.packId}`);
    const use = visitFormOf(pack, today);
    const [hints, pause, owed, last, address, phone, numbers] = await Promise.all([
      this.registry.hints(ctx, elder.id),
      this.elders.pauseOf(ctx, elder.id),
      this.owed(ctx, elder.id, today),
      this.lastTime(ctx, elder.id, use),
      this.registry.address(ctx, elder.id),
      // For whoever stands at the door; others give a reason first, see `elder.reveal`.
      visits ? this.registry.phone(ctx, elder.id) : null,
      this.numbers(ctx, elder.id, pack, visits),
    ]);
    const { id, name, age, sex, livesAlone, callName } = elder;
    return {
      checkInId,
      elder: { id, name, age, sex: SEXES[sex], livesAlone, callName, phone },
      owed: pause ? null : owed,
      pause,
      hints: hints.map(({ icon, title, detail }) => ({ icon, title, detail })),
      form: { id: use.id, version: use.version, hash: this.forms.get(use.id, use.version).hash },
      ...last,
      emergency: { address, numbers },
    };
  }

  private async owed(ctx: Ctx, elderId: string, today: string): Promise<CardOwed | null> {
    const row = await this.obligations.owedToday(ctx, elderId, today);
    return row && { obligationId: row.id, every: row.every, dueOn: row.dueOn };
  }

  /** Answers of another form cannot be shown beside this one's questions; another version's can, where they still fit. */
  private async lastTime(
    ctx: Ctx,
    elderId: string,
    form: { id: string; version: number },
  ): Promise<{ lastAnswers: LastAnswers | null; lastHazards: Record<string, string> }> {
    const { definition } = this.forms.get(form.id, form.version);
    const limit = hasStanding(definition) ? STANDING_VISITS : 1;
    const [visit, ...before] = await this.visits.ofElder(ctx, elderId, { limit });
    if (visit?.formId !== form.id) return { lastAnswers: null, lastHazards: {} };
    const earlier = before.filter(({ formId }) => formId === form.id).map(({ answers }) => answers);
    const { answers, hazards } = lastTime(definition, visit.answers, earlier);
    return { lastAnswers: { on: calendarDate(visit.startedAt), answers }, lastHazards: { ...hazards } };
  }

  /**
   * Whom to call when life is in danger, in the plan's order. The plans name the first contact, "or other family" (北京
   * 二（五）4), other emergency contacts (辽宁 二（四）) and guardians (济南 二（二）2): everybody who may pick up.
   */
  private async numbers(ctx: Ctx, elderId: string, pack: PolicyPack, visits: boolean): Promise<EmergencyNumber[]> {
    const relatives = await this.registry.relativesNearestFirst(ctx, elderId);
    const people = {
      'first-contact': relatives.filter(({ firstContact }) => firstContact),
      family: familyToCall(relatives),
    };
    const lists = emergencyPlan(pack).steps.map(({ call, numbers }) =>
      call === 'emergency-services'
        ? Promise.resolve(numbers.map(({ number, forWhat }) => ({ call, number, label: forWhat, masked: null })))
        : Promise.all(people[call].map((relative) => this.numberOf(ctx, call, relative, visits))),
    );
    return (await Promise.all(lists)).flat();
  }

  /** Whole for the elder's visitors alone: others see that there is one, and give a reason first, see `elder.reveal`. */
  private async numberOf(
    ctx: Ctx,
    call: EmergencyNumber['call'],
    { id, name, kinWord, relation, phoneMasked }: RelativeView,
    visits: boolean,
  ): Promise<EmergencyNumber> {
    const label = `${kinWord ?? RELATIONS[relation]} ${name}`;
    if (visits) return { call, number: await this.registry.relativePhone(ctx, id), label, masked: null };
    return { call, number: null, label, masked: phoneMasked === null ? null : { relativeId: id, phone: phoneMasked } };
  }
}

/** What of the elder's the caller has seen whole. */
function fieldsOf({ visits }: Permitted): Record<string, string> {
  return { fields: visits ? 'address,phones' : 'address' };
}

/**
 * Beside the first contact: who is named for emergencies, guardians, then the others from the nearest on. Those who are named
 * are shown without a number as well, so that somebody puts it right; the others only to be dialled.
 */
function familyToCall(nearestFirst: readonly RelativeView[]): RelativeView[] {
  return nearestFirst
    .filter(({ firstContact, phoneMasked, ...who }) => !firstContact && (isNamed(who) || phoneMasked !== null))
    .sort((a, b) => turnOf(a) - turnOf(b))
    .slice(0, MOST_FAMILY);
}

const NAMED = ['emergencyContact', 'guardian'] as const;
type Named = Pick<RelativeView, (typeof NAMED)[number]>;

const isNamed = (who: Named): boolean => NAMED.some((role) => who[role]);

function turnOf(who: Named): number {
  const turn = NAMED.findIndex((role) => who[role]);
  return turn === -1 ? NAMED.length : turn;
}
