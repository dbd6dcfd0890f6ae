import type { ReplyOf } from '@/api';
import { MATTERS, NEED_TYPES, wordOf } from '@tanfang/shared';
import { clockTime, dayInWords, dayOf } from '@/platform';

export type OfficerNeed = Extract<ReplyOf<'get', '/api/needs'>['items'][number], { view: 'officer' }>;
export type OfficerNeedDetail = Extract<ReplyOf<'get', '/api/needs/{id}'>, { view: 'officer' }>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const WAITING_FOR: Record<OfficerNeed['level'], string> = {
  'first-contact': '等家里拿主意',
  community: '等社区接',
  street: '等街道接',
  district: '等区里接',
};
export const LEVELS: Record<OfficerNeed['level'], string> = {
  'first-contact': '家里',
  community: '社区',
  street: '街道',
  district: '区里',
};
const IN_HAND = { family: '家里在办', community: '社区在跟进', street: '街道在跟进', district: '区里在跟进' };
export const OUTCOMES = { done: '办好了', 'not-needed': '不用办了', 'handed-over': '转给别的部门了' };

/** Life is in danger and nobody has taken it: nothing comes before it. */
export const isDanger = ({ severity, status }: OfficerNeed): boolean => severity === 'life-danger' && status === 'open';

/** Somebody has to be looked for: nothing but a danger comes before it. */
export const isSearch = ({ matter, severity, status }: OfficerNeed): boolean =>
  matter === 'no-answer' && severity === 'urgent' && status !== 'closed';

/** What kind of need it is; a door that stayed shut is none of the plans' kinds. */
export const kindOf = ({ matter, needType }: Pick<OfficerNeed, 'matter' | 'needType'>): string =>
  matter === 'no-answer' ? MATTERS[matter] : NEED_TYPES[needType];

/** Whose turn it is. */
export function ballOf(need: Pick<OfficerNeed, 'status' | 'handler' | 'level' | 'familyWish'>): string {
  if (need.status === 'closed') return '办结';
  if (need.status === 'acknowledged') return wordOf(IN_HAND, need.handler, '有人在办');
  return need.familyWish === 'community' ? `${WAITING_FOR[need.level]}，家里请社区协助` : WAITING_FOR[need.level];
}

/** Until when: to be taken while it is open, to be closed afterwards. Instant, ms. */
export function deadlineOf(need: Pick<OfficerNeed, 'status' | 'acknowledgeBy' | 'closeBy'>): number {
  return need.status === 'open' ? need.acknowledgeBy : need.closeBy;
}

/** `11月26日前`, `今天之内`, with the hour where the clock runs by the hour. */
export function untilInWords(at: number, today: string): string {
  const day = dayInWords(dayOf(at), today);
  // Clocks that run by the day end in its last millisecond.
  if (clockTime(at) !== '23:59') return `${day} ${clockTime(at)} 前`;
  return day.endsWith('天') ? `${day}之内` : `${day}前`;
}

/** `超 2 天`, `超 6 小时`; what went up says so while its next clock runs. */
export function lateInWords(need: OfficerNeed, at: number): string | null {
  if (!need.late) return null;
  const over = at - deadlineOf(need);
  if (over < 0) return '过时限，已上报';
  if (over >= DAY_MS) return `超 ${Math.floor(over / DAY_MS)} 天`;
  return over >= HOUR_MS ? `超 ${Math.floor(over / HOUR_MS)} 小时` : '刚过时限';
}
