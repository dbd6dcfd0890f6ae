import { Global, Module } from '@nestjs/common';

import { Kinfolk } from '../identity';
import { DoorCodesRepository } from './door-codes.repository';
import { DoorCodes } from './door-codes.service';
import { Homes } from './homes.service';
import { RegistryKinfolk } from './registry-kinfolk.service';
import { RegistryRepository } from './registry.repository';
import { Registry } from './registry.service';

@Global()
@Module({
  controllers: [],
  providers: [DoorCodes, DoorCodesRepository, Homes, Registry, RegistryRepository, { provide: Kinfolk, useClass: RegistryKinfolk }],
  exports: [Registry, Kinfolk],
})
export class RegistryModule {}
