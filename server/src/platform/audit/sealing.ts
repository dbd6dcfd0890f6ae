import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Database, Overtaken } from '../database';
import { Schedule } from '../outbox';
import { BATCH } from './chain';
import { sealAudit } from './sealer';

const EVERY_MS = 1_000;

/** Keeps the chain close behind the entries. */
@Injectable()
export class AuditSealing implements OnModuleInit {
  constructor(
    private readonly schedule: Schedule,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.schedule.add({
      name: 'audit.seal',
      everyMs: EVERY_MS,
      run: async (ctx) => {
        // A turn that was not full has caught up. Going on until nothing is left would, while people work, never end: a
        // few entries each time, and the other recurring tasks wait.
        try {
          while ((await sealAudit(ctx, this.database)) === BATCH);
        } catch (error) {
          // Another process is at it: there is nothing left to do, and nothing to raise an alarm about.
          if (!(error instanceof Overtaken)) throw error;
        }
      },
    });
  }
}
