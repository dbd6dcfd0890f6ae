import type { ReplyOf } from '@/api';
import { dayInWords, dayOf, now } from '@/platform';

type WentUp = NonNullable<NonNullable<ReplyOf<'get', '/api/parents/{id}'>['turn']>['wentUp']>;

/** `昨天转到街道了`: nobody said anything in time, so somebody else has it now. */
export function wentUpInWords({ who, at }: WentUp): string {
  return `${dayInWords(dayOf(at), dayOf(now()))}转到${who}了`;
}
