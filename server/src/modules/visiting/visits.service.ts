import { codesOf, VISIT_REVIEWS, type FormDefinition, type VisitReview } from '@tanfang/shared';
import { Injectable } from '@nestjs/common';

import { addDays, fulfils, isModeDecidable, NOTHING_DECIDED, packOf, type PolicyPack } from '../../policy';
import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, newId, recordOnce } from '../../platform/database';
import { faultPoint } from '../../platform/fault-points';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { Registry } from '../registry';
import { meeting, type Meeting } from './meeting';
import { CheckInsRepository } from './check-ins.repository';
import type { ObligationChange } from './obligations.entities';
import { ObligationsRepository } from './obligations.repository';
import { Pauses } from './pauses.service';
import { Planner } from './planner.service';
import { StandingRepository, type Standing, type Visitation } from './standing.repository';
import { visitTimes } from './times';
import { answerProblems, proofProblems } from './visit-check';
import { visitNumber } from './visit-number';
import type { NewVisit, VisitReceived } from './visits.dto';
import type { Visit, VisitFile } from './visits.entities';
import { VisitsRepository } from './visits.repository';

interface Prepared {
  visit: RecordedVisit;
  files: VisitFile[];
  meeting: Meeting;
  /** Visits rested on this day, as far as is known: see `Pauses.heed`. */
  mayBelie: boolean;
}

/** What it meets is known once it is written. */
type RecordedVisit = Omit<Visit, 'obligationId'>;

/** Takes in visits. */
@Injectable()
export class Visits {
  constructor(
    private readonly repository: VisitsRepository,
    private readonly checkIns: CheckInsRepository,
    private readonly obligations: ObligationsRepository,
    private readonly standings: StandingRepository,
    private readonly planner: Planner,
    private readonly pauses: Pauses,
    private readonly registry: Registry,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /**
   * Records a visit once, however often the phone sends it. Everything is read before the transaction, which only writes.
   * @throws Problem `access.not-found`, `visit.form-unknown`, `visit.answers`, `visit.time`, `request.invalid`, and
   * `visit.id-conflict` for an id that was used for something else
   */
  async record(ctx: Ctx, body: NewVisit): Promise<{ received: VisitReceived; repeated: boolean }> {
    const { row, repeated } = await recordOnce<RecordedVisit>({
      record: async () => {
        const prepared = await this.prepare(ctx, body);
        await this.database.tx(ctx, (tx) => this.write(tx, prepared));
        faultPoint('visit.after-commit');
        return prepared.visit;
      },
      find: () => this.repository.find(ctx, body.id),
      isOwn: ({ visitorId }) => visitorId === ctx.who.accountId,
      bodyHash: () => bodyHash(body),
      conflict: 'visit.id-conflict',
      // Two first visits may both write down the elder's place.
      mostTries: 4,
    });
    return { received: toReceived(row), repeated };
  }

  private async prepare(ctx: Ctx, body: NewVisit): Promise<Prepared> {
    const times = visitTimes(body.startedAt, body.endedAt, ctx.at);
    const { startedAt, endedAt } = times ?? { startedAt: ctx.at, endedAt: ctx.at };
    const visitation = {
      elderId: body.elderId,
      accountId: ctx.who.accountId!,
      on: calendarDate(startedAt),
      startedAt,
      endedAt,
    };
    const { communityId, packId, pausedUntil, assigned, obligations } = await this.standing(ctx, visitation);
    const permits = (mine: boolean) =>
      this.access.permits(ctx.who, 'visit.record', {
        ...{ communityId, elderId: body.elderId },
        visitorIds: mine ? [visitation.accountId] : [],
      });
    if (!permits(assigned !== null)) throw new Problem('access.not-found');
    const pack = packOf(packId);
    if (!pack) throw new Error(`${body.elderId} lives by a plan that nobody knows: ${packId}`);
    const { definition, isEarlier } = await this.formOf(ctx, pack, body, visitation.on);
    checkRecord(definition, body);
    if (!times) throw new Problem('visit.time');
    const marks: Record<VisitReview, boolean> = {
      'clock-ahead': times.putBack,
      'assignment-ended': !permits(assigned === 'now'),
      'earlier-home': isEarlier,
    };
    const review = codesOf(VISIT_REVIEWS).filter((code) => marks[code]);
    const checkInId = await this.checkInOf(ctx, body);
    const visit = toVisit(ctx, body, { communityId, checkInId, startedAt, endedAt, review: review.join(' ') || null });
    const met = (await this.fulfils(ctx, pack, body, visitation.on))
      ? meeting(obligations, visitation.on)
      : NOTHING_MET;
    const mayBelie = pausedUntil !== null && visitation.on < pausedUntil;
    return { visit, files: toFiles(ctx, body), meeting: met, mayBelie };
  }

  /**
   * The form by the plan of the elder's home. Every version ever in use is accepted, for a phone may have been offline since;
   * and so is the form of the place an elder has meanwhile moved away from, if they lived there on the day of the visit or
   * the day before, when the visitor got ready. The visit was made: it is kept, and marked for another look.
   * @throws Problem `visit.form-unknown`
   */
  private async formOf(ctx: Ctx, pack: PolicyPack, { elderId, form }: NewVisit, on: string) {
    const asked = ({ forms }: PolicyPack) =>
      forms.find(({ id, version }) => id === form.id && version === form.version);
    const current = asked(pack);
    if (current) return { definition: current, isEarlier: false };
    for (const day of [on, addDays(on, -1)]) {
      const earlier = asked((await this.registry.policyCase(ctx, elderId, day)).pack);
      if (earlier) return { definition: earlier, isEarlier: true };
    }
    throw new Problem('visit.form-unknown');
  }

  /**
   * On-site, phone and online visits fulfil what is owed; the plan says which of the ways do. Where it does not, the
   * district may, by its rule of the visit's day.
   */
  private async fulfils(ctx: Ctx, pack: PolicyPack, { mode, elderId }: NewVisit, on: string): Promise<boolean> {
    if (!isModeDecidable(pack, mode)) return fulfils(pack, mode, { on, readings: NOTHING_DECIDED });
    return fulfils(pack, mode, await this.registry.policyCase(ctx, elderId, on));
  }

  /**
   * The check-in that the phone names, if it is this person's at this door on the day of the visit, both days by the same
   * phone's clock. Of any other the visit goes without: that it was made is not in question.
   */
  private async checkInOf(ctx: Ctx, { checkInId, elderId, startedAt }: NewVisit): Promise<string | null> {
    if (checkInId === undefined) return null;
    const checkIn = await this.checkIns.find(ctx, checkInId);
    if (checkIn?.accountId !== ctx.who.accountId || checkIn.elderId !== elderId) return null;
    return calendarDate(checkIn.at) === calendarDate(startedAt) ? checkIn.id : null;
  }

  /** An elder whose registration has not been heard of yet is taken over and planned first. */
  private async standing(ctx: Ctx, visitation: Visitation): Promise<Standing> {
    const known = await this.standings.of(ctx, visitation);
    if (known) return known;
    await this.database.tx(ctx, (tx) => this.planner.follow(tx, visitation.elderId));
    return (await this.standings.of(ctx, visitation))!;
  }

  /** Of two visits in one period the first meets it; the other is kept as well and has met nothing. */
  private async write(tx: TxCtx, { visit, files, meeting: { ids, relieved }, mayBelie }: Prepared): Promise<void> {
    const met: string[] = [];
    for (const id of ids) if (await this.obligations.markVisited(tx, id, visit)) met.push(id);
    const obligationId = met[0] ?? null;
    await this.repository.insert(tx, { ...visit, obligationId }, files);
    await this.obligations.keepChanges(
      tx,
      met.map((id) => toChange(tx, id, visit)),
    );
    if (relieved && met.length > 0) await this.obligations.putBack(tx, relieved);
    if (mayBelie) await this.pauses.heed(tx, visit);
    const { id, elderId, review } = visit;
    await this.audit.record(tx, { action: 'visit.record', subjectId: id, detail: { elderId, obligationId, review } });
    await this.outbox.emit(tx, 'visit.recorded', { visitId: id });
    faultPoint('visit.before-commit');
  }
}

function toChange(tx: TxCtx, obligationId: string, visit: Pick<Visit, 'id' | 'startedAt'>): ObligationChange {
  const id = newId(tx.at);
  return { id, obligationId, status: 'visited', effectiveAt: visit.startedAt, knownAt: tx.at, visitId: visit.id };
}

const NOTHING_MET: Meeting = { ids: [], relieved: null };

/** @throws Problem `request.invalid`, `visit.answers` */
function checkRecord(definition: FormDefinition, body: NewVisit): void {
  const proof = proofProblems(definition, body);
  if (proof.length > 0) throw new Problem('request.invalid', undefined, proof);
  const answers = answerProblems(definition, body.answers);
  if (answers.length > 0) throw new Problem('visit.answers', undefined, answers);
}

/** Written out: spreading objects into one another costs more than hashing them. */
function toVisit(
  ctx: Ctx,
  body: NewVisit,
  made: Pick<Visit, 'communityId' | 'checkInId' | 'review' | 'startedAt' | 'endedAt'>,
): RecordedVisit {
  const { id, elderId, mode, form, answers, signature } = body;
  const { communityId, checkInId, review, startedAt, endedAt } = made;
  return {
    id,
    number: visitNumber(id, calendarDate(startedAt)),
    elderId,
    communityId,
    visitorId: ctx.who.accountId!,
    checkInId,
    mode,
    formId: form.id,
    formVersion: form.version,
    answers,
    startedAt,
    endedAt,
    receivedAt: ctx.at,
    signatureKind: signature.kind,
    proxyName: signature.proxyName ?? null,
    review,
    bodyHash: bodyHash(body),
  };
}

function toFiles(ctx: Ctx, { id, photos, signature }: NewVisit): VisitFile[] {
  const files = photos.map(({ sha256, field }, place) => waitingFile(ctx, id, { kind: 'photo', sha256, field, place }));
  const { sha256 } = signature;
  if (sha256) files.push(waitingFile(ctx, id, { kind: 'signature', sha256, place: photos.length }));
  return files;
}

interface AnnouncedFile {
  kind: VisitFile['kind'];
  sha256: string;
  field?: string;
  place: number;
}

function waitingFile(ctx: Ctx, visitId: string, { kind, sha256, field, place }: AnnouncedFile): VisitFile {
  return { id: newId(ctx.at), visitId, sha256, kind, field: field ?? null, place, fileId: null };
}

function toReceived({ id, receivedAt, number }: RecordedVisit): VisitReceived {
  return { id, receivedAt, number };
}
