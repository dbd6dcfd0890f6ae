import { Fragment, type ReactNode } from 'react';
import { Box, More, ResourceView } from '@/components';
import type { Pages } from '@/state';

interface CardPagesProps<Item> {
  of: Pages<Item>;
  /** What stands there when there are none. */
  empty: ReactNode;
  card: (item: Item, reload: () => void) => ReactNode;
}

/** A list of cards that arrives in pages. */
export function CardPages<Item extends { id: string }>({ of, empty, card }: CardPagesProps<Item>) {
  return (
    <ResourceView of={of}>
      {({ items }) =>
        items.length === 0 ? (
          empty
        ) : (
          <>
            <Box className="desk__cards">
              {items.map((item) => (
                <Fragment key={item.id}>{card(item, () => void of.reload())}</Fragment>
              ))}
            </Box>
            <More of={of} />
          </>
        )
      }
    </ResourceView>
  );
}
