import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { Kinfolk, type KinPerson } from '../identity';
import type { Elder, Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';

/** The registry, as kinship asks it. */
@Injectable()
export class RegistryKinfolk extends Kinfolk {
  constructor(private readonly repository: RegistryRepository) {
    super();
  }

  async people(ctx: Ctx, relativeIds: readonly string[]): Promise<Map<string, KinPerson>> {
    const relatives = await this.repository.relativesById(ctx, relativeIds);
    const elders = await this.repository.findAll(ctx, [...new Set(relatives.map(({ elderId }) => elderId))]);
    const elderOf = new Map(elders.map((elder) => [elder.id, elder]));
    return new Map(relatives.map((relative) => [relative.id, toKinPerson(relative, elderOf.get(relative.elderId)!)]));
  }
}

function toKinPerson({ id, name, relation, kinWord, callsElder }: Relative, elder: Elder): KinPerson {
  return {
    ...{ relativeId: id, relativeName: name, relation, kinWord },
    firstContact: elder.firstContactId === id,
    elderId: elder.id,
    elderName: elder.name,
    callName: callsElder ?? elder.callName,
  };
}
