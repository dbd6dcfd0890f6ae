import { Text, Whole } from './fields';

/** Query of every list. */
export class PageQuery {
  @Text({ label: '起点', max: 200, optional: true })
  after?: string;

  @Whole({ label: '条数', min: 1, max: 100, optional: true, fromQuery: true })
  limit?: number;
}

export const DEFAULT_LIMIT = 20;

/** Answer of every list. `next` is opaque: hand it back as `after`. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** Cuts the one row too many that was read to learn whether there are more. */
export function toPage<Row, T>(
  rows: Row[],
  limit: number,
  cursor: (row: Row) => string,
  item: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? cursor(last) : null };
}
