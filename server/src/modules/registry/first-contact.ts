import { isOutsider } from '@tanfang/shared';

import { firstContactRule, type FirstContactGap } from '../../policy';
import { Problem } from '../../platform/problems/problem';
import { packNamed } from './assessment';
import type { Elder, Relative } from './registry.entities';

export interface FirstContact {
  /** Null: nobody, and then the community acts in their place. */
  relative: Relative | null;
  /** What the plan finds missing; null where it has no rule of its own. */
  gap: FirstContactGap | null;
}

/**
 * Who is told first: whom the community has named, as far as the elder's plan allows it (北京 二（一）2: a child where there
 * are children; an only one need not be named).
 * A neighbour, or somebody of the committee, is one only where the plan has the committee name somebody.
 * @param relatives the elder's living ones
 */
export function firstContactOf(
  { packId, firstContactId, relativesKnown }: Pick<Elder, 'packId' | 'firstContactId' | 'relativesKnown'>,
  relatives: readonly Relative[],
): FirstContact {
  const named = relatives.find(({ id }) => id === firstContactId) ?? null;
  const kin = named !== null && isOutsider(named.relation) ? null : named;
  const candidates = relatives.map((relative) => ({
    relative,
    ...{ relation: relative.relation, livesWithElder: relative.livesWithElder, named: relative === named },
  }));
  const answer = firstContactRule(packNamed(packId), relativesKnown ? candidates : undefined);
  if (!answer) return { relative: kin, gap: null };
  // As long as nobody has asked about the rest of the family, the one who was named is better than nobody.
  if (answer.gap === 'relatives-unknown') return { relative: kin, gap: answer.gap };
  return { relative: answer.contact?.relative ?? null, gap: answer.gap };
}

/**
 * Needs are told to the first contact: who is no kin is refused, unless the plan has them named.
 * @throws Problem `relative.no-kin`
 */
export function requireKinAsContact(
  elder: Pick<Elder, 'packId' | 'firstContactId' | 'relativesKnown'>,
  relatives: readonly Relative[],
): void {
  const named = relatives.find(({ id }) => id === elder.firstContactId);
  if (named && isOutsider(named.relation) && firstContactOf(elder, relatives).relative !== named)
    throw new Problem('relative.no-kin');
}
