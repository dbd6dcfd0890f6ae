import type { Cadence } from '@tanfang/shared';
import { periodStart } from '../calendar';
import type { ElderStory } from '../cast';
import type { Rhythm } from '../record';
import type { DemoAssignment } from '../types';
import { recorded, type Seen } from './record';

interface Visiting {
  every: Cadence;
  since: number;
  by: DemoAssignment;
  seen?: (ago: number) => Seen;
  mode?: Rhythm['mode'];
  missed?: readonly number[];
  thisPeriod?: boolean;
  last?: Rhythm['last'];
  signature?: 'signed' | 'mark' | 'proxy' | 'phone';
  followUps?: Parameters<typeof recorded>[0]['followUps'];
}

/** A story with its visits: registered at the beginning of the first period. */
export function visited(
  today: string,
  story: Omit<ElderStory, 'registeredOn' | 'visits' | 'visitors'>,
  visiting: Visiting,
): ElderStory {
  const { every, since, by, seen = () => ({}), ...rest } = visiting;
  return {
    ...story,
    registeredOn: periodStart(every, today, since),
    visitors: [by],
    visits: recorded({ of: `jinan/${story.key}`, today, every, since, visitor: by.visitor, seen, ...rest }),
  };
}
