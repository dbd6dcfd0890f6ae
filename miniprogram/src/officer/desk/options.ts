import { codesOf, type Vocabulary } from '@tanfang/shared';

/** A vocabulary as the answers to a question, in its order. */
export function optionsOf<T extends Vocabulary>(table: T) {
  return codesOf(table).map((value) => ({ value, label: table[value]! }));
}
