import { Global, Module } from '@nestjs/common';

import { DivisionTree } from '../../platform/access';
import { DivisionsController } from './divisions.controller';
import { DivisionsRepository } from './divisions.repository';
import { Divisions } from './divisions.service';

@Global()
@Module({
  controllers: [DivisionsController],
  providers: [DivisionsRepository, Divisions, { provide: DivisionTree, useExisting: Divisions }],
  exports: [Divisions, DivisionTree],
})
export class DivisionsModule {}
