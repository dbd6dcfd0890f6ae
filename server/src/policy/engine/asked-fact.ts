import { CONTRACTS, codesOf } from '@tanfang/shared';

/** Facts that only some plans use, by their paths; a place lists its own, and nobody else's officers are asked. */
export const ASKED_FACTS = [
  'household.division',
  'household.rural',
  ...codesOf(CONTRACTS).map((contract) => `contracts.${contract}` as const),
  'serviceClass',
  'entrustment',
  'staffTier',
  'locallyDesignated',
  'relatives.awaySince',
  'relatives.birthDate',
  'relatives.ableToSupport',
] as const;
export type AskedFact = (typeof ASKED_FACTS)[number];
