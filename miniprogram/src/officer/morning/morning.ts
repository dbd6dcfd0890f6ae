import type { api as Api, ReplyOf } from '@/api';
import type { OfficerNeed } from '../desk/need-words';

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
  late: Counted & { first: OfficerNeed[] };
  /** Not late yet, nobody has taken them. */
  waiting: Counted & { first: OfficerNeed[] };
  missed: Counted & { first: WorklistItem[] };
  calls: Counted;
  kinships: Counted;
  /** What relatives say is not right. */
  objections: Counted;
  /** Whom time has put outside the plan: nobody has looked yet. */
  lapsed: Counted;
  unread: Counted;
}

/**
 * Everything that waits for the officer this morning.
 * @param local the community and the street also phone and confirm relatives; others only look on
 */
export async function readMorning(api: typeof Api, local: boolean): Promise<Morning> {
  const query = { limit: MOST };
  const none = Promise.resolve({ items: [], next: null });
  const [open, taken, worklist, calls, kinships, objections, lapsed, notices] = await Promise.all([
    api.get('/api/needs', { query: { ...query, status: 'open' } }),
    api.get('/api/needs', { query: { ...query, status: 'acknowledged' } }),
    api.get('/api/worklist', { query }),
    local ? api.get('/api/phone-tasks', { query: { ...query, status: 'open' } }) : none,
    local ? api.get('/api/kinships', { query: { ...query, status: 'awaiting' } }) : none,
    api.get('/api/objections', { query: { ...query, status: 'open' } }),
    api.get('/api/elders', { query: { ...query, status: 'lapsed' } }),
    api.get('/api/notices', { query }),
  ]);
  const ours = [...open.items, ...taken.items].filter((need): need is OfficerNeed => need.view === 'officer');
  const late = ours.filter((need) => need.late);
  const waiting = ours.filter((need) => !need.late && need.status === 'open');
  const missed = worklist.items.filter((item) => item.status === 'owed' && item.missedLast);
  return {
    late: counted(late, open.next !== null || taken.next !== null),
    waiting: counted(waiting, open.next !== null),
    missed: counted(missed, missed.length === worklist.items.length && worklist.next !== null),
    calls: counted(calls.items, calls.next !== null),
    kinships: counted(kinships.items, kinships.next !== null),
    objections: counted(objections.items, objections.next !== null),
    lapsed: counted(lapsed.items, lapsed.next !== null),
    unread: counted(
      notices.items.filter((notice) => 'read' in notice && !notice.read),
      notices.next !== null,
    ),
  };
}

const counted = <T>(items: T[], more: boolean) => ({ count: items.length, more, first: items.slice(0, SHOWN) });

/** The day's work in one sentence. */
export function firstThing({ late, missed, calls, waiting }: Morning): string {
  if (late.count > 0) return `今早先办：${late.count} 件事过了时限`;
  if (missed.count > 0) return `今早先去看：${missed.count} 位上一期没见到`;
  if (calls.count > 0) return `今早先打：${calls.count} 个电话`;
  return waiting.count > 0 ? `${waiting.count} 件事等人接` : '今早没有过时限的事';
}
