import type { ReactNode } from 'react';
import { Box, classes, LinkTo } from '@/components';

export interface Column<T> {
  key: string;
  title: string;
  /** Share of the width; 1 unless given. */
  share?: number;
  /** Narrower than this, in widths of a character (em), it does not become: for what must stand on one line. */
  atLeast?: number;
  cell: (item: T) => ReactNode;
}

interface TableProps<T> {
  /** What it lists, for those who hear it. */
  label: string;
  columns: readonly Column<T>[];
  items: readonly T[];
  keyOf: (item: T) => string;
  /** The first cell is a link, and the whole row its target. */
  to?: (item: T) => string;
}

/** Rows and columns on a wide screen; narrow ones show rows of another kind. */
export function Table<T>({ label, columns, items, keyOf, to }: TableProps<T>) {
  const template = columns.map(({ share = 1, atLeast = 0 }) => `minmax(${atLeast}em, ${share}fr)`).join(' ');
  return (
    <Box className="table" aria={{ role: 'table', label }}>
      <Box className="table__row table__head" style={{ gridTemplateColumns: template }} aria={{ role: 'row' }}>
        {columns.map(({ key, title }) => (
          <Box key={key} className="table__cell" aria={{ role: 'columnheader' }}>
            {title}
          </Box>
        ))}
      </Box>
      {items.map((item) => (
        <Box
          key={keyOf(item)}
          className={classes('table__row', to && 'table__row--link')}
          style={{ gridTemplateColumns: template }}
          aria={{ role: 'row' }}
        >
          {columns.map(({ key, cell }, place) => (
            <Box key={key} className="table__cell" aria={{ role: 'cell' }}>
              {place === 0 && to ? (
                <LinkTo to={to(item)} className="table__link">
                  {cell(item)}
                </LinkTo>
              ) : (
                cell(item)
              )}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
