import { PAUSES, type PauseReason } from '@tanfang/shared';
import { dayInWords, dayOf, now } from '@/platform';
import { Chip } from './Chip';

/** Why visits rest, and from which day they are owed again. */
export interface Pause {
  reason: PauseReason;
  /** Calendar date. */
  backOn: string;
}

/** `住院，到 12月5日`; of somebody who does not want visits, when to ask again: `本人谢绝，12月5日再问`. */
export function pauseInWords({ reason, backOn }: Pause): string {
  const day = dayInWords(backOn, dayOf(now()));
  return reason === 'declined' ? `${PAUSES[reason]}，${day}再问` : `${PAUSES[reason]}，到 ${day}`;
}

export function PauseChip({ pause }: { pause: Pause }) {
  return (
    <Chip meaning="excused" icon="calendar">
      {pauseInWords(pause)}
    </Chip>
  );
}
