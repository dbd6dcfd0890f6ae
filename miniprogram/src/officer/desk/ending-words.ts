import { dayInWords, dayOf, now } from '@/platform';
import type { ElderDetail } from './elder-words';

export type EndReason = NonNullable<ElderDetail['endReason']>;

/** Why a record ends, as it is said of the elder. */
export const ENDED: Record<EndReason, string> = { deceased: '已经去世', moved: '已经迁走', mistake: '登记错了' };

/** `已经去世，11月23日起不再探访`; who was registered by mistake was never owed anything. */
export function endedInWords({ endReason, endedOn }: Pick<ElderDetail, 'endReason' | 'endedOn'>): string | null {
  if (endReason === null || endedOn === null) return null;
  if (endReason === 'mistake') return `${ENDED.mistake}，不再探访`;
  return `${ENDED[endReason]}，${dayInWords(endedOn, dayOf(now()))}起不再探访`;
}
