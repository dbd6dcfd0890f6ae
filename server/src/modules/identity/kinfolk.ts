import type { Relation } from '@tanfang/shared';

import type { Ctx } from '../../platform/context/context';

/** What the registry knows of a relative and their elder. */
export interface KinPerson {
  relativeId: string;
  relativeName: string;
  relation: Relation;
  /** 女儿; null when the registry only knows the kind of relation. */
  kinWord: string | null;
  firstContact: boolean;
  /** Struck out of the registry: is asked and told nothing any more. */
  removed: boolean;
  elderId: string;
  elderName: string;
  /** How this relative calls the elder (妈妈), or as the visitor does (李奶奶). */
  callName: string;
}

/** The registry, as kinship needs it; given by the registry module, which stands after this one. */
export abstract class Kinfolk {
  /** By relative id; rows that are not there any more are left out. */
  abstract people(ctx: Ctx, relativeIds: readonly string[]): Promise<Map<string, KinPerson>>;
}
