import { Global, Module } from '@nestjs/common';

import { Kinfolk } from '../identity';
import { PoliciesModule } from '../policies';
import { DistrictEffectsController } from './district-effects.controller';
import { DistrictEffects } from './district-effects.service';
import { DoorCodesController } from './door-codes.controller';
import { DoorCodesRepository } from './door-codes.repository';
import { DoorCodes } from './door-codes.service';
import { ElderDesk } from './elder-desk.service';
import { EldersController } from './elders.controller';
import { Homes } from './homes.service';
import { KinDesk } from './kin-desk.service';
import { KinshipsController } from './kinships.controller';
import { Reassessment } from './reassessment.service';
import { Registration } from './registration.service';
import { RegistryKinfolk } from './registry-kinfolk.service';
import { RegistryRepository } from './registry.repository';
import { Registry } from './registry.service';
import { RelativesController } from './relatives.controller';
import { Relatives } from './relatives.service';

@Global()
@Module({
  imports: [PoliciesModule],
  controllers: [
    DistrictEffectsController,
    EldersController,
    RelativesController,
    DoorCodesController,
    KinshipsController,
  ],
  providers: [
    DistrictEffects,
    DoorCodes,
    DoorCodesRepository,
    ElderDesk,
    Homes,
    KinDesk,
    Reassessment,
    Registration,
    Registry,
    RegistryRepository,
    Relatives,
    { provide: Kinfolk, useClass: RegistryKinfolk },
  ],
  exports: [Registry, Kinfolk],
})
export class RegistryModule {}
