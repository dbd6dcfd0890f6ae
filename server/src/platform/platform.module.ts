import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';

import { Access } from './access';
import { Audit } from './audit';
import { AuditSealing } from './audit/sealing';
import { Clock } from './clock/clock';
import { WorkingDays } from './clock/working-days';
import type { Config } from './config/config';
import { Database } from './database';
import { Files } from './files';
import { FilesController } from './files/files.controller';
import { HealthController } from './http/health.controller';
import { Readiness } from './http/readiness';
import { DeadJobs, Outbox, Schedule, Workers } from './outbox';
import { CONFIG, LOGGER } from './tokens';
import { WechatClient, WechatPush } from './wechat';
import { PushController } from './wechat/push.controller';

export interface PlatformParts {
  config: Config;
  log: Logger;
  clock: Clock;
  database: Database;
}

/** What every module may use without importing it. `DivisionTree` and `SessionReader` are given by their modules. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, log, clock, database }: PlatformParts): DynamicModule {
    const parts = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: log },
      { provide: Clock, useValue: clock },
      { provide: Database, useValue: database },
      Access,
      Audit,
      AuditSealing,
      DeadJobs,
      Files,
      Outbox,
      Readiness,
      Schedule,
      WechatClient,
      WechatPush,
      Workers,
      WorkingDays,
    ];
    return {
      module: PlatformModule,
      controllers: [FilesController, HealthController, PushController],
      providers: parts,
      exports: parts,
    };
  }
}
