import { Problem } from '../problems/problem';
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

/** The parts of a cursor of ours. @throws Problem `request.invalid` when it is none */
export function readCursor(after: string, pattern: RegExp): string[] {
  const [, ...parts] = pattern.exec(after) ?? [];
  if (parts.length > 0) return parts;
  throw new Problem('request.invalid', undefined, [{ field: 'after', message: '起点不对，请从头再看' }]);
}
