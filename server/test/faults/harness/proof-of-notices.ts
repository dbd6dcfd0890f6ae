import { Need } from '../../../src/modules/care';
import { Notice, NoticeAttempt, PhoneTask, SubscriptionEntry } from '../../../src/modules/notification';
import type { Ctx } from '../../../src/platform/context/context';
import type { City } from './city';
import type { Faults } from './proof-of-visits';
import type { Accepted } from './wechat';

export interface NoticesFound {
  faults: Faults;
  /** Notices to relatives. */
  notices: number;
  /** Messages that the platform took. */
  accepted: number;
  /** Messages that it took although it had taken the same notice before. */
  duplicates: number;
  sent: number;
  /** Not sent, and somebody was asked to phone. */
  phoned: number;
  /** Not sent and not phoned about, because they were read in the app or settled before. */
  neither: number;
  /** Calls of which nobody can say whether they went out. */
  unknown: number;
}

/** Compares our tables with the platform's own journal: no notice went out twice, and none ended nowhere. */
export async function faultsOfNotices(ctx: Ctx, city: City, journal: readonly Accepted[]): Promise<NoticesFound> {
  const notices = await ctx.em.findBy(Notice, { audience: 'family' });
  const attempts = await ctx.em.find(NoticeAttempt);
  const phoned = new Set((await ctx.em.find(PhoneTask)).map(({ noticeId }) => noticeId));
  const open = new Set((await ctx.em.find(Need)).filter(({ status }) => status !== 'closed').map(({ id }) => id));
  const isSettled = ({ needIds }: Notice) => needIds.split(',').every((id) => !open.has(id));
  const isNews = ({ template }: Notice) => template !== 'needClosed';
  const unsent = notices.filter(({ state }) => state !== 'sent');
  const lost = unsent.filter(
    (notice) => isNews(notice) && !phoned.has(notice.id) && notice.readAt === null && !isSettled(notice),
  );
  const { duplicates, faults } = compare(notices, attempts, journal, city);
  return {
    faults: [
      ...faults,
      ...notices
        .filter(({ state }) => ['waiting', 'sending'].includes(state))
        .map(({ id, state }) => `notice ${id} is still ${state}`),
      ...lost.map(({ id, state }) => `notice ${id} ended ${state}, and nobody phones`),
      ...(await ledgerFaults(ctx)),
    ],
    ...{ notices: notices.length, accepted: journal.length, duplicates },
    sent: notices.length - unsent.length,
    phoned: unsent.filter(({ id }) => phoned.has(id)).length,
    neither: unsent.filter(({ id }) => !phoned.has(id)).length,
    unknown: attempts.filter(({ state }) => state === 'unknown').length,
  };
}

function compare(
  notices: readonly Notice[],
  attempts: readonly NoticeAttempt[],
  journal: readonly Accepted[],
  city: City,
): { duplicates: number; faults: Faults } {
  const openids = new Map(city.families.map(({ daughter }) => [daughter.id, daughter.openid]));
  const faceOf = (openid: string, page: string | null, words: string) => `${openid} ${page} ${words}`;
  const faces = new Map(
    notices.map((notice) => [
      notice.id,
      faceOf(openids.get(notice.accountId)!, notice.page, wordsOf(notice.data ?? {})),
    ]),
  );
  const taken = new Map(
    journal.map((message) => [
      message.id,
      faceOf(
        message.openid,
        message.page,
        wordsOf(Object.fromEntries(message.rows.map(({ key, value }) => [key, value]))),
      ),
    ]),
  );
  const tried = new Map<string, NoticeAttempt[]>();
  for (const attempt of attempts) tried.set(attempt.noticeId, [...(tried.get(attempt.noticeId) ?? []), attempt]);
  const faults: Faults = [];
  for (const [noticeId, calls] of tried) {
    // After one that may have gone out there must be no other.
    const out = calls.filter(({ state }) => state === 'sent' || state === 'unknown');
    if (out.length > 1) faults.push(`notice ${noticeId} was sent after it may have gone out already`);
    for (const { msgid } of out)
      if (msgid !== null && taken.get(msgid) !== faces.get(noticeId))
        faults.push(`notice ${noticeId} and message ${msgid} differ`);
  }
  const mayBeOut = countsOf(
    notices
      .filter(({ id }) => tried.get(id)?.some(({ state }) => state === 'sent' || state === 'unknown'))
      .map(({ id }) => faces.get(id)!),
  );
  let duplicates = 0;
  for (const [face, count] of countsOf([...taken.values()]))
    duplicates += Math.max(0, count - (mayBeOut.get(face) ?? 0));
  if (duplicates > 0) faults.push(`${duplicates} messages were taken twice, or for no notice`);
  return { duplicates, faults };
}

const wordsOf = (data: Record<string, string>) => JSON.stringify(Object.entries(data).sort());

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Each balance is the one before and the change. */
async function ledgerFaults(ctx: Ctx): Promise<Faults> {
  const entries = await ctx.em.find(SubscriptionEntry, {
    order: { accountId: 'ASC', templateId: 'ASC', sequence: 'ASC' },
  });
  return entries.flatMap((entry, at) => {
    const before = entry.sequence === 1 ? 0 : entries[at - 1]!.balance;
    const holds = entry.balance === before + entry.amount && entry.balance >= 0;
    return holds ? [] : [`ledger entry ${entry.id} does not add up`];
  });
}
