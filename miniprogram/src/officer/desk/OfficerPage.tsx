import type { ReactNode } from 'react';
import { Heading, Page, tabsOf, Box, Words } from '@/components';
import { back, wide } from '@/platform';
import { useCare, useMe, useStore } from '@/state';
import './desk.scss';

interface OfficerPageProps {
  /** Of the bar and the window. */
  title: string;
  /** What there is to do, as the first sentence; the title when left out. */
  heading?: string;
  /** Below the heading. */
  lead?: ReactNode;
  current: string;
  /** Opened from a tab. */
  root?: boolean;
  /** Where the way back leads when this page was opened directly. */
  parent?: string;
  onBack?: () => void;
  /** The main action: in the foot of a phone, at the top right of a PC. */
  action?: ReactNode;
  children: ReactNode;
}

/** A page of an officer: tabs at the foot of a phone, at the side of a PC on every page. */
export function OfficerPage(props: OfficerPageProps) {
  const { title, heading = title, lead, current, root, parent = '/officer/morning/index', action, children } = props;
  const me = useMe();
  const atPc = useStore(wide);
  const tabs = { tabs: tabsOf(me, 'officer'), current };
  return (
    <Page
      desk
      title={title}
      onBack={props.onBack ?? (() => back(parent))}
      {...(root ? { root } : {})}
      {...(root || atPc ? { tabs } : {})}
      {...(action ? { foot: action } : {})}
    >
      <Box className="desk__head">
        <Heading level={1}>{heading}</Heading>
        {lead && <Words className="note num">{lead}</Words>}
      </Box>
      {children}
    </Page>
  );
}

/** Whether there is room for tables: a PC's window, and no large text in it. */
export function useDesk(): boolean {
  const { on } = useCare();
  return useStore(wide) && !on;
}
