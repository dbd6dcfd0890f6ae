import { Injectable } from '@nestjs/common';
import { CADENCES, codesOf } from '@tanfang/shared';

import { Access } from '../../platform/access';
import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { checkDecision, type DistrictReading, type Evaluation } from '../../policy';
import { Divisions } from '../divisions';
import { DistrictReadings } from '../policies';
import { evaluation, factsOf } from './assessment';
import type { EffectPage, EffectQuery } from './district-effects.dto';
import { Homes } from './homes.service';
import { RegistryRepository, type AssessedElder } from './registry.repository';

/** So many evaluations that other requests are served between two pages, also where one process does everything. */
const PAGE = 100;

const OFTENEST_FIRST = codesOf(CADENCES);

type Effect = 'leaving' | 'joining' | 'moreOften' | 'lessOften' | 'otherwise';

/** Whom a decision would concern, before it is made: every elder of the district is evaluated with it and without it. */
@Injectable()
export class DistrictEffects {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly divisions: Divisions,
    private readonly access: Access,
  ) {}

  /**
   * One page of the district's elders. Both evaluations are of the day from which the decision would hold, so that nobody
   * counts who merely has a birthday until then.
   * @throws Problem `access.not-found`; `request.invalid` for a decision that could not be made
   */
  async weigh(ctx: Ctx, districtId: string, { ruleId, value, from, after }: EffectQuery): Promise<EffectPage> {
    this.access.require(ctx, 'reading.weigh', { communityId: districtId });
    const proposed: DistrictReading = { ruleId, value: value ?? null, from, reason: '' };
    this.check(districtId, proposed);
    const communityIds = this.divisions.communitiesWithin(districtId);
    const elders = await this.repository.ofCommunities(ctx, communityIds, after ?? '', PAGE + 1);
    const page = elders.slice(0, PAGE);
    const decided = await this.readings.ofDistrict(ctx, districtId);
    const effects = await this.effects(ctx, page, from, decided, [...decided, proposed]);
    const count = (wanted: Effect) => effects.filter((effect) => effect === wanted).length;
    return {
      total: after === undefined ? await this.repository.countOf(ctx, communityIds) : null,
      ...{ looked: page.length, changed: effects.length },
      ...{ leaving: count('leaving'), joining: count('joining') },
      ...{ moreOften: count('moreOften'), lessOften: count('lessOften') },
      next: elders.length > PAGE ? page.at(-1)!.id : null,
    };
  }

  /** @throws Problem `access.not-found`, `request.invalid` */
  private check(districtId: string, proposed: DistrictReading): void {
    const pack = this.readings.packOf(districtId);
    if (!pack) throw new Problem('access.not-found');
    const checked = checkDecision(pack, proposed, proposed.from);
    if ('problem' in checked) throw new Problem('request.invalid', undefined, [checked.problem]);
  }

  private async effects(
    ctx: Ctx,
    elders: readonly AssessedElder[],
    on: string,
    decided: readonly DistrictReading[],
    proposed: readonly DistrictReading[],
  ): Promise<Effect[]> {
    const familyOf = await this.repository.families(
      ctx,
      elders.map(({ id }) => id),
    );
    return elders.flatMap((elder) => {
      const facts = factsOf(elder, familyOf(elder.id), this.homes.get(elder.communityId));
      const [before, after] = [decided, proposed].map((readings) => evaluation(elder.packId, facts, on, readings));
      return effectOf(before!, after!) ?? [];
    });
  }
}

/** What is different; null where only the grounds are. */
function effectOf(before: Evaluation, after: Evaluation): Effect | null {
  if (before.visits?.every !== after.visits?.every) {
    if (after.visits === null) return 'leaving';
    if (before.visits === null) return 'joining';
    const rank = ({ visits }: Evaluation) => OFTENEST_FIRST.indexOf(visits!.every);
    return rank(after) < rank(before) ? 'moreOften' : 'lessOften';
  }
  return JSON.stringify(withoutGrounds(before)) === JSON.stringify(withoutGrounds(after)) ? null : 'otherwise';
}

function withoutGrounds({ categories, tier, entrustment, referral, serviceProvider, flags }: Evaluation) {
  return [
    categories.map(({ code }) => code),
    tier?.code,
    entrustment?.governmentFunded,
    [referral?.to, referral?.inform],
    serviceProvider,
    flags.map(({ code }) => code),
  ];
}
