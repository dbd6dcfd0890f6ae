import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { Kinfolk, type KinPerson } from '../identity';
import { firstContactOf } from './first-contact';
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
    const elderIds = [...new Set(relatives.map(({ elderId }) => elderId))];
    const [elders, familyOf] = await Promise.all([
      this.repository.findAll(ctx, elderIds),
      this.repository.families(ctx, elderIds),
    ]);
    const elderOf = new Map(elders.map((elder) => [elder.id, elder]));
    return new Map(
      relatives.map((relative) => {
        const elder = elderOf.get(relative.elderId)!;
        const contact = firstContactOf(elder, familyOf(elder.id)).relative;
        return [relative.id, toKinPerson(relative, elder, contact?.id === relative.id)];
      }),
    );
  }
}

function toKinPerson(
  { id, name, relation, kinWord, callsElder, removedAt }: Relative,
  elder: Elder,
  firstContact: boolean,
): KinPerson {
  return {
    ...{ relativeId: id, relativeName: name, relation, kinWord, firstContact, removed: removedAt !== null },
    elderId: elder.id,
    elderName: elder.name,
    callName: callsElder ?? elder.callName,
  };
}
