import type { Cadence } from '@tanfang/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { addDays } from '../../policy';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { afterRaces, Database, newId } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { Registry } from '../registry';
import { Excuses } from './excuses.service';
import { MissedVisits } from './missed-visits.service';
import { REGULAR, type Obligation } from './obligations.entities';
import { ObligationsRepository, type PlannedOfElder } from './obligations.repository';
import { planElder, type CadenceState, type PlannedRow, type PlanStep } from './planning';
import { VisitedEldersRepository } from './visited-elders.repository';
import { VisitedElders } from './visited-elders.service';

const PAGE = 500;
/** While the database writes one page, the next is read and decided. */
const PAGES_AT_ONCE = 2;
const EVERY_MS = 5 * 60_000;
/** Covers the period before the current one, whatever the cadence. */
const LOOK_BACK_DAYS = 62;
/** A month; whatever runs on a day has begun at most so long before it. */
const LONGEST_PERIOD_DAYS = 31;

interface Owing {
  elderId: string;
  communityId: string;
  every: Cadence | null;
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
    private readonly registry: Registry,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.schedule.add({ name: 'visiting.plan', everyMs: EVERY_MS, run: (ctx) => this.keepUp(ctx) });
    for (const event of ['elder.registered', 'elder.changed'] as const) {
      this.outbox.on(event, {
        kind: 'transactional',
        name: `visiting.plan-on-${event.replace('.', '-')}`,
        run: (tx, { elderId }) => this.follow(tx, elderId),
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
    const pages = this.pages(ctx);
    const plan = async (): Promise<number> => {
      let made = 0;
      for await (const page of pages) made += await this.planPage(ctx, page, on);
      return made;
    };
    const made = await Promise.all(Array.from({ length: PAGES_AT_ONCE }, plan));
    return made.reduce((sum, some) => sum + some, 0);
  }

  /** Everybody who owes, and who did until now, by the id; may be taken by several at once. */
  private async *pages(ctx: Ctx): AsyncGenerator<Owing[]> {
    let after = '';
    for (;;) {
      const page = await this.registry.owing(ctx, after, PAGE);
      const last = page.length < PAGE ? null : page.at(-1)!.elderId;
      yield await this.withLapsed(ctx, page, after, last);
      if (last === null) return;
      after = last;
    }
  }

  /** Adds the elders of this stretch of ids who owed so far and do not any more. */
  private async withLapsed(ctx: Ctx, page: readonly Owing[], after: string, last: string | null): Promise<Owing[]> {
    const owing = new Set(page.map(({ elderId }) => elderId));
    const lapsed = (await this.eldersRepository.owing(ctx, after, last)).filter((elderId) => !owing.has(elderId));
    return [...page, ...lapsed.map((elderId) => ({ elderId, communityId: '', every: null }))];
  }

  /** Two planners may work on the same page; whoever comes second looks again and finds it done. */
  private planPage(ctx: Ctx, page: readonly Owing[], on: string): Promise<number> {
    return afterRaces(async () => {
      const steps = await this.stepsFor(ctx, page, on);
      if (steps.length === 0) return 0;
      await this.database.tx(ctx, async (tx) => {
        await this.addElders(tx, steps);
        await this.apply(tx, steps);
      });
      return steps.reduce((sum, { plan }) => sum + plan.insert.length, 0);
    });
  }

  /** What is to be done, from two reads for the whole page; elders for whom all is planned are left out. */
  private async stepsFor(ctx: Ctx, page: readonly Owing[], on: string): Promise<Step[]> {
    const ids = page.map(({ elderId }) => elderId);
    const cadences = await this.eldersRepository.cadences(ctx, ids);
    const known = new Map(cadences.map((cadence) => [cadence.elderId, cadence]));
    const rowsOf = await this.rowsOf(ctx, page, on);
    const steps = page.map((elder) => {
      const before = known.get(elder.elderId) ?? null;
      return { elder, known: before, plan: planElder(elder.every, before, rowsOf.get(elder.elderId) ?? [], on) };
    });
    return steps.filter((step) => isChange(step.known, step.plan));
  }

  /**
   * Earlier periods matter only where the current one is not planned yet by the cadence in force; for all others, nearly
   * everybody on a usual day, the running and the coming ones are enough.
   */
  private async rowsOf(ctx: Ctx, page: readonly Owing[], on: string): Promise<Map<string, PlannedRow[]>> {
    const ids = page.map(({ elderId }) => elderId);
    const rowsOf = byElder(await this.obligations.planned(ctx, ids, addDays(on, -LONGEST_PERIOD_DAYS), on));
    const isSteady = ({ elderId, every }: Owing) =>
      rowsOf.get(elderId)?.some((row) => row.every === every && row.periodStart <= on) ?? false;
    const others = page.filter((elder) => !isSteady(elder)).map(({ elderId }) => elderId);
    const back = byElder(await this.obligations.planned(ctx, others, addDays(on, -LOOK_BACK_DAYS)));
    for (const [elderId, rows] of back) rowsOf.set(elderId, rows);
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
  }

  private async changeCadence(tx: TxCtx, elderId: string, state: CadenceState): Promise<void> {
    await this.eldersRepository.update(tx, elderId, state);
    const detail = { every: state.every, from: state.everySince };
    await this.audit.record(tx, { action: 'obligation.plan', subjectId: elderId, detail });
  }

  /** Takes over what the registry now says of one elder and plans anew. */
  async follow(tx: TxCtx, elderId: string): Promise<void> {
    const elder = await this.registry.get(tx, elderId);
    const on = calendarDate(tx.at);
    const known = await this.elders.copy(tx, elder);
    if (known && known.communityId !== elder.communityId) await this.obligations.move(tx, elderId, elder.communityId);
    const rows = await this.obligations.planned(tx, [elderId], addDays(on, -LOOK_BACK_DAYS));
    const every = elder.endedOn === null ? elder.every : null;
    const plan = planElder(every, known, rows, on);
    if (!known) await this.eldersRepository.update(tx, elderId, plan.state);
    await this.apply(tx, [{ elder: { elderId, communityId: elder.communityId, every }, known, plan }]);
    if (elder.endedOn) await this.excuses.after(tx, elderId, elder.endedOn, elder.endReason ?? 'mistake');
  }
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
