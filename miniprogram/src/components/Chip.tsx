import type { ReactNode } from 'react';
import { Words } from './element';
import { Icon } from './Icon';
import type { IconName } from './icon-names';
import { meaningIcon, type Meaning } from './meaning';

/** A state in an icon and a word. Not a button. */
export function Chip({ meaning, icon, children }: { meaning: Meaning; icon?: IconName; children: ReactNode }) {
  return (
    <Words className={`chip chip--${meaning}`}>
      <Icon name={icon ?? meaningIcon[meaning]} />
      <Words>{children}</Words>
    </Words>
  );
}
