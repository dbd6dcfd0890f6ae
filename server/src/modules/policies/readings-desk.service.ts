import { Injectable } from '@nestjs/common';

import { Access, type Action } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { addMonths, checkDecision, decisionOn, type DecidableReading, type PolicyPack } from '../../policy';
import { Divisions, type DivisionView } from '../divisions';
import { Accounts } from '../identity';
import { DistrictReadings } from './district-readings.service';
import type { ReadingDecision } from './reading-decisions.entities';
import { ReadingDecisionsRepository } from './reading-decisions.repository';
import type { DecisionItem, DistrictItem, DistrictReadingsReply } from './readings.dto';
import { toDecisionItem, toReadingItems } from './readings.view';

const FARTHEST_MONTHS = 12;

export interface NewDecision {
  /** Made by the client. */
  id: string;
  ruleId: string;
  /** Null: back to our reading. */
  value: string | null;
  /** Calendar date. */
  from: string;
  reason: string;
}

interface Place {
  district: DivisionView;
  pack: PolicyPack;
}

/** Where districts decide what a plan leaves open, and everybody who works there can read it. */
@Injectable()
export class ReadingsDesk {
  constructor(
    private readonly repository: ReadingDecisionsRepository,
    private readonly readings: DistrictReadings,
    private readonly divisions: Divisions,
    private readonly accounts: Accounts,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /** The districts whose rules concern the caller: the one they work in, or those below them. */
  districts(ctx: Ctx): DistrictItem[] {
    const { communityIds } = this.access.reach(ctx, 'reading.list');
    const ids = new Set(communityIds.flatMap((id) => this.readings.districtOf(id) ?? []));
    return [...ids].flatMap((id) => this.place(id) ?? []).map(toItem);
  }

  /** @throws Problem `access.not-found` for a district in which the caller does not work */
  async read(ctx: Ctx, districtId: string): Promise<DistrictReadingsReply> {
    const place = this.place(districtId);
    if (!place || !this.worksIn(ctx, districtId)) throw new Problem('access.not-found');
    const decisions = await this.repository.ofDistrict(ctx, districtId);
    const names = await this.accounts.names(ctx, [...new Set(decisions.map(({ decidedBy }) => decidedBy))]);
    return {
      district: toItem(place),
      document: place.pack.plan.document,
      mayDecide: this.access.permits(ctx.who, 'reading.decide', { communityId: districtId }),
      items: toReadingItems(place.pack, decisions, calendarDate(ctx.at), names),
    };
  }

  /**
   * Decides a reading from a day on, once, however often it is sent.
   * @throws Problem `access.not-found`, `id.taken`, `request.invalid` with the field that is wrong
   */
  decide(ctx: Ctx, districtId: string, decision: NewDecision): Promise<{ decision: DecisionItem; repeated: boolean }> {
    return this.record(ctx, 'reading.decide', districtId, decision);
  }

  /** Back to our reading, from a day on. @throws like `decide`, and where there is nothing to take back */
  withdraw(
    ctx: Ctx,
    districtId: string,
    withdrawal: Omit<NewDecision, 'value'>,
  ): Promise<{ decision: DecisionItem; repeated: boolean }> {
    return this.record(ctx, 'reading.withdraw', districtId, { ...withdrawal, value: null });
  }

  private async record(
    ctx: Ctx,
    action: Action,
    districtId: string,
    decision: NewDecision,
  ): Promise<{ decision: DecisionItem; repeated: boolean }> {
    const place = this.place(districtId);
    this.access.require(ctx, action, { communityId: districtId });
    if (!place) throw new Problem('access.not-found');
    const hash = bodyHash({ districtId, accountId: ctx.who.accountId, ...decision });
    const first = await this.repeatOf(ctx, decision.id, hash);
    if (first) return this.answer(ctx, place, first, true);
    await this.check(ctx, place, decision);
    const row = toRow(ctx, place, decision, hash);
    try {
      await this.database.tx(ctx, (tx) => this.insert(tx, action, row));
    } catch (error) {
      const winner = isDuplicate(error) && (await this.repeatOf(ctx, decision.id, hash));
      if (!winner) throw error;
      return this.answer(ctx, place, winner, true);
    }
    return this.answer(ctx, place, row, false);
  }

  private async insert(tx: TxCtx, action: Action, row: ReadingDecision): Promise<void> {
    await this.repository.insert(tx, row);
    const { id, districtId, ruleId, value, holdsFrom } = row;
    await this.audit.record(tx, { action, subjectId: id, detail: { districtId, ruleId, value, from: holdsFrom } });
    await this.outbox.emit(tx, 'reading.decided', { decisionId: id });
  }

  /** @throws Problem `request.invalid` */
  private async check(ctx: Ctx, { district, pack }: Place, decision: NewDecision): Promise<void> {
    const today = calendarDate(ctx.at);
    const { ruleId, value, from } = decision;
    if (from < today) throw invalid('from', '生效日期不能早于今天，以前的事按当时的规定');
    if (from > addMonths(today, FARTHEST_MONTHS)) throw invalid('from', '生效日期最远定到一年以后');
    const checked = checkDecision(pack, decision, from);
    if ('problem' in checked) throw new Problem('request.invalid', undefined, [checked.problem]);
    if (value !== null) return;
    const decided = await this.readings.ofDistrict(ctx, district.id);
    if (decisionOn(decided, ruleId, from) === null)
      throw invalid('ruleId', '这一条从那天起本来就按方案的理解，不用改回');
  }

  /** @throws Problem `id.taken` for another decision under the same id */
  private async repeatOf(ctx: Ctx, id: string, hash: string): Promise<ReadingDecision | null> {
    const known = await this.repository.find(ctx, id);
    if (known && known.bodyHash !== hash) throw new Problem('id.taken');
    return known;
  }

  private async answer(
    ctx: Ctx,
    { pack }: Place,
    row: ReadingDecision,
    repeated: boolean,
  ): Promise<{ decision: DecisionItem; repeated: boolean }> {
    const checked = checkDecision(pack, row, row.holdsFrom);
    const reading: Pick<DecidableReading, 'options' | 'ours'> =
      'reading' in checked ? checked.reading : { options: [], ours: '' };
    const names = await this.accounts.names(ctx, [row.decidedBy]);
    return { decision: toDecisionItem(row, reading, names), repeated };
  }

  /** A district that has a plan; undefined for everything else. */
  private place(districtId: string): Place | undefined {
    const pack = this.readings.packOf(districtId);
    return pack && { district: this.divisions.get(districtId), pack };
  }

  /** What a district has decided holds for those below it as well, and is read by those above. */
  private worksIn(ctx: Ctx, districtId: string): boolean {
    return [districtId, ...this.divisions.communitiesWithin(districtId)].some((communityId) =>
      this.access.permits(ctx.who, 'reading.list', { communityId }),
    );
  }
}

function toItem({ district: { id, name }, pack }: Place): DistrictItem {
  return { id, name, packName: pack.name };
}

function toRow(ctx: Ctx, { district, pack }: Place, decision: NewDecision, hash: string): ReadingDecision {
  const { id, ruleId, value, from, reason } = decision;
  return {
    ...{ id, ruleId, value, reason },
    districtId: district.id,
    packId: pack.id,
    holdsFrom: from,
    decidedBy: ctx.who.accountId!,
    decidedAt: ctx.at,
    bodyHash: hash,
  };
}

function invalid(field: string, message: string): Problem {
  return new Problem('request.invalid', undefined, [{ field, message }]);
}
