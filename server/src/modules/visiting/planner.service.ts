import type { Cadence } from '@tanfang/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { addDays } from '../../policy';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Database, isDuplicate, newId } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { Registry } from '../registry';
import { Excuses } from './excuses.service';
import { MissedVisits } from './missed-visits.service';
import { REGULAR, type Obligation } from './obligations.entities';
import { ObligationsRepository } from './obligations.repository';
import { planElder, type CadenceState, type PlannedRow, type PlanStep } from './planning';
import { VisitedEldersRepository } from './visited-elders.repository';
import { VisitedElders } from './visited-elders.service';

const PAGE = 500;
const EVERY_MS = 5 * 60_000;
/** Covers the period before the current one, whatever the cadence. */
const LOOK_BACK_DAYS = 62;
const MAX_RACES = 5;

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
    let made = 0;
    let after = '';
    for (;;) {
      const page = await this.registry.owing(ctx, after, PAGE);
      const last = page.length < PAGE ? null : page.at(-1)!.elderId;
      made += await this.planPage(ctx, await this.withLapsed(ctx, page, after, last), on);
      if (last === null) return made;
      after = last;
    }
  }

  /** Adds the elders of this stretch of ids who owed so far and do not any more. */
  private async withLapsed(ctx: Ctx, page: readonly Owing[], after: string, last: string | null): Promise<Owing[]> {
    const owing = new Set(page.map(({ elderId }) => elderId));
    const lapsed = (await this.eldersRepository.owing(ctx, after, last)).filter((elderId) => !owing.has(elderId));
    return [...page, ...lapsed.map((elderId) => ({ elderId, communityId: '', every: null }))];
  }

  /** Two planners may work on the same page: whoever comes second meets the unique index, looks again and finds it done. */
  private async planPage(ctx: Ctx, page: readonly Owing[], on: string): Promise<number> {
    for (let race = 1; ; race += 1) {
      const steps = await this.stepsFor(ctx, page, on);
      if (steps.length === 0) return 0;
      try {
        await this.database.tx(ctx, async (tx) => {
          await this.addElders(tx, steps);
          await this.apply(tx, steps);
        });
        return steps.reduce((sum, { plan }) => sum + plan.insert.length, 0);
      } catch (error) {
        if (race >= MAX_RACES || !isDuplicate(error)) throw error;
      }
    }
  }

  /** What is to be done, from two reads for the whole page; elders for whom all is planned are left out. */
  private async stepsFor(ctx: Ctx, page: readonly Owing[], on: string): Promise<Step[]> {
    const ids = page.map(({ elderId }) => elderId);
    const cadences = await this.eldersRepository.cadences(ctx, ids);
    const rows = await this.obligations.planned(ctx, ids, addDays(on, -LOOK_BACK_DAYS));
    const known = new Map(cadences.map((cadence) => [cadence.elderId, cadence]));
    const rowsOf = new Map<string, PlannedRow[]>();
    for (const row of rows) rowsOf.set(row.elderId, [...(rowsOf.get(row.elderId) ?? []), row]);
    const steps = page.map((elder) => {
      const before = known.get(elder.elderId) ?? null;
      return { elder, known: before, plan: planElder(elder.every, before, rowsOf.get(elder.elderId) ?? [], on) };
    });
    return steps.filter((step) => isChange(step.known, step.plan));
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

function isChange(known: CadenceState | null, { state, insert, withdraw, relist }: PlanStep): boolean {
  return !known || known.every !== state.every || insert.length + withdraw.length + relist.length > 0;
}

function newObligations(tx: TxCtx, { elder, plan }: Step): Obligation[] {
  return plan.insert.map((row) => ({
    ...row,
    id: newId(tx.at),
    elderId: elder.elderId,
    communityId: elder.communityId,
    programme: REGULAR,
    status: 'owed',
    visitId: null,
    visitedAt: null,
    visitedBy: null,
    excuse: null,
    createdAt: tx.at,
  }));
}
