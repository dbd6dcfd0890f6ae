import { NEED_HANDLERS } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import { keepForToday, keptToday, READ } from '@/offline';
import { clockTime, dayInWords, dayOf, now, whenInWords } from '@/platform';

/** A door that stayed shut, handed over from whichever phone, and what became of it. */
export type DoorNews = ReplyOf<'get', '/api/no-answers'>['items'][number];

const NAME = `${READ}no-answers`;

/** Of the elders whom somebody visits, or did; what was kept today where it cannot be had. Never rejects. */
export async function loadNews(accountId: string): Promise<DoorNews[]> {
  try {
    const { items } = await api.get('/api/no-answers');
    keepForToday(accountId, NAME, items);
    return items;
  } catch {
    return keptToday<DoorNews[]>(accountId, NAME) ?? [];
  }
}

/** `10:06` of today, else `昨天`. */
export function whenAtDoor(at: number): string {
  const today = dayOf(now());
  return dayOf(at) === today ? clockTime(at) : dayInWords(dayOf(at), today);
}

/** What the community did, and what it says, as a title and a line. */
export function newsInWords(news: DoorNews, accountId: string): { title: string; detail: string } {
  const office = news.handler === null || news.handler === 'family' ? '社区' : NEED_HANDLERS[news.handler];
  const who = news.visitor === null ? '' : news.visitor.id === accountId ? '您' : news.visitor.name;
  const unseen = `${whenInWords(news.at, dayOf(now()))} ${who}没见到人`;
  if (news.status === 'closed')
    return { title: news.words ? `${office}：${news.words}` : `${office}核实过了`, detail: unseen };
  const title = news.status === 'open' ? '已经交给社区' : `${office}在找`;
  return { title, detail: unseen };
}
