import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { LOGGER } from '../../platform/tokens';
import type { DistrictReading } from '../../policy';
import { Divisions } from '../divisions';
import { DistrictReadings } from '../policies';
import { factsOf, lapsedSince, verdict, type Verdict } from './assessment';
import { firstContactOf } from './first-contact';
import { Homes } from './homes.service';
import type { Elder, Relative } from './registry.entities';
import { RegistryRepository, type AssessedElder } from './registry.repository';

const HOUR_MS = 3_600_000;
const BATCH = 200;

type Found = Verdict & Pick<Elder, 'hasFirstContact'>;

interface Judged {
  elder: AssessedElder;
  found: Found;
}

/**
 * People turn 80, children have been away half a year, certificates expire: each day may change what is owed. So may a
 * decision of their district, on the day from which it holds.
 */
@Injectable()
export class Reassessment implements OnModuleInit {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly divisions: Divisions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly schedule: Schedule,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    // Every hour, so that a server that was down at midnight catches up; an elder's turn comes once a day.
    this.schedule.add({ name: 'registry.reassess', everyMs: HOUR_MS, run: async (ctx) => void (await this.run(ctx)) });
    this.outbox.on('reading.decided', {
      kind: 'transactional',
      name: 'registry.take-decision',
      run: (tx, { decisionId }) => this.takeDecision(tx, decisionId),
    });
    this.outbox.on('reassessment.due', {
      kind: 'transactional',
      name: 'registry.reassess-district',
      run: (tx, { districtId, afterElderId }) => this.reassessDistrict(tx, districtId, afterElderId),
    });
  }

  /** @returns for how many elders something changed */
  async run(ctx: Ctx): Promise<number> {
    const on = calendarDate(ctx.at);
    let changed = 0;
    let after = '';
    for (;;) {
      const elders = await this.repository.evaluatedBefore(ctx, on, after, BATCH);
      const last = elders.at(-1);
      if (!last) return changed;
      after = last.id;
      const judged = await this.judgeAll(ctx, elders, on);
      changed += await this.database.tx(ctx, (tx) => this.noteAll(tx, judged));
    }
  }

  /** One that holds from a later day needs nothing now: on that day everybody is assessed anyway. */
  private async takeDecision(tx: TxCtx, decisionId: string): Promise<void> {
    const decision = await this.readings.decision(tx, decisionId);
    if (!decision || decision.from > calendarDate(tx.at)) return;
    await this.outbox.emit(tx, 'reassessment.due', { districtId: decision.districtId, afterElderId: '' });
  }

  /** A district has thousands of elders: each transaction takes some and leaves the rest to the next job. */
  private async reassessDistrict(tx: TxCtx, districtId: string, afterElderId: string): Promise<void> {
    const communityIds = this.divisions.communitiesWithin(districtId);
    const elders = await this.repository.ofCommunities(tx, communityIds, afterElderId, BATCH);
    await this.noteAll(tx, await this.judgeAll(tx, elders, calendarDate(tx.at)));
    const last = elders.at(-1);
    if (!last || elders.length < BATCH) return;
    await this.outbox.emit(tx, 'reassessment.due', { districtId, afterElderId: last.id });
  }

  private async judgeAll(ctx: Ctx, elders: readonly AssessedElder[], on: string): Promise<Judged[]> {
    const familyOf = await this.repository.families(
      ctx,
      elders.map(({ id }) => id),
    );
    const readings = await this.readingsOf(ctx, elders);
    return elders.flatMap((elder) => {
      const found = this.judge(
        elder,
        familyOf(elder.id),
        on,
        readings.get(this.readings.districtOf(elder.communityId))!,
      );
      return found ? [{ elder, found }] : [];
    });
  }

  /** By district, so that a batch asks once for each. */
  private async readingsOf(
    ctx: Ctx,
    elders: readonly AssessedElder[],
  ): Promise<Map<string | null, readonly DistrictReading[]>> {
    const found = new Map<string | null, readonly DistrictReading[]>();
    for (const { communityId } of elders) {
      const districtId = this.readings.districtOf(communityId);
      if (!found.has(districtId)) found.set(districtId, await this.readings.ofDistrict(ctx, districtId));
    }
    return found;
  }

  /** One elder that cannot be judged must not keep the others waiting. */
  private judge(
    elder: AssessedElder,
    relatives: readonly Relative[],
    on: string,
    readings: readonly DistrictReading[],
  ): Found | null {
    try {
      const facts = factsOf(elder, relatives, this.homes.get(elder.communityId));
      const hasFirstContact = firstContactOf(elder, relatives).relative !== null;
      return { ...verdict(elder.packId, facts, on, readings), hasFirstContact };
    } catch (error) {
      this.log.error({ err: error, elderId: elder.id }, 'an elder could not be assessed');
      return null;
    }
  }

  /** @returns for how many of them something changed */
  private async noteAll(tx: TxCtx, judged: readonly Judged[]): Promise<number> {
    let changed = 0;
    for (const each of judged) if (await this.note(tx, each)) changed += 1;
    return changed;
  }

  private async note(tx: TxCtx, { elder, found }: Judged): Promise<boolean> {
    const { ranOut: _, ...answer } = found;
    const kept = { ...answer, lapsedOn: lapsedSince(found, elder, false) };
    if (!(await this.repository.reassess(tx, elder, kept))) return false;
    const same =
      found.tier === elder.tier && found.every === elder.every && found.categories.join() === elder.categories.join();
    if (same) return false;
    await this.audit.record(tx, {
      action: 'elder.evaluate',
      subjectId: elder.id,
      detail: { every: found.every, tier: found.tier },
    });
    await this.outbox.emit(tx, 'elder.changed', { elderId: elder.id });
    return true;
  }
}
