import { isOfFamily, type Target } from '../../platform/access';
import type { Ctx } from '../../platform/context/context';
import type { Need } from './care.entities';

export function targetOf({ communityId, elderId }: Need): Target {
  return { communityId, elderId };
}

/**
 * Suspected neglect or abuse is kept from every relative of the elder, also from one who is an officer or a visitor as
 * well, or no longer bound: for them the need does not exist.
 */
export function isKept(ctx: Ctx, need: Need): boolean {
  return Boolean(need.heldFromFamily) && isOfFamily(ctx.who, need.elderId);
}
