import { Injectable } from '@nestjs/common';

import { Access, isOfFamily } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, recordOnce } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem, type FieldProblem } from '../../platform/problems/problem';
import { Registry } from '../registry';
import { Assignments } from './assignments.service';
import type { EmergencyItem, EmergencyList, EmergencyReceived, NewEmergency } from './emergencies.dto';
import type { Emergency } from './emergencies.entities';
import { EmergenciesRepository } from './emergencies.repository';
import { writtenTimes } from './times';
import { VisitorNames } from './visitor-names.service';

/** As many as one elder's file shows. */
const MOST_SHOWN = 20;

/** 紧急求助: takes in what happened, after the calls. */
@Injectable()
export class Emergencies {
  constructor(
    private readonly repository: EmergenciesRepository,
    private readonly assignments: Assignments,
    private readonly registry: Registry,
    private readonly names: VisitorNames,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /**
   * Keeps it once, however often the phone sends it. What follows from it happens after it is kept.
   * @throws Problem `access.not-found`, `visit.time`, `request.invalid`, `id.taken`
   */
  async record(ctx: Ctx, body: NewEmergency): Promise<{ received: EmergencyReceived; repeated: boolean }> {
    const { row, repeated } = await recordOnce<Emergency>({
      record: () => this.keep(ctx, body),
      find: () => this.repository.find(ctx, body.id),
      isOwn: ({ visitorId }) => visitorId === ctx.who.accountId,
      bodyHash: () => bodyHash(body),
      conflict: 'id.taken',
      mostTries: 1,
    });
    return { received: { id: row.id, receivedAt: row.receivedAt }, repeated };
  }

  /**
   * Of one elder, the latest first. Every look is in the audit. Never to a relative, whatever their office: it may say who
   * hurt the elder. @throws Problem `access.not-found`
   */
  async ofElder(ctx: Ctx, elderId: string): Promise<EmergencyList> {
    const elder = await this.registry.get(ctx, elderId);
    this.access.require(ctx, 'emergency.list', this.registry.target(elder));
    if (isOfFamily(ctx.who, elderId)) throw new Problem('access.not-found');
    const rows = await this.repository.ofElder(ctx, elderId, MOST_SHOWN);
    const visitors = rows.map(({ visitorId }) => visitorId);
    const names = await this.names.of(ctx, visitors);
    if (rows.length > 0)
      await this.database.tx(ctx, (tx) =>
        this.audit.record(tx, { action: 'emergency.list', subjectId: elderId, detail: { count: rows.length } }),
      );
    return { items: rows.map((row) => toItem(row, names.get(row.visitorId) ?? '')) };
  }

  private async keep(ctx: Ctx, body: NewEmergency): Promise<Emergency> {
    const communityId = await this.permitted(ctx, body);
    const faults = faultsOf(body);
    if (faults.length > 0) throw new Problem('request.invalid', undefined, faults);
    const times = timesOf(body, ctx.at);
    if (!times) throw new Problem('visit.time');
    const { id, elderId, what, outcome, words = null } = body;
    const row: Emergency = {
      ...{ id, elderId, communityId, visitorId: ctx.who.accountId!, what, outcome, words, ...times },
      receivedAt: ctx.at,
      bodyHash: bodyHash(body),
    };
    await this.database.tx(ctx, async (tx) => {
      await this.repository.insert(tx, row);
      await this.audit.record(tx, { action: 'emergency.record', subjectId: id, detail: { elderId } });
      await this.outbox.emit(tx, 'emergency.recorded', { emergencyId: id });
    });
    return row;
  }

  /** Who visits the elder, or did between what happened and its writing down. @returns the elder's community @throws Problem `access.not-found` */
  private async permitted(ctx: Ctx, { elderId, happenedAt, at }: NewEmergency): Promise<string> {
    const elder = await this.registry.get(ctx, elderId);
    const then = { from: Math.min(happenedAt, at), to: at };
    const visitorIds = await this.assignments.visitorsNowOrThen(ctx, elderId, then);
    this.access.require(ctx, 'emergency.record', { ...this.registry.target(elder), visitorIds });
    return elder.communityId;
  }
}

function toItem({ id, what, outcome, calls, words, happenedAt }: Emergency, visitorName: string): EmergencyItem {
  const made = calls.map(({ who, name = null, at }) => ({ who, name, at }));
  return { id, what, outcome, calls: made, words, visitorName, happenedAt };
}

function faultsOf({ what, words, calls }: NewEmergency): FieldProblem[] {
  if (what === 'other' && !words?.trim()) return [{ field: 'words', message: '请写一句出了什么事' }];
  if (calls.some(({ who, name }) => who !== 'family' && name !== undefined))
    return [{ field: 'calls', message: '打 120、119、110 的，不用写打给家里哪一位' }];
  return [];
}

/** Null for nonsense. */
function timesOf(
  { calls, happenedAt, at }: NewEmergency,
  now: number,
): Pick<Emergency, 'calls' | 'happenedAt' | 'at'> | null {
  const times = writtenTimes(at, [happenedAt, ...calls.map((call) => call.at)], now);
  return (
    times && {
      at: times.at,
      happenedAt: times.kept(happenedAt),
      calls: calls.map((call) => ({ ...call, at: times.kept(call.at) })),
    }
  );
}
