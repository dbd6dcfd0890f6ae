import type { KeptReferralTo, ReferralTo } from '../engine/pack';

/** Where a plan names no addressee, a district may choose between these. */
export const ADDRESSEES: readonly ReferralTo[] = [
  { to: 'community', inform: ['first-contact'] },
  { to: 'community', inform: [] },
  { to: 'street', inform: ['first-contact'] },
  { to: 'street', inform: [] },
  { to: 'first-contact', inform: [] },
];

/** Of what must not reach the family: nobody of it is among the choices. */
export const KEPT_ADDRESSEES: readonly KeptReferralTo[] = [
  { to: 'community', inform: [] },
  { to: 'street', inform: [] },
];
