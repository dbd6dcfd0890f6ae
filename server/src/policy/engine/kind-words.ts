import type { Cadence } from '@tanfang/shared';
import type { Elder } from './elder';
import type { Relative } from './facts';

/** How the family speaks of a relative, 女儿, and where they are, 上海; no place where it is not to be said. */
export interface KinWord {
  readonly word: string;
  readonly place: string | null;
}

/** What a sentence for the family may be made of. */
export interface Telling {
  readonly elder: Elder;
  readonly she: '她' | '他';
  readonly kinOf: (relative: Relative) => KinWord;
  /** What is owed; null when nothing is. */
  readonly every: Cadence | null;
  /** 周岁 from which the plan holds. */
  readonly fromAge: number;
}

/** Of a rule that rests on what not every relative knows the family reads the result, and neither why nor the sentence. */
export const UNTOLD = 'untold';

/** A sentence whose grounds the family does not read: they would say what the sentence leaves out. */
export interface WithoutGrounds {
  readonly says: (told: Telling) => string;
}

/**
 * The sentence by which the family reads a rule, by the rule's code without the pack's name. It says nothing of
 * assistance or of the class of service: not every relative knows. A rule that rests on them is `UNTOLD`. Nor does it
 * name an illness or a disability: of a rule that does the family reads what follows from it, `WithoutGrounds`.
 */
export type KindWords = Readonly<Record<string, ((told: Telling) => string) | WithoutGrounds | typeof UNTOLD>>;
