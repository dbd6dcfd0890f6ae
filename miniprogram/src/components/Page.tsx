import { useEffect, type CSSProperties, type ReactNode } from 'react';
import { nameWindow, pageInsets } from '@/platform/device';
import { back } from '@/platform/navigate';
import { useCare } from '@/state/care';
import { useSession } from '@/state/session';
import { Boundary } from './Boundary';
import { classes } from './classes';
import { Box, Heading, Pressable, Words } from './element';
import { Icon } from './Icon';
import { PrivacySheet } from './PrivacySheet';
import { TabBar, type Tab } from './TabBar';

export interface PageProps {
  /** In the bar at the top, and the window's title. May be empty where the page's heading says it all. */
  title: string;
  /** A page opened from a tab has no way back. */
  root?: boolean;
  /** Instead of going back, e.g. to ask whether to keep what was filled in. */
  onBack?: () => void;
  /** Stays under the bar while the page scrolls: the progress of a form. */
  head?: ReactNode;
  /** The main button, and what belongs beside it. */
  foot?: ReactNode;
  /** The foot's parts side by side (narrow 求助 + main button) instead of one below the other. */
  footInLine?: boolean;
  tabs?: { tabs: readonly Tab[]; current: string };
  /** Officers: uses the width of a PC; tabs move to the side. */
  desk?: boolean;
  /** 关怀模式 for this page alone, whatever the person chose; for showing it. */
  care?: boolean;
  children: ReactNode;
}

/** The frame of every page: bar, body, foot, tabs, 关怀模式, and a net under whatever breaks inside. */
export function Page(props: PageProps) {
  const { title, root, onBack, head, foot, footInLine, tabs, desk, children } = props;
  const { on, scale } = useCare();
  const care = props.care ?? on;
  useEffect(() => nameWindow(title), [title]);
  return (
    <Box className={classes('page', care && 'page--care', desk && 'page--desk')} style={frameStyle(scale)}>
      <Box className="page__bar" aria={{ role: 'banner' }}>
        <Box className={classes('page__nav', root && 'page__nav--root')}>
          {!root && (
            <Pressable className="page__back" onPress={onBack ?? (() => back())} aria={{ label: '返回' }}>
              <Icon name="back" />
            </Pressable>
          )}
          {title !== '' && <Box className="page__name">{title}</Box>}
        </Box>
        {head && <Box className="page__head">{head}</Box>}
      </Box>
      <Box className="page__body" aria={{ role: 'main' }}>
        <Boundary>{children}</Boundary>
      </Box>
      {(foot || tabs) && (
        <Box className={classes('page__foot', tabs && 'page__foot--tabs')} aria={{ role: 'contentinfo' }}>
          {desk && tabs && <Brand />}
          {foot && <Box className={classes('page__actions', footInLine && 'page__actions--line')}>{foot}</Box>}
          {tabs && <TabBar {...tabs} />}
          {desk && tabs && <Who />}
        </Box>
      )}
      <PrivacySheet />
    </Box>
  );
}

/** Above and below the tabs where they stand at the side. */
function Brand() {
  return (
    <Box className="page__brand">
      <Icon name="door" />
      <Words>探访关爱</Words>
    </Box>
  );
}

function Who() {
  const { me } = useSession();
  if (!me) return null;
  return (
    <Box className="page__who">
      <Box>{me.account.name}</Box>
      <Box>{me.roles.find((role) => role.division)?.division?.name}</Box>
      {me.demo && <Box>样例数据</Box>}
    </Box>
  );
}

/** Sizes that only this device knows, as custom properties. */
function frameStyle(scale: number): CSSProperties {
  const { statusBar, capsule } = pageInsets();
  return {
    '--scale': scale,
    ...(statusBar === null ? {} : { '--status-bar': `${statusBar}px` }),
    ...(capsule === null ? {} : { '--capsule': `${capsule}px` }),
  } as CSSProperties;
}

/** A section's heading with a word at its right. */
export function SectionTitle({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <Box className="line line--apart line--wrap">
      <Heading level={2}>{children}</Heading>
      {aside && <Box className="note num line">{aside}</Box>}
    </Box>
  );
}
