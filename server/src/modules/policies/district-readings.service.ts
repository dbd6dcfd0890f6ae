import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { NOTHING_DECIDED, packForDivision, type DistrictReading, type PolicyPack } from '../../policy';
import { Divisions } from '../divisions';
import type { ReadingDecision } from './reading-decisions.entities';
import { ReadingDecisionsRepository } from './reading-decisions.repository';

/** What districts have decided about our readings, for the modules that compute with them. Asks for no permission. */
@Injectable()
export class DistrictReadings {
  constructor(
    private readonly repository: ReadingDecisionsRepository,
    private readonly divisions: Divisions,
  ) {}

  /** Id of the district that a community lies in; null where there is none. */
  districtOf(communityId: string): string | null {
    return this.divisions.ancestor(communityId, 'district')?.id ?? null;
  }

  /** The plan of a district; undefined for one without, and for every other division. */
  packOf(districtId: string): PolicyPack | undefined {
    const district = this.divisions.find(districtId);
    return district?.level === 'district' && district.code !== null ? packForDivision(district.code) : undefined;
  }

  /** In the order of deciding, with their days: the policy picks what holds on the day it is asked for. */
  async ofDistrict(ctx: Ctx, districtId: string | null): Promise<readonly DistrictReading[]> {
    if (districtId === null) return NOTHING_DECIDED;
    const decisions = await this.repository.ofDistrict(ctx, districtId);
    return decisions.length === 0 ? NOTHING_DECIDED : decisions.map(toReading);
  }

  ofCommunity(ctx: Ctx, communityId: string): Promise<readonly DistrictReading[]> {
    return this.ofDistrict(ctx, this.districtOf(communityId));
  }

  /** Where and from which calendar date on a decision holds; null when there is no such decision. */
  async decision(ctx: Ctx, id: string): Promise<{ districtId: string; from: string } | null> {
    const found = await this.repository.find(ctx, id);
    return found && { districtId: found.districtId, from: found.holdsFrom };
  }
}

export function toReading({ ruleId, value, holdsFrom, reason }: ReadingDecision): DistrictReading {
  return { ruleId, value, from: holdsFrom, reason };
}
