import { Injectable } from '@nestjs/common';
import { ulid } from 'ulid';

import { packOf, type PolicyPack } from '../../policy';
import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, isDuplicate } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { Assignments } from './assignments.service';
import { meeting, type Meeting } from './meeting';
import { ObligationsRepository } from './obligations.repository';
import { visitTimes } from './times';
import { answerProblems, proofProblems } from './visit-check';
import { visitNumber } from './visit-number';
import { VisitedElders } from './visited-elders.service';
import type { NewVisit, VisitReceived } from './visits.dto';
import type { Visit, VisitFile } from './visits.entities';
import { VisitsRepository } from './visits.repository';

interface Prepared {
  visit: Visit;
  files: VisitFile[];
  meeting: Meeting;
}

/** Takes in visits. */
@Injectable()
export class Visits {
  constructor(
    private readonly repository: VisitsRepository,
    private readonly obligations: ObligationsRepository,
    private readonly elders: VisitedElders,
    private readonly assignments: Assignments,
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
    try {
      const prepared = await this.prepare(ctx, body);
      await this.database.tx(ctx, (tx) => this.write(tx, prepared));
      return { received: toReceived(prepared.visit), repeated: false };
    } catch (error) {
      // The answer may have been lost on its way: what was refused or collided may be a repeat of what is here already.
      const first = await this.firstResult(ctx, body, isDuplicate(error));
      if (!first) throw error;
      return { received: toReceived(first), repeated: true };
    }
  }

  private async firstResult(ctx: Ctx, body: NewVisit, collided: boolean): Promise<Visit | null> {
    const first = await this.repository.find(ctx, body.id);
    const own = first !== null && first.visitorId === ctx.who.accountId;
    if (own && first.bodyHash === bodyHash(body)) return first;
    if (own || collided) throw new Problem('visit.id-conflict');
    return null;
  }

  private async prepare(ctx: Ctx, body: NewVisit): Promise<Prepared> {
    const times = visitTimes(body.startedAt, body.endedAt, ctx.at);
    const { startedAt, endedAt } = times ?? { startedAt: ctx.at, endedAt: ctx.at };
    const on = calendarDate(startedAt);
    const [elder, visitors, obligations] = await Promise.all([
      this.elders.placeOf(ctx, body.elderId),
      this.assignments.visitorsDuring(ctx, body.elderId, { startedAt, endedAt }),
      this.obligations.endingFrom(ctx, body.elderId, on),
    ]);
    const target = { communityId: elder.communityId, elderId: elder.elderId };
    this.access.require(ctx, 'visit.record', { ...target, visitorIds: [...visitors.now, ...visitors.then] });
    const pack = packOf(elder.packId);
    checkRecord(pack, body);
    if (!times) throw new Problem('visit.time');
    const isAssigned = this.access.permits(ctx.who, 'visit.record', { ...target, visitorIds: visitors.now });
    const review = [...(times.putBack ? ['clock-ahead'] : []), ...(isAssigned ? [] : ['assignment-ended'])];
    const met = fulfils(pack, body) ? meeting(obligations, on) : NOTHING_MET;
    const visit = toVisit(ctx, body, {
      ...{ communityId: elder.communityId, startedAt, endedAt },
      obligationId: met.ids[0] ?? null,
      review: review.join(' ') || null,
    });
    return { visit, files: toFiles(ctx, body), meeting: met };
  }

  private async write(tx: TxCtx, { visit, files, meeting: met }: Prepared): Promise<void> {
    await this.repository.insert(tx, visit, files);
    await this.meet(tx, visit, met);
    const { elderId, obligationId, review } = visit;
    await this.audit.record(tx, {
      action: 'visit.record',
      subjectId: visit.id,
      detail: { elderId, obligationId, review },
    });
    await this.outbox.emit(tx, 'visit.recorded', { visitId: visit.id });
  }

  /** Of two visits in one period the first meets it; the other is kept as well. */
  private async meet(tx: TxCtx, visit: Visit, { ids, relieved }: Meeting): Promise<void> {
    for (const obligationId of ids) {
      const met = { id: visit.id, at: visit.startedAt, visitorId: visit.visitorId };
      if (!(await this.obligations.markVisited(tx, obligationId, met))) continue;
      await this.obligations.keepChanges(tx, [
        {
          id: ulid(tx.at),
          obligationId,
          status: 'visited',
          effectiveAt: visit.startedAt,
          knownAt: tx.at,
          visitId: visit.id,
        },
      ]);
      if (relieved) await this.obligations.putBack(tx, relieved);
    }
  }
}

const NOTHING_MET: Meeting = { ids: [], relieved: null };

/** @throws Problem `visit.form-unknown`, `request.invalid`, `visit.answers` */
function checkRecord(pack: PolicyPack | undefined, body: NewVisit): asserts pack is PolicyPack {
  // Every version ever in use is accepted: a phone may have been offline since.
  const definition = pack?.forms.find(({ id, version }) => id === body.form.id && version === body.form.version);
  if (!definition) throw new Problem('visit.form-unknown');
  const proof = proofProblems(definition, body);
  if (proof.length > 0) throw new Problem('request.invalid', undefined, proof);
  const answers = answerProblems(definition, body.answers);
  if (answers.length > 0) throw new Problem('visit.answers', undefined, answers);
}

/** On-site, phone and online visits fulfil what is owed; the pack says which of the ways do. */
function fulfils(pack: PolicyPack, { mode }: NewVisit): boolean {
  return pack.modes.find(({ code }) => code === mode)?.fulfils ?? true;
}

function toVisit(
  ctx: Ctx,
  body: NewVisit,
  made: Pick<Visit, 'communityId' | 'obligationId' | 'review' | 'startedAt' | 'endedAt'>,
): Visit {
  const { id, elderId, checkInId, mode, form, answers, signature } = body;
  const { communityId, obligationId, review, startedAt, endedAt } = made;
  return {
    ...{ id, elderId, communityId, obligationId, mode, answers, startedAt, endedAt, review },
    number: visitNumber(id, calendarDate(startedAt)),
    visitorId: ctx.who.accountId!,
    checkInId: checkInId ?? null,
    formId: form.id,
    formVersion: form.version,
    receivedAt: ctx.at,
    signatureKind: signature.kind,
    proxyName: signature.proxyName ?? null,
    bodyHash: bodyHash(body),
  };
}

function toFiles(ctx: Ctx, { id: visitId, photos, signature }: NewVisit): VisitFile[] {
  const waiting = { visitId, fileId: null };
  const files = photos.map(({ sha256, field }, place) => ({
    ...{ ...waiting, sha256, place, id: ulid(ctx.at), kind: 'photo' as const, field: field ?? null },
  }));
  if (!signature.sha256) return files;
  const place = photos.length;
  return [...files, { ...waiting, sha256: signature.sha256, place, id: ulid(ctx.at), kind: 'signature', field: null }];
}

function toReceived({ id, receivedAt, number }: Visit): VisitReceived {
  return { id, receivedAt, number };
}
