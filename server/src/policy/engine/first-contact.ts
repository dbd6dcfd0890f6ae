import type { Relation } from '@tanfang/shared';
import type { Because } from './citation';

/** What the rule asks of a living relative; callers pass their own rows. */
export interface ContactCandidate {
  readonly relation: Relation;
  readonly livesWithElder?: boolean;
  /** Named as the first contact in the registry; at most one of them is. */
  readonly named?: boolean;
}

/**
 * Why nobody is the first contact, or the wrong one is:
 * the relatives are unknown · several children and none of them named · somebody else named though there are children ·
 * several people in the home and none named · somebody else named though people live there · nobody at all, so that the village or community committee has to name one.
 */
export const FIRST_CONTACT_GAPS = [
  'relatives-unknown',
  'choose-child',
  'not-a-child',
  'choose-household',
  'not-in-household',
  'committee-to-name',
] as const;
export type FirstContactGap = (typeof FIRST_CONTACT_GAPS)[number];

export interface FirstContactAnswer<Person> {
  /** Null: nobody yet, `gap` says why. */
  readonly contact: Person | null;
  /** Who may be named; empty where the committee looks beyond the relatives. */
  readonly candidates: readonly Person[];
  readonly gap: FirstContactGap | null;
  readonly because: Because;
}

export interface FirstContactRules {
  /** @param relatives undefined: unknown; empty: there are none. */
  readonly find: <Person extends ContactCandidate>(
    relatives: readonly Person[] | undefined,
  ) => FirstContactAnswer<Person>;
  /** The grounds that the answers cite. */
  readonly grounds: Readonly<Record<'children' | 'household' | 'committee' | 'unknown', Because>>;
}
