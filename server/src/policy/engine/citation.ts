declare const cited: unique symbol;

/**
 * Why a rule holds. `text` is a literal sentence of the plan; for a reading it is our own words, which say that it is
 * one. Only `definePlan` makes citations, so that every quoted sentence stands in one place per pack.
 */
export interface Citation {
  /** Code of the rule, `<pack>.<subject>.<case>`. */
  readonly rule: string;
  readonly document: string;
  readonly article: string;
  readonly text: string;
  /** True where the plan is silent, doubtful or contradicts itself; a district may decide many of these in data. */
  readonly reading: boolean;
  /** Only what a plan made is a citation; for the compiler alone, never present at run time. */
  readonly [cited]: true;
}

/** At least one citation: a rule without any does not compile. */
export type Because = readonly [Citation, ...Citation[]];

/** What was decided, and why. */
export interface Decision<Value> {
  readonly value: Value;
  readonly because: Because;
}

/** A literal sentence of a plan and the article it stands in. */
export interface Quotation {
  readonly article: string;
  readonly text: string;
}

export interface Plan<Key extends string = string> {
  readonly packId: string;
  /** Title and date of the official document. */
  readonly document: string;
  /** Every sentence of the plan that the pack quotes, by a short name. */
  readonly quotations: Readonly<Record<Key, Quotation>>;
  /** Cites a quoted sentence as the ground of a rule. */
  cite(rule: string, key: Key): Citation;
  /** States a reading of ours in our own words, with the article that it reads. */
  reading(rule: string, article: string, text: string): Citation;
}

/** What shared baseline rules need of a plan: it may state readings but owns no quotation. */
export type Reader = Pick<Plan, 'packId' | 'document' | 'reading'>;

export function definePlan<Key extends string>(
  packId: string,
  document: string,
  quotations: Readonly<Record<Key, Quotation>>,
): Plan<Key> {
  const citation = (rule: string, { article, text }: Quotation, reading: boolean) =>
    ({ rule: `${packId}.${rule}`, document, article, text, reading }) as Citation;
  return {
    packId,
    document,
    quotations,
    cite: (rule, key) => citation(rule, quotations[key], false),
    reading: (rule, article, text) => citation(rule, { article, text }, true),
  };
}
