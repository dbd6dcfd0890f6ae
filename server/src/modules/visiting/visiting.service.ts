import type { Cadence } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';

import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Files } from '../../platform/files';
import { Problem } from '../../platform/problems/problem';
import { Assignments } from './assignments.service';
import type { Emergency } from './emergencies.entities';
import { EmergenciesRepository } from './emergencies.repository';
import type { NoAnswer } from './no-answers.entities';
import { NoAnswersRepository } from './no-answers.repository';
import { ObligationsRepository } from './obligations.repository';
import { Planner } from './planner.service';
import { VisitedElders } from './visited-elders.service';
import { toVisitView, type PhotoLink, type VisitView } from './visits.view';
import { VisitsRepository } from './visits.repository';

export type NoAnswerView = Omit<NoAnswer, 'bodyHash'>;
export type EmergencyView = Omit<Emergency, 'bodyHash'>;

/** The front door of visiting for the modules after it. It asks for no permission: its callers do. */
@Injectable()
export class Visiting {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly obligations: ObligationsRepository,
    private readonly noAnswers: NoAnswersRepository,
    private readonly emergencies: EmergenciesRepository,
    private readonly elders: VisitedElders,
    private readonly assignments: Assignments,
    private readonly planner: Planner,
    private readonly files: Files,
  ) {}

  /** @throws Problem `access.not-found` */
  async get(ctx: Ctx, visitId: string): Promise<VisitView> {
    const visit = await this.visits.find(ctx, visitId);
    if (!visit) throw new Problem('access.not-found');
    return toVisitView(visit);
  }

  /** @throws Problem `access.not-found` */
  async noAnswer(ctx: Ctx, id: string): Promise<NoAnswerView> {
    const noAnswer = await this.noAnswers.find(ctx, id);
    if (!noAnswer) throw new Problem('access.not-found');
    const { bodyHash: _, ...view } = noAnswer;
    return view;
  }

  /** @throws Problem `access.not-found` */
  async emergency(ctx: Ctx, id: string): Promise<EmergencyView> {
    const emergency = await this.emergencies.find(ctx, id);
    if (!emergency) throw new Problem('access.not-found');
    const { bodyHash: _, ...view } = emergency;
    return view;
  }

  /** The elder's visit before this one, by the time of the visit. */
  async previous(ctx: Ctx, visit: Pick<VisitView, 'id' | 'elderId' | 'startedAt'>): Promise<VisitView | null> {
    const before = await this.visits.before(ctx, visit);
    return before && toVisitView(before);
  }

  /** The latest first. @param since instant (ms) of the visit, included */
  async ofElder(ctx: Ctx, elderId: string, options: { since?: number; limit: number }): Promise<VisitView[]> {
    return (await this.visits.ofElder(ctx, elderId, options)).map(toVisitView);
  }

  /** The line that lists show under the elder's name (encrypted at rest); null wipes it. */
  remember(tx: TxCtx, elderId: string, note: string | null): Promise<void> {
    return this.elders.remember(tx, elderId, note);
  }

  /** Accounts of the visitors assigned now. */
  visitorsOf(ctx: Ctx, elderId: string): Promise<string[]> {
    return this.assignments.visitorsOf(ctx, elderId);
  }

  /** Elders whom an account visits now. */
  eldersOf(ctx: Ctx, accountId: string): Promise<string[]> {
    return this.assignments.eldersOf(ctx, accountId);
  }

  /** Links to the photos that have arrived, in the record's order; signatures are not among them. */
  async photoLinks(ctx: Ctx, visitId: string): Promise<PhotoLink[]> {
    const photos = (await this.visits.filesOf(ctx, visitId)).filter(({ kind }) => kind === 'photo');
    return photos.flatMap(({ field, fileId }) => (fileId ? [{ field, url: this.files.link(ctx, fileId) }] : []));
  }

  /** Makes an account the elder's visitor, unless it is one already. */
  assign(tx: TxCtx, elderId: string, accountId: string): Promise<void> {
    return this.assignments.assign(tx, elderId, accountId);
  }

  /** The next period in which a visit is still owed, today's included. */
  async nextOwed(ctx: Ctx, elderId: string): Promise<{ periodStart: string; every: Cadence } | null> {
    const next = await this.obligations.nextOwed(ctx, elderId, calendarDate(ctx.at));
    return next && { periodStart: next.periodStart, every: next.every };
  }

  /** Plans current and next periods of everybody. @param on calendar date @returns how many obligations it made */
  plan(ctx: Ctx, on: string): Promise<number> {
    return this.planner.plan(ctx, on);
  }
}
