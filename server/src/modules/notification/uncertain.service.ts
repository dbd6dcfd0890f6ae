import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';

import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { Schedule } from '../../platform/outbox';
import { LOGGER } from '../../platform/tokens';
import { Notices } from './notices.service';
import { NoticesRepository } from './notices.repository';

const EVERY_MS = 60_000;
const BATCH = 100;

/** An uncertain message of which nothing was heard for half an hour: somebody phones. */
@Injectable()
export class Uncertain implements OnModuleInit {
  constructor(
    private readonly repository: NoticesRepository,
    private readonly notices: Notices,
    private readonly database: Database,
    private readonly schedule: Schedule,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.schedule.add({ name: 'notification.settle-uncertain', everyMs: EVERY_MS, run: (ctx) => this.settle(ctx) });
  }

  async settle(ctx: Ctx): Promise<void> {
    for (const notice of await this.repository.toSettle(ctx, BATCH)) {
      await this.database
        .tx(ctx, async (tx) => {
          if (await this.repository.settled(tx, notice.id)) await this.notices.phoneInstead(tx, notice, 'uncertain');
        })
        // One that fails does not hold up the others.
        .catch((error: unknown) =>
          this.log.error({ err: error, noticeId: notice.id }, 'a notice could not be settled'),
        );
    }
  }
}
