import { api, type ReplyOf } from '@/api';
import { keepForToday, keptToday, outOfReach, READ } from '@/offline';
import { now } from '@/platform';

export type Worklist = ReplyOf<'get', '/api/worklist'>;
export type WorkItem = Worklist['items'][number];

export interface DayList {
  date: string;
  items: WorkItem[];
  next: string | null;
  /** When it was fetched, epoch ms. */
  at: number;
  /** It is the one kept on the phone, because the service could not be reached. */
  kept: boolean;
}

const NAME = `${READ}worklist`;
/** As many as the service gives at once; nobody visits more in a day. */
const LIMIT = 100;

/** Today's list, or the one kept since this morning when there is no network. */
export async function loadDayList(accountId: string): Promise<DayList> {
  try {
    const { date, items, next } = await api.get('/api/worklist', { query: { limit: LIMIT } });
    const list: DayList = { date, items, next, at: now(), kept: false };
    keepForToday(accountId, NAME, list);
    return list;
  } catch (error) {
    const kept = keptDayList(accountId);
    if (!kept || !outOfReach(error)) throw error;
    return kept;
  }
}

/** The rest of a list that is longer than one answer. */
export async function loadMore(list: DayList): Promise<DayList> {
  const { items, next } = await api.get('/api/worklist', { query: { limit: LIMIT, after: list.next ?? undefined } });
  return { ...list, items: [...list.items, ...items], next };
}

export function keptDayList(accountId: string): DayList | null {
  const kept = keptToday<DayList>(accountId, NAME);
  return kept && { ...kept, kept: true };
}
