import { api, type ReplyOf } from '@/api';
import { keepForToday, keptToday, outOfReach, READ } from '@/offline';
import { now } from '@/platform';
import { loadForm } from './forms';

export type Worklist = ReplyOf<'get', '/api/worklist'>;
export type WorkItem = Worklist['items'][number];

export interface DayList {
  date: string;
  items: WorkItem[];
  /** The record form of each place, by which these elders are visited today. */
  forms: Worklist['forms'];
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
    const { date, items, forms, next } = await api.get('/api/worklist', { query: { limit: LIMIT } });
    return keep(accountId, { date, items, forms, next, at: now(), kept: false });
  } catch (error) {
    const kept = keptDayList(accountId);
    if (!kept || !outOfReach(error)) throw error;
    return kept;
  }
}

/** The rest of a list that is longer than one answer. */
export async function loadMore(accountId: string, list: DayList): Promise<DayList> {
  const query = { limit: LIMIT, after: list.next ?? undefined };
  const { items, forms, next } = await api.get('/api/worklist', { query });
  const isNew = ({ packId }: DayList['forms'][number]) => !list.forms.some((known) => known.packId === packId);
  return keep(accountId, {
    ...list,
    items: [...list.items, ...items],
    forms: [...list.forms, ...forms.filter(isNew)],
    next,
  });
}

/** With the forms it needs: whoever goes from door to door may have no network later, and has opened no card yet. */
function keep(accountId: string, list: DayList): DayList {
  keepForToday(accountId, NAME, list);
  for (const form of list.forms) void loadForm(form).catch(() => undefined);
  return list;
}

export function keptDayList(accountId: string): DayList | null {
  const kept = keptToday<DayList>(accountId, NAME);
  // One that was kept before the app was renewed names no form.
  return kept && { ...kept, forms: kept.forms ?? [], kept: true };
}
