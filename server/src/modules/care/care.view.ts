import type { FamilyChoice, NeedHandler, NeedStatus, NeedType, Severity } from '@tanfang/shared';

import type { Level, Need, Outcome, OwnerKind } from './care.entities';

/** A need as other modules see it. Instants are ms. */
export interface NeedView {
  id: string;
  elderId: string;
  communityId: string;
  /** The visit, or the sheet, that first found it. */
  visitId: string;
  matter: string;
  needType: NeedType;
  severity: Severity;
  title: string;
  plain: string;
  status: NeedStatus;
  handler: NeedHandler | null;
  owner: { kind: OwnerKind };
  /** Who else is told: `first-contact`, `emergency-contact`. */
  inform: string[];
  acknowledgeBy: number;
  closeBy: number;
  raisedAt: number;
  /** Instant of the visit that found it last. */
  seenAt: number;
  /** Whose turn it is. */
  level: Level;
  /** Suspected neglect or abuse: nothing of it may reach a relative. */
  heldFromFamily: boolean;
  /** The plan names the first contact, and none is registered. */
  firstContactMissing: boolean;
  familyWish: FamilyChoice | null;
  outcome: Outcome | null;
  /** Account that closed it. */
  closedBy: string | null;
}

export function toNeedView(need: Need): NeedView {
  const { id, elderId, communityId, visitId, matter, needType, severity, title, plain, status, handler } = need;
  const { acknowledgeBy, closeBy, raisedAt, seenAt, level, familyWish, outcome, closedBy } = need;
  return {
    ...{ id, elderId, communityId, visitId, matter, needType, severity, title, plain, status, handler },
    owner: { kind: need.ownerKind },
    inform: informOf(need),
    ...{ acknowledgeBy, closeBy, raisedAt, seenAt, level, familyWish, outcome, closedBy },
    heldFromFamily: Boolean(need.heldFromFamily),
    firstContactMissing: Boolean(need.firstContactMissing),
  };
}

export function informOf(need: Need): string[] {
  return need.inform === '' ? [] : need.inform.split(',');
}
