import { PAUSE_DAYS, PAUSE_DAYS_BACK, type PauseReason } from '@tanfang/shared';
import type { ReplyOf } from '@/api';
import { addDays } from '@/platform';

export type PauseItem = ReplyOf<'get', '/api/elders/{id}/pauses'>['items'][number];

/** What an officer fills in before visits rest. Calendar dates; empty until given. */
export interface PauseDraft {
  reason: PauseReason | null;
  from: string;
  backOn: string;
  note: string;
}

/** As the service asks for at least. */
const SHORTEST_NOTE = 2;

/** Why it cannot be sent yet. */
export function pauseGap({ reason, from, backOn, note }: PauseDraft, today: string): string | null {
  if (reason === null) return '请先选原因';
  if (from === '') return '请填从哪天起';
  if (from > today) return '这天还没到，请到那天再记';
  if (from < addDays(today, -PAUSE_DAYS_BACK)) return `最早从 ${PAUSE_DAYS_BACK} 天前算起`;
  return backOnGap(reason, backOn, today) ?? (note.trim().length < SHORTEST_NOTE ? '请写一句怎么知道的' : null);
}

export function backOnGap(reason: PauseReason, backOn: string, today: string): string | null {
  if (backOn === '') return reason === 'declined' ? '请填哪天再问' : '请填哪天回来';
  if (backOn <= today) return '要在今天以后';
  return backOn > lastDay(reason, today) ? `最多先记 ${PAUSE_DAYS[reason]} 天，到时候再延` : null;
}

/** The latest day that may be given. */
export const lastDay = (reason: PauseReason, today: string): string => addDays(today, PAUSE_DAYS[reason]);

export const backOnLabel = (reason: PauseReason | null): string =>
  reason === 'declined' ? '哪天再问一问' : '预计哪天回来';
