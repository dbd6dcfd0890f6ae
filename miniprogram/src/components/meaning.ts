import type { IconName } from './icon-names';

/** What a colour says. Each is always shown with an icon and a word as well. */
export type Meaning = 'owed' | 'done' | 'worry' | 'danger' | 'excused';

export const meaningIcon: Record<Meaning, IconName> = {
  owed: 'door',
  done: 'ok',
  worry: 'warn',
  danger: 'stop',
  excused: 'minus',
};
