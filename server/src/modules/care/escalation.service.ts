import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Audit } from '../../platform/audit';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { Registry } from '../registry';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { levelAbove } from './need-state';
import { Referrals } from './referrals.service';

/** Half of the finest clock's tolerance: danger to life waits ten minutes. */
const EVERY_MS = 30_000;
const BATCH = 100;

/** A need that nobody took in time goes one level up, and that level has the same clock again. */
@Injectable()
export class Escalation implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
    private readonly registry: Registry,
    private readonly database: Database,
    private readonly schedule: Schedule,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.schedule.add({ name: 'care.escalate', everyMs: EVERY_MS, run: async (ctx) => void (await this.escalate(ctx)) });
  }

  /** @returns how many went up */
  async escalate(ctx: Ctx): Promise<number> {
    let risen = 0;
    for (;;) {
      const due = await this.repository.rising(ctx, ctx.at, BATCH);
      for (const need of due) risen += (await this.lift(ctx, need)) ? 1 : 0;
      if (due.length < BATCH) return risen;
    }
  }

  private async lift(ctx: Ctx, need: Need): Promise<boolean> {
    const { id, risesAt, level } = need;
    const next = levelAbove(level);
    const elder = await this.registry.get(ctx, need.elderId);
    return this.database.tx(ctx, async (tx) => {
      const { acknowledgeBy } = await this.referrals.deadlines(tx, elder.packId, need.severity, tx.at);
      const changes = next
        ? { level: next, acknowledgeBy, risesAt: levelAbove(next) ? acknowledgeBy : null }
        : { risesAt: null };
      // On the condition that nobody took it and no other process lifted it meanwhile.
      const moved = await this.repository.move(tx, { id, status: 'open', level, risesAt: risesAt! }, changes);
      if (!moved || !next) return false;
      await this.audit.record(tx, { action: 'need.escalate', subjectId: id, detail: { from: level, to: next } });
      await this.outbox.emit(tx, 'need.escalated', { needId: id });
      return true;
    });
  }
}
