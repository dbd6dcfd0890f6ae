import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';

import { CareModule } from './modules/care';
import { DivisionsModule } from './modules/divisions';
import { DemoSignInModule, IdentityModule } from './modules/identity';
import { NotificationModule } from './modules/notification';
import { PoliciesModule } from './modules/policies';
import { RegistryModule } from './modules/registry';
import { SheetsModule } from './modules/sheets';
import { VisitingModule } from './modules/visiting';
import { Guard } from './platform/http/guard';
import { ProblemFilter } from './platform/http/problem-filter';
import { validation } from './platform/http/validation';
import { PlatformModule, type PlatformParts } from './platform/platform.module';

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        DivisionsModule,
        IdentityModule,
        PoliciesModule,
        RegistryModule,
        VisitingModule,
        SheetsModule,
        CareModule,
        NotificationModule,
        ...(parts.config.demo ? [DemoSignInModule] : []),
      ],
      providers: [
        { provide: APP_GUARD, useClass: Guard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validation },
      ],
    };
  }
}
