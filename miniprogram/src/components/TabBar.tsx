import { classes } from './classes';
import { Box, LinkTo, Words } from './element';
import { Icon } from './Icon';
import type { IconName } from './icon-names';

export interface Tab {
  key: string;
  label: string;
  icon: IconName;
  /** Address of the tab's page. */
  to: string;
  /** Only where the tabs stand at the side: a phone's foot has room for five. */
  deskOnly?: boolean;
}

/** The parts of the app a role has, at the foot; on officers' wide screens at the side. */
export function TabBar({ tabs, current }: { tabs: readonly Tab[]; current: string }) {
  return (
    <Box className="tabs" aria={{ role: 'navigation', label: '主要页面' }}>
      {tabs.map((tab) => {
        const on = tab.key === current;
        return (
          <LinkTo
            key={tab.key}
            to={tab.to}
            how="restart"
            className={classes('tab', on && 'tab--on', tab.deskOnly && 'tab--desk')}
            aria={{ current: on ? 'page' : undefined }}
          >
            <Icon name={tab.icon} />
            <Words>{tab.label}</Words>
          </LinkTo>
        );
      })}
    </Box>
  );
}
