import type { WaitingVisit } from '@/offline';
import { dayOf } from '@/platform';
import type { WorkItem } from './worklist';

/** The record on this phone that has met what is owed, although the service does not know it yet. */
export function handedInFor(item: WorkItem, waiting: readonly WaitingVisit[]): WaitingVisit | undefined {
  return waiting.find(({ body }) => body.elderId === item.elderId && dayOf(body.startedAt) >= item.periodStart);
}

/** Who has not been seen yet, in the list's order: the most pressing first. */
export function stillToVisit(items: readonly WorkItem[], waiting: readonly WaitingVisit[]): WorkItem[] {
  return items.filter((item) => item.status === 'owed' && !handedInFor(item, waiting));
}
