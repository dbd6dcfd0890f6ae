/** A vocabulary: codes as keys, the Chinese word shown to people as value. */
export type Vocabulary = Readonly<Record<string, string>>;

/** The codes of a vocabulary, in the order of the table. */
export function codesOf<T extends Vocabulary>(table: T): (keyof T & string)[] {
  return Object.keys(table);
}

/** True when `value` is a code of the table; own keys only, so `constructor` is none. */
export function isCodeOf<T extends Vocabulary>(table: T, value: unknown): value is keyof T & string {
  return typeof value === 'string' && Object.prototype.hasOwnProperty.call(table, value);
}

/** The Chinese word of a code; an unknown code gives `fallback`, so that an old row still prints. */
export function wordOf(table: Vocabulary, code: string | null | undefined, fallback = '—'): string {
  return isCodeOf(table, code) ? (table[code] ?? fallback) : fallback;
}
