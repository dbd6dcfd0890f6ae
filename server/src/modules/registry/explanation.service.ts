import { Injectable } from '@nestjs/common';

import { Access } from '../../platform/access';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { explain, type ElderFacts, type Explanation } from '../../policy';
import { DistrictReadings } from '../policies';
import { factsOf, packNamed } from './assessment';
import { Homes } from './homes.service';
import { RegistryRepository } from './registry.repository';

export interface ElderExplanation extends Explanation {
  facts: ElderFacts;
}

/** What the plan says of one elder and why, with the facts that it rests on; no name, no number, no address. */
@Injectable()
export class Explanations {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly access: Access,
  ) {}

  /** @throws Problem `access.not-found` */
  async read(ctx: Ctx, elderId: string): Promise<ElderExplanation> {
    const elder = await this.repository.find(ctx, elderId);
    if (!elder) throw new Problem('access.not-found');
    this.access.require(ctx, 'elder.read', { elderId, communityId: elder.communityId });
    const [relatives, readings] = await Promise.all([
      this.repository.relatives(ctx, [elderId]),
      this.readings.ofCommunity(ctx, elder.communityId),
    ]);
    const facts = factsOf(elder, relatives, this.homes.get(elder.communityId));
    return { facts, ...explain(packNamed(elder.packId), facts, calendarDate(ctx.at), readings) };
  }
}
