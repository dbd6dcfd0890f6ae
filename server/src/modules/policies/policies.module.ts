import { Module } from '@nestjs/common';

import { DistrictReadings } from './district-readings.service';
import { FormsController } from './forms.controller';
import { Forms } from './forms.service';
import { PoliciesController } from './policies.controller';
import { Policies } from './policies.service';
import { ReadingDecisionsRepository } from './reading-decisions.repository';
import { ReadingsController } from './readings.controller';
import { ReadingsDesk } from './readings-desk.service';

/**
 * The plans and their forms over HTTP, and what districts decide where a plan leaves something open. The rules themselves
 * are pure and lie in `policy`.
 */
@Module({
  controllers: [PoliciesController, FormsController, ReadingsController],
  providers: [DistrictReadings, Forms, Policies, ReadingDecisionsRepository, ReadingsDesk],
  exports: [DistrictReadings, Forms],
})
export class PoliciesModule {}
