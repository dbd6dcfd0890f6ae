import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { LOGGER } from '../../platform/tokens';
import { factsOf, verdict } from './assessment';
import { Homes } from './homes.service';
import type { Elder, Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';

const HOUR_MS = 3_600_000;
const BATCH = 200;

type Verdict = ReturnType<typeof verdict>;

/** People turn 80, children have been away half a year, certificates expire: each day may change what is owed. */
@Injectable()
export class Reassessment implements OnModuleInit {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly homes: Homes,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly schedule: Schedule,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    // Every hour, so that a server that was down at midnight catches up; an elder's turn comes once a day.
    this.schedule.add({ name: 'registry.reassess', everyMs: HOUR_MS, run: async (ctx) => void (await this.run(ctx)) });
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
      changed += await this.reassess(ctx, elders, on);
    }
  }

  private async reassess(ctx: Ctx, elders: Elder[], on: string): Promise<number> {
    const relatives = await this.repository.relatives(
      ctx,
      elders.map(({ id }) => id),
    );
    const judged = elders.flatMap((elder) => {
      const found = this.judge(
        elder,
        relatives.filter(({ elderId }) => elderId === elder.id),
        on,
      );
      return found ? [{ elder, found }] : [];
    });
    return this.database.tx(ctx, async (tx) => {
      let changed = 0;
      for (const { elder, found } of judged) if (await this.note(tx, elder, found)) changed += 1;
      return changed;
    });
  }

  /** One elder that cannot be judged must not keep the others waiting. */
  private judge(elder: Elder, relatives: Relative[], on: string): Verdict | null {
    try {
      return verdict(elder.packId, factsOf(elder, relatives, this.homes.get(elder.communityId)), on);
    } catch (error) {
      this.log.error({ err: error, elderId: elder.id }, 'an elder could not be assessed');
      return null;
    }
  }

  private async note(tx: TxCtx, elder: Elder, found: Verdict): Promise<boolean> {
    if (!(await this.repository.reassess(tx, elder, found))) return false;
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
