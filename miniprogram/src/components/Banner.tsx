import type { ReactNode } from 'react';
import { classes } from './classes';
import { Box, LinkTo, Pressable, Words } from './element';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { meaningIcon, type Meaning } from './meaning';

interface BannerProps {
  /** Without one it is neutral: offline, advice. */
  meaning?: Exclude<Meaning, 'excused' | 'owed'>;
  icon?: IconName;
  /** What happened. */
  title: string;
  /** What happens next. */
  children?: ReactNode;
  /** Opens the detail. */
  to?: string;
  onPress?: () => void;
  /** Changes are read out (the queue of records). */
  live?: boolean;
}

/** A sentence about the page as a whole. */
export function Banner({ meaning, icon, title, children, to, onPress, live }: BannerProps) {
  const look = classes('banner', meaning && `banner--${meaning}`);
  const content = (
    <>
      <Box className="banner__icon" aria={{ hidden: true }}>
        <Icon name={icon ?? (meaning ? meaningIcon[meaning] : 'info')} />
      </Box>
      <Box className="grow">
        <Words className="banner__title">{title}</Words>
        <Words>{children}</Words>
      </Box>
      {(to ?? onPress) && <Icon name="next" className="banner__more" />}
    </>
  );
  const banner = to ? (
    <LinkTo to={to} className={look}>
      {content}
    </LinkTo>
  ) : onPress ? (
    <Pressable onPress={onPress} className={look}>
      {content}
    </Pressable>
  ) : (
    <Box className={look}>{content}</Box>
  );
  // The region itself must stay a plain block: a link that changes its words is not read out.
  return live ? <Box aria={{ live: 'polite' }}>{banner}</Box> : banner;
}
