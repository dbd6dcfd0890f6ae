import { Global, Module } from '@nestjs/common';

import { Kinfolk } from '../identity';
import { PoliciesModule } from '../policies';
import { ObjectionDesk } from './objection-desk.service';
import { ObjectionsController } from './objections.controller';
import { ObjectionsRepository } from './objections.repository';
import { Objections } from './objections.service';
import { DistrictEffectsController } from './district-effects.controller';
import { DistrictEffects } from './district-effects.service';
import { DoorCodesController } from './door-codes.controller';
import { DoorCodesRepository } from './door-codes.repository';
import { DoorCodes } from './door-codes.service';
import { ElderDesk } from './elder-desk.service';
import { EldersController } from './elders.controller';
import { Explanations } from './explanation.service';
import { FamilyWhyController } from './family-why.controller';
import { FamilyWhy } from './family-why.service';
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
    FamilyWhyController,
    ObjectionsController,
  ],
  providers: [
    DistrictEffects,
    ObjectionDesk,
    Objections,
    ObjectionsRepository,
    DoorCodes,
    DoorCodesRepository,
    ElderDesk,
    Explanations,
    FamilyWhy,
    Homes,
    KinDesk,
    Reassessment,
    Registration,
    Registry,
    RegistryRepository,
    Relatives,
    { provide: Kinfolk, useClass: RegistryKinfolk },
  ],
  exports: [Registry, Kinfolk, Objections],
})
export class RegistryModule {}
