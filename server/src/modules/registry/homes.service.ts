import { Injectable } from '@nestjs/common';

import { blindIndex } from '../../platform/crypto';
import { Problem } from '../../platform/problems/problem';
import { Divisions } from '../divisions';
import type { Home } from './assessment';

/** Where elders live: communities and what stands on their doors. */
@Injectable()
export class Homes {
  constructor(private readonly divisions: Divisions) {}

  /** @throws Problem `request.invalid` when the division is no community or bears no code */
  get(communityId: string): Home {
    this.divisions.get(communityId);
    const home = this.find(communityId);
    if (!home) {
      throw new Problem('request.invalid', undefined, [
        { field: 'communityId', message: '社区要选到社区（村）这一级' },
      ]);
    }
    return home;
  }

  /** Null where nobody can live: no community, or one that was given up and bears no code any more. */
  find(communityId: string): Home | null {
    const division = this.divisions.find(communityId);
    if (division?.level !== 'community' || division.code === null) return null;
    return { division: division.code, rural: division.rural };
  }

  /** Of all these divisions, each community once. */
  communitiesWithin(divisionIds: readonly string[]): string[] {
    return [...new Set(divisionIds.flatMap((id) => this.divisions.communitiesWithin(id)))];
  }

  communityName(communityId: string): string {
    return this.divisions.find(communityId)?.name ?? '';
  }

  /** A place by its code, from the city down; null where the code is none of ours. */
  nameOf(code: string): string | null {
    const place = this.divisions.byCode(code);
    return place ? this.above(place.id).join('') : null;
  }

  /** From the city down. Somebody may have typed the city themselves: it is not said twice. */
  fullAddress(communityId: string, address: string): string {
    const above = this.above(communityId);
    return above.some((name) => address.startsWith(name)) ? address : `${above.join('')} ${address}`;
  }

  private above(divisionId: string): string[] {
    return this.divisions
      .path(divisionId)
      .filter(({ level }) => level !== 'province')
      .map(({ name }) => name)
      .reverse();
  }
}

/** What an address is found by: written this way or that, it is the same door. */
export function addressIndex(address: string): string {
  const plain = address
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，.。、\-—_#]/g, '')
    .replace(/號/g, '号')
    .replace(/楼栋|幢|栋|号楼/g, '楼')
    .replace(/室$/, '');
  return blindIndex(plain, 'elder.address');
}
