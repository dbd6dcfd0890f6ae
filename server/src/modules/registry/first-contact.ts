import { firstContactRule, type FirstContactGap } from '../../policy';
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
 * @param relatives the elder's living ones
 */
export function firstContactOf(
  { packId, firstContactId, relativesKnown }: Pick<Elder, 'packId' | 'firstContactId' | 'relativesKnown'>,
  relatives: readonly Relative[],
): FirstContact {
  const named = relatives.find(({ id }) => id === firstContactId) ?? null;
  const candidates = relatives.map((relative) => ({
    relative,
    ...{ relation: relative.relation, livesWithElder: relative.livesWithElder, named: relative === named },
  }));
  const answer = firstContactRule(packNamed(packId), relativesKnown ? candidates : undefined);
  if (!answer) return { relative: named, gap: null };
  // As long as nobody has asked about the rest of the family, the one who was named is better than nobody.
  if (answer.gap === 'relatives-unknown') return { relative: named, gap: answer.gap };
  return { relative: answer.contact?.relative ?? null, gap: answer.gap };
}
