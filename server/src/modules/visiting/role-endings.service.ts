import { Injectable, type OnModuleInit } from '@nestjs/common';

import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { Outbox, Schedule } from '../../platform/outbox';
import { Assignments } from './assignments.service';

const EVERY_MS = 5 * 60_000;

/**
 * Who is no visitor any more cannot come: what was given to them ends with the role, so that the community sees who has nobody
 * and sends somebody else. An elder with a visitor in name only would be missed.
 */
@Injectable()
export class RoleEndings implements OnModuleInit {
  private lookedOn: string | null = null;

  constructor(
    private readonly assignments: Assignments,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly schedule: Schedule,
  ) {}

  onModuleInit(): void {
    this.outbox.on('membership.revoked', {
      kind: 'transactional',
      name: 'visiting.end-without-role',
      run: (tx, { accountId }) => this.assignments.endWithoutRole(tx, accountId),
    });
    this.schedule.add({ name: 'visiting.end-without-role', everyMs: EVERY_MS, run: (ctx) => this.keepUp(ctx) });
  }

  /** A role may also have a last day, of which no event tells: looked at once a day, and when a process starts. */
  private async keepUp(ctx: Ctx): Promise<void> {
    const today = calendarDate(ctx.at);
    if (this.lookedOn === today) return;
    for (const accountId of await this.assignments.visitorsWithLostRole(ctx))
      await this.database.tx(ctx, (tx) => this.assignments.endWithoutRole(tx, accountId));
    this.lookedOn = today;
  }
}
