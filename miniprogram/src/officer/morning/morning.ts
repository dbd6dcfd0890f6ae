import type { api as Api, ReplyOf } from '@/api';
import { isDanger, isSearch, type OfficerNeed } from '../desk/need-words';

type NeedItem = ReplyOf<'get', '/api/needs'>['items'][number];
type WorklistItem = ReplyOf<'get', '/api/worklist'>['items'][number];

/** As many as one page holds; beyond that it says 「100+」. */
const MOST = 100;
const SHOWN = 5;

export interface Counted {
  count: number;
  /** There are more than were counted. */
  more: boolean;
}

export interface Morning {
  /** Life is in danger, and nobody has taken it. */
  dangers: OfficerNeed[];
  /** Somebody did not open, and nobody knows where they are. */
  searches: OfficerNeed[];
  late: Counted & { first: OfficerNeed[] };
  /** Not late yet, nobody has taken them. */
  waiting: Counted & { first: OfficerNeed[] };
  missed: Counted & { first: WorklistItem[] };
  /** To whom somebody has to come, and nobody has been sent. */
  unassigned: number;
  calls: Counted;
  kinships: Counted;
  /** What relatives say is not right. */
  objections: Counted;
  /** Whom time has put outside the plan: nobody has looked yet. */
  lapsed: Counted;
  unread: Counted;
  /** Whose visits rest; `back` of them should be back by now, `seen` of them were seen at home although they should be away. */
  resting: Counted & { back: number; seen: number };
}

/**
 * Everything that waits for the officer this morning.
 * @param local the community and the street also phone, send visitors and confirm relatives; others only look on
 */
export async function readMorning(api: typeof Api, local: boolean): Promise<Morning> {
  const query = { limit: MOST };
  const none = Promise.resolve({ items: [], next: null });
  const [emergencies, unseen, open, taken, worklist, unassigned, calls, kinships, objections, lapsed, notices, pauses] =
    await Promise.all([
      // By themselves: among many older needs they might not be on the first page.
      api.get('/api/needs', { query: { ...query, status: 'open', matter: 'emergency' } }),
      api.get('/api/needs', { query: { ...query, status: 'open', matter: 'no-answer' } }),
      api.get('/api/needs', { query: { ...query, status: 'open' } }),
      api.get('/api/needs', { query: { ...query, status: 'acknowledged' } }),
      api.get('/api/worklist', { query }),
      local ? api.post('/api/elders/searches', { body: { hasVisitor: false, limit: 1 } }) : null,
      local ? api.get('/api/phone-tasks', { query: { ...query, status: 'open' } }) : none,
      local ? api.get('/api/kinships', { query: { ...query, status: 'awaiting' } }) : none,
      api.get('/api/objections', { query: { ...query, status: 'open' } }),
      api.get('/api/elders', { query: { ...query, status: 'lapsed' } }),
      api.get('/api/notices', { query }),
      local ? api.get('/api/pauses', { query }) : none,
    ]);
  const all = new Map(
    [...emergencies.items, ...unseen.items, ...open.items, ...taken.items].map((need) => [need.id, need]),
  );
  const ours = [...all.values()].filter((need): need is OfficerNeed => need.view === 'officer');
  const dangers = ours.filter(isDanger);
  const searches = ours.filter(isSearch);
  const late = ours.filter((need) => need.late);
  const waiting = ours.filter((need) => !need.late && need.status === 'open');
  const missed = worklist.items.filter((item) => item.status === 'owed' && item.missedLast);
  return {
    dangers,
    searches,
    late: counted(late, open.next !== null || (taken.next !== null && !endsInTime(taken.items))),
    waiting: counted(waiting, open.next !== null),
    missed: counted(missed, missed.length === worklist.items.length && worklist.next !== null),
    unassigned: unassigned?.totals?.found ?? 0,
    calls: counted(calls.items, calls.next !== null),
    kinships: counted(kinships.items, kinships.next !== null),
    objections: counted(objections.items, objections.next !== null),
    lapsed: counted(lapsed.items, lapsed.next !== null),
    unread: counted(
      notices.items.filter((notice) => 'read' in notice && !notice.read),
      notices.next !== null,
    ),
    resting: restingOf(pauses.items, pauses.next !== null),
  };
}

/** Those who should be back are owed a visit again, so they count apart. */
function restingOf(items: readonly { over: boolean; seenOn: string | null }[], more: boolean): Morning['resting'] {
  const back = items.filter(({ over }) => over).length;
  const seen = items.filter(({ seenOn }) => seenOn !== null).length;
  return { count: items.length - back, more, back, seen };
}

/** Taken ones come with danger first, then the nearest clock: behind another one in time there is none that is late. */
const endsInTime = (items: NeedItem[]) => {
  const last = items.at(-1);
  return last?.view === 'officer' && last.severity !== 'life-danger' && !last.late;
};

const counted = <T>(items: T[], more: boolean) => ({ count: items.length, more, first: items.slice(0, SHOWN) });

/** The day's work in one sentence. */
export function firstThing({ dangers, searches, late, missed, unassigned, calls, waiting }: Morning): string {
  const [danger] = dangers;
  if (danger)
    return dangers.length > 1
      ? `今早先办急事：${dangers.length} 件危及生命的事`
      : `今早先办急事：${danger.elder.name}，${danger.title}`;
  const [search] = searches;
  if (search)
    return searches.length > 1
      ? `今早先找人：${searches.length} 位没人开门`
      : `今早先找人：${search.elder.name}没人开门`;
  if (late.count > 0) return `今早先办：${late.count} 件事过了时限`;
  if (missed.count > 0) return `今早先去看：${missed.count} 位上一期没见到`;
  if (unassigned > 0) return `今早先派人：${unassigned} 位要去的老人没有探访员`;
  if (calls.count > 0) return `今早先打：${calls.count} 个电话`;
  if (waiting.count > 0) return `${waiting.count} 件事等人接`;
  // What is behind the first page may be late.
  return late.more ? '事情多，这里没数完，请看全部' : '今早没有过时限的事';
}

/** What stands under 先办哪几件: of those in danger everyone. */
export function firstFew({ dangers, searches, late, waiting }: Morning): OfficerNeed[] {
  const inTurn = new Set([...dangers, ...searches, ...late.first, ...waiting.first]);
  return [...inTurn].slice(0, Math.max(SHOWN, dangers.length));
}
