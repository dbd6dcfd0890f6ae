import type { Cadence } from '@tanfang/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { addDays, periodOf } from '../../policy';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { afterRaces, Database, newId } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { Registry } from '../registry';
import { Assignments } from './assignments.service';
import { Excuses } from './excuses.service';
import { MissedVisits } from './missed-visits.service';
import { REGULAR, type Obligation } from './obligations.entities';
import { ObligationsRepository, type PlannedOfElder } from './obligations.repository';
import { Pauses } from './pauses.service';
import { planElder, type CadenceState, type PlannedRow, type PlanStep } from './planning';
import { VisitedEldersRepository } from './visited-elders.repository';
import { VisitedElders } from './visited-elders.service';

const PAGE = 500;
/** While the database writes one stretch, the next is read and decided. */
const STRETCHES_AT_ONCE = 2;
const EVERY_MS = 5 * 60_000;
/** Covers the period before the current one, whatever the cadence. */
const LOOK_BACK_DAYS = 62;

interface Owing {
  elderId: string;
  communityId: string;
  every: Cadence | null;
}

/** Those who owe whose ids follow `after`, up to `last` (null: to the end). */
interface Stretch {
  owing: readonly Owing[];
  after: string;
  last: string | null;
}

interface Step {
  elder: Owing;
  /** Null for an elder seen for the first time. */
  known: CadenceState | null;
  plan: PlanStep;
}

/** Sees to it that every elder has an obligation for the current and the next period, once. */
@Injectable()
export class Planner implements OnModuleInit {
  private plannedOn: string | null = null;

  constructor(
    private readonly obligations: ObligationsRepository,
    private readonly elders: VisitedElders,
    private readonly eldersRepository: VisitedEldersRepository,
    private readonly missed: MissedVisits,
    private readonly excuses: Excuses,
    private readonly pauses: Pauses,
    private readonly assignments: Assignments,
    private readonly registry: Registry,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.add({ name: 'visiting.plan', everyMs: EVERY_MS, run: (ctx) => this.keepUp(ctx) });
    for (const event of ['elder.registered', 'elder.changed', 'elder.reopened'] as const) {
      this.outbox.on(event, {
        kind: 'transactional',
        name: `visiting.plan-on-${event.replace('.', '-')}`,
        run: (tx, { elderId }) => this.follow(tx, elderId, event === 'elder.reopened'),
      });
    }
  }

  /** Closes what has ended, then plans; a whole pass once a day is enough, since events tell of every change between. */
  private async keepUp(ctx: Ctx): Promise<void> {
    const today = calendarDate(ctx.at);
    await this.missed.close(ctx, today);
    if (this.plannedOn === today) return;
    await this.plan(ctx, today);
    this.plannedOn = today;
  }

  /** @param on calendar date @returns how many obligations were made */
  async plan(ctx: Ctx, on: string): Promise<number> {
    const stretches = this.stretches(ctx);
    const plan = async (): Promise<number> => {
      let made = 0;
      for await (const stretch of stretches) made += await this.planStretch(ctx, stretch, on);
      return made;
    };
    const made = await Promise.all(Array.from({ length: STRETCHES_AT_ONCE }, plan));
    return made.reduce((sum, some) => sum + some, 0);
  }

  /** Everybody who owes, by the id; may be taken by several at once. */
  private async *stretches(ctx: Ctx): AsyncGenerator<Stretch> {
    let after = '';
    for (;;) {
      const owing = await this.registry.owing(ctx, after, PAGE);
      const last = owing.length < PAGE ? null : owing.at(-1)!.elderId;
      yield { owing, after, last };
      if (last === null) return;
      after = last;
    }
  }

  /** Two planners may work on the same stretch; whoever comes second looks again and finds it done. */
  private planStretch(ctx: Ctx, stretch: Stretch, on: string): Promise<number> {
    return afterRaces(async () => {
      const steps = await this.stepsFor(ctx, stretch, on);
      if (steps.length === 0) return 0;
      await this.database.tx(ctx, async (tx) => {
        await this.addElders(tx, steps);
        await this.apply(tx, steps);
      });
      return steps.reduce((sum, { plan }) => sum + plan.insert.length, 0);
    });
  }

  /** What is to be done, for those who owe and those who did until now; elders for whom all is planned are left out. */
  private async stepsFor(ctx: Ctx, { owing, after, last }: Stretch, on: string): Promise<Step[]> {
    const cadences = await this.eldersRepository.cadences(ctx, after, last);
    const known = new Map(cadences.map((cadence) => [cadence.elderId, cadence]));
    const owe = new Set(owing.map(({ elderId }) => elderId));
    const lapsed = cadences.filter(({ elderId, every }) => every !== null && !owe.has(elderId));
    const elders = [...owing, ...lapsed.map(({ elderId }) => ({ elderId, communityId: '', every: null }))];
    const rowsOf = await this.rowsOf(ctx, elders, on);
    const steps = elders.map((elder) => {
      const before = known.get(elder.elderId) ?? null;
      return { elder, known: before, plan: planElder(elder.every, before, rowsOf.get(elder.elderId) ?? [], on) };
    });
    return steps.filter((step) => isChange(step.known, step.plan));
  }

  /**
   * Earlier periods matter only where the current one is not planned yet by the cadence in force; for all others, nearly
   * everybody on a usual day, the running and the coming one are enough. Reading more of them costs the database as much
   * as writing a new one.
   */
  private async rowsOf(ctx: Ctx, elders: readonly Owing[], on: string): Promise<Map<string, PlannedRow[]>> {
    const rowsOf = new Map<string, PlannedRow[]>();
    const others = elders.filter(({ every }) => every === null);
    for (const [every, some] of byCadence(elders)) {
      const running = await this.obligations.planned(ctx, idsOf(some), periodOf(every, on).start);
      for (const [elderId, rows] of byElder(running)) rowsOf.set(elderId, rows);
      const isSteady = (row: PlannedRow) => row.every === every && row.periodStart <= on;
      others.push(...some.filter(({ elderId }) => !rowsOf.get(elderId)?.some(isSteady)));
    }
    const back = await this.obligations.planned(ctx, idsOf(others), addDays(on, -LOOK_BACK_DAYS));
    for (const [elderId, rows] of byElder(back)) rowsOf.set(elderId, rows);
    return rowsOf;
  }

  private async addElders(tx: TxCtx, steps: readonly Step[]): Promise<void> {
    const plans = new Map(steps.flatMap(({ elder, known, plan }) => (known ? [] : [[elder.elderId, plan]])));
    const rows = await this.elders.newRows(tx, [...plans.keys()]);
    await this.eldersRepository.insert(
      tx,
      rows.map((row) => ({ ...row, ...plans.get(row.elderId)!.state })),
    );
  }

  private async apply(tx: TxCtx, steps: readonly Step[]): Promise<void> {
    for (const { elder, known, plan } of steps) {
      if (known && known.every !== plan.state.every) await this.changeCadence(tx, elder.elderId, plan.state);
      for (const { id, listUntil } of plan.relist) await this.obligations.relist(tx, id, listUntil);
    }
    await this.obligations.withdraw(
      tx,
      steps.flatMap(({ plan }) => plan.withdraw),
    );
    await this.obligations.insert(
      tx,
      steps.flatMap((step) => newObligations(tx, step)),
    );
    await this.pauses.reach(tx, idsOf(steps.flatMap(({ elder, plan }) => (plan.insert.length > 0 ? [elder] : []))));
  }

  private async changeCadence(tx: TxCtx, elderId: string, state: CadenceState): Promise<void> {
    await this.eldersRepository.update(tx, elderId, state);
    const detail = { every: state.every, from: state.everySince };
    await this.audit.record(tx, { action: 'obligation.plan', subjectId: elderId, detail });
  }

  /**
   * Takes over what the registry now says of one elder and plans anew.
   * @param reopened the elder is seen for the first time once more: the current period counts, as after a registration
   */
  async follow(tx: TxCtx, elderId: string, reopened = false): Promise<void> {
    const elder = await this.registry.get(tx, elderId);
    const on = calendarDate(tx.at);
    const known = await this.elders.copy(tx, elder);
    if (known && reopened && elder.endedOn === null) {
      known.seenOn = on;
      await this.eldersRepository.update(tx, elderId, { seenOn: on });
      await this.excuses.lift(tx, elderId, on);
    }
    const hasMoved = known !== null && known.communityId !== elder.communityId;
    if (hasMoved) await this.obligations.move(tx, elderId, elder.communityId, on);
    if (hasMoved) await this.assignments.endAll(tx, elderId, 'moved');
    if (elder.endedOn !== null) await this.assignments.endAll(tx, elderId, 'record-ended');
    else if (reopened) await this.assignments.resumeAll(tx, elderId);
    if (elder.endedOn !== null) await this.pauses.endWithRecord(tx, elderId, elder.endedOn);
    const rows = await this.obligations.planned(tx, [elderId], addDays(on, -LOOK_BACK_DAYS));
    const every = elder.endedOn === null ? elder.every : null;
    const plan = planElder(every, known, rows, on);
    if (!known) await this.eldersRepository.update(tx, elderId, plan.state);
    await this.apply(tx, [{ elder: { elderId, communityId: elder.communityId, every }, known, plan }]);
    if (elder.endedOn) await this.excuses.after(tx, elderId, elder.endedOn, elder.endReason ?? 'mistake');
  }
}

function idsOf(elders: readonly Owing[]): string[] {
  return elders.map(({ elderId }) => elderId);
}

function byCadence(elders: readonly Owing[]): Map<Cadence, Owing[]> {
  const found = new Map<Cadence, Owing[]>();
  for (const elder of elders) {
    if (elder.every === null) continue;
    const alike = found.get(elder.every);
    if (alike) alike.push(elder);
    else found.set(elder.every, [elder]);
  }
  return found;
}

function byElder(rows: readonly PlannedOfElder[]): Map<string, PlannedRow[]> {
  const found = new Map<string, PlannedRow[]>();
  for (const row of rows) {
    const earlier = found.get(row.elderId);
    if (earlier) earlier.push(row);
    else found.set(row.elderId, [row]);
  }
  return found;
}

function isChange(known: CadenceState | null, { state, insert, withdraw, relist }: PlanStep): boolean {
  return !known || known.every !== state.every || insert.length + withdraw.length + relist.length > 0;
}

/** Written out: spreading one object into another costs more than all else that is done for a row. */
function newObligations(tx: TxCtx, { elder, plan }: Step): Obligation[] {
  return plan.insert.map(({ every, periodStart, dueOn, listUntil, listRank }) => ({
    id: newId(tx.at),
    elderId: elder.elderId,
    communityId: elder.communityId,
    programme: REGULAR,
    every,
    periodStart,
    dueOn,
    listUntil,
    status: 'owed',
    listRank,
    visitId: null,
    visitedAt: null,
    visitedBy: null,
    excuse: null,
    createdAt: tx.at,
  }));
}
