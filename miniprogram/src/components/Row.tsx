import type { ReactNode } from 'react';
import { classes } from './classes';
import { Box, LinkTo, Pressable, Words } from './element';
import { Icon } from './Icon';

interface RowProps {
  title: string;
  /** Beside the title: age. */
  note?: ReactNode;
  /** At the right end of the first line: distance, time. */
  aside?: ReactNode;
  /** Below the title. */
  chips?: ReactNode;
  /** One line of reason. */
  detail?: ReactNode;
  /** Avatar or Mark. */
  lead?: ReactNode;
  /** A control or chip at the right end. Only a row that is not itself a link or button may hold a control. */
  trail?: ReactNode;
  /** The whole row is the target. */
  to?: string;
  onPress?: () => void;
  /** Stands on its own as a card; `flat` for what is finished. */
  look?: 'card' | 'flat';
}

/** One line of a list: whom or what it is about, its state, and one reason. */
export function Row({ title, note, aside, chips, detail, lead, trail, to, onPress, look }: RowProps) {
  const className = classes(
    'row',
    look && 'row--card',
    look === 'flat' && 'row--flat',
    trail != null && 'row--trail',
    lead != null && 'row--lead',
  );
  const content = (
    <>
      {lead}
      <Box className="row__words">
        <Box className="row__top">
          <Words className="row__title">{title}</Words>
          {note && <Words className="note">{note}</Words>}
          {aside && <Words className="row__aside num">{aside}</Words>}
        </Box>
        {chips && <Box className="row__chips">{chips}</Box>}
        {detail && <Words className="row__detail">{detail}</Words>}
      </Box>
      {trail && <Box className="row__trail">{trail}</Box>}
      {(to ?? onPress) && <Icon name="next" className="row__more" />}
    </>
  );
  if (to)
    return (
      <LinkTo to={to} className={className}>
        {content}
      </LinkTo>
    );
  if (onPress)
    return (
      <Pressable onPress={onPress} className={className}>
        {content}
      </Pressable>
    );
  return <Box className={className}>{content}</Box>;
}
