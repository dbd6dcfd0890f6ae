import { Injectable } from '@nestjs/common';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, recordOnce } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem, type FieldProblem } from '../../platform/problems/problem';
import { Registry } from '../registry';
import { Assignments } from './assignments.service';
import type { NewNoAnswer, NoAnswerReceived } from './no-answers.dto';
import type { NoAnswer, Try } from './no-answers.entities';
import { NoAnswersRepository } from './no-answers.repository';
import { writtenTimes } from './times';

/** 没人开门: takes in that a visitor came and did not see the elder. */
@Injectable()
export class NoAnswers {
  constructor(
    private readonly repository: NoAnswersRepository,
    private readonly assignments: Assignments,
    private readonly registry: Registry,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /**
   * Keeps it once, however often the phone sends it. What follows from it happens after it is kept.
   * @throws Problem `access.not-found`, `visit.time`, `request.invalid`, `id.taken`
   */
  async record(ctx: Ctx, body: NewNoAnswer): Promise<{ received: NoAnswerReceived; repeated: boolean }> {
    const { row, repeated } = await recordOnce<NoAnswer>({
      record: () => this.keep(ctx, body),
      find: () => this.repository.find(ctx, body.id),
      isOwn: ({ visitorId }) => visitorId === ctx.who.accountId,
      bodyHash: () => bodyHash(body),
      conflict: 'id.taken',
      mostTries: 1,
    });
    return { received: { id: row.id, receivedAt: row.receivedAt }, repeated };
  }

  private async keep(ctx: Ctx, body: NewNoAnswer): Promise<NoAnswer> {
    const communityId = await this.permitted(ctx, body);
    const faults = faultsOf(body);
    if (faults.length > 0) throw new Problem('request.invalid', undefined, faults);
    const times = timesOf(body, ctx.at);
    if (!times) throw new Problem('visit.time');
    const { id, elderId, outcome, whereabouts = null, words = null } = body;
    const row: NoAnswer = {
      ...{ id, elderId, communityId, visitorId: ctx.who.accountId!, outcome, whereabouts, words, ...times },
      receivedAt: ctx.at,
      bodyHash: bodyHash(body),
    };
    await this.database.tx(ctx, async (tx) => {
      await this.repository.insert(tx, row);
      await this.audit.record(tx, { action: 'no-answer.record', subjectId: id, detail: { elderId, outcome } });
      await this.outbox.emit(tx, 'no-answer.recorded', { noAnswerId: id });
    });
    return row;
  }

  /** Who visits the elder, or did when they stood there. @returns the elder's community @throws Problem `access.not-found` */
  private async permitted(ctx: Ctx, { elderId, at }: NewNoAnswer): Promise<string> {
    const elder = await this.registry.get(ctx, elderId);
    const visitorIds = await this.assignments.visitorsNowOrThen(ctx, elderId, { from: at, to: at });
    this.access.require(ctx, 'no-answer.record', { ...this.registry.target(elder), visitorIds });
    return elder.communityId;
  }
}

function faultsOf({ outcome, whereabouts, tries }: NewNoAnswer): FieldProblem[] {
  if (outcome === 'known' && !whereabouts) return [{ field: 'whereabouts', message: '请选老人去哪儿了' }];
  if (outcome === 'unreached' && whereabouts)
    return [{ field: 'whereabouts', message: '都联系不上的，不用选老人去哪儿了' }];
  if (outcome === 'unreached' && !tries.some(({ kind }) => kind === 'knocked'))
    return [{ field: 'tries', message: '请先敲门，喊喊名字' }];
  return [];
}

/** Null for nonsense. */
function timesOf({ tries, at }: NewNoAnswer, now: number): { tries: Try[]; at: number } | null {
  const times = writtenTimes(
    at,
    tries.map((each) => each.at),
    now,
  );
  return times && { at: times.at, tries: tries.map(({ kind, at: made }) => ({ kind, at: times.kept(made) })) };
}
