import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { IsNull } from 'typeorm';

import { Audit } from '../../platform/audit';
import type { Ctx } from '../../platform/context/context';
import { Database, newId } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { LOGGER } from '../../platform/tokens';
import type { Need, RisenFrom } from './care.entities';
import { CareRepository } from './care.repository';
import { levelAbove, nextTurn } from './levels';
import { UNTAKEN } from './need-state';
import { Referrals } from './referrals.service';

/** Half of the finest clock's tolerance: danger to life waits ten minutes. */
const EVERY_MS = 30_000;
const BATCH = 100;

/**
 * A need that nobody took in time goes one level up, and that level has the same clock again. So does one that an office took
 * and has not done by the day it was to be done, whoever has left that office; one that the family took goes to the community.
 */
@Injectable()
export class Escalation implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly referrals: Referrals,
    private readonly database: Database,
    private readonly schedule: Schedule,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.schedule.add({
      name: 'care.escalate',
      everyMs: EVERY_MS,
      run: async (ctx) => void (await this.escalate(ctx)),
    });
  }

  /** One that fails is logged and does not hold up the others. @returns how many went up */
  async escalate(ctx: Ctx): Promise<number> {
    let risen = 0;
    for (let progress = BATCH; progress === BATCH; risen += progress) {
      progress = 0;
      for (const need of await this.repository.rising(ctx, ctx.at, BATCH)) progress += await this.tryToLift(ctx, need);
    }
    return risen;
  }

  private async tryToLift(ctx: Ctx, need: Need): Promise<0 | 1> {
    try {
      return (await this.lift(ctx, need)) ? 1 : 0;
    } catch (error) {
      this.log.error({ err: error, needId: need.id }, 'a need past its clock could not go up');
      return 0;
    }
  }

  private async lift(ctx: Ctx, need: Need): Promise<boolean> {
    const { id, risesAt, level, status, handler } = need;
    const next = nextTurn(need);
    return this.database.tx(ctx, async (tx) => {
      const acknowledgeBy = await this.referrals.onceMore(tx, need, tx.at);
      const changes = next
        ? { ...UNTAKEN, level: next, acknowledgeBy, risesAt: levelAbove(next) ? acknowledgeBy : null }
        : { risesAt: null };
      // On the condition that nobody took or closed it and no other process lifted it meanwhile.
      const as = { id, status, handler: handler ?? IsNull(), level, risesAt: risesAt! };
      if (!(await this.repository.move(tx, as, changes)) || !next) return false;
      const from = leftBy(need);
      await this.repository.addRise(tx, { id: newId(tx.at), needId: id, risenFrom: from, risenTo: next, at: tx.at });
      const detail = { from, to: next };
      await this.audit.record(tx, { action: 'need.escalate', subjectId: id, detail });
      await this.outbox.emit(tx, 'need.escalated', { needId: id });
      return true;
    });
  }
}

function leftBy({ level, handler }: Need): RisenFrom {
  if (handler === null || handler === 'family') return handler ?? level;
  return `${handler}-taken`;
}
