import { Box, Mark, Row } from '@/components';
import type { DoorCard } from '../visit/draft';
import { hintIcon } from './hint-icon';

/** What helps at this door. */
export function Hints({ hints }: Pick<DoorCard, 'hints'>) {
  return (
    <Box>
      {hints.map((hint) => (
        <Row
          key={hint.title}
          lead={<Mark icon={hintIcon(hint.icon)} look="sun" />}
          title={hint.title}
          detail={hint.detail}
        />
      ))}
    </Box>
  );
}
