import { api, type ReplyOf } from '@/api';

type Page = ReplyOf<'get', '/api/districts/{districtId}/reading-effects'>;

/** What a decision would change, as far as it has been counted. */
export interface Effects {
  total: number;
  looked: number;
  changed: number;
  leaving: number;
  joining: number;
  moreOften: number;
  lessOften: number;
  done: boolean;
}

export interface Proposal {
  districtId: string;
  ruleId: string;
  /** Null: back to our reading. */
  value: string | null;
  from: string;
}

const COUNTED = ['looked', 'changed', 'leaving', 'joining', 'moreOften', 'lessOften'] as const;

/**
 * Counts page by page, so that a large district can be watched and left.
 * @param onPage what there is so far; false ends it
 */
export async function weigh(proposal: Proposal, onPage: (effects: Effects) => boolean): Promise<void> {
  const { districtId, ruleId, value, from } = proposal;
  let effects: Effects = { ...NOTHING };
  let after: string | null | undefined;
  while (after !== null) {
    const query = { ruleId, from, ...(value === null ? {} : { value }), ...(after ? { after } : {}) };
    const page: Page = await api.get('/api/districts/{districtId}/reading-effects', { path: { districtId }, query });
    effects = added(effects, page);
    after = page.next;
    if (!onPage(effects)) return;
  }
}

const NOTHING: Effects = {
  ...{ total: 0, looked: 0, changed: 0, leaving: 0, joining: 0, moreOften: 0, lessOften: 0, done: false },
};

function added(before: Effects, page: Page): Effects {
  const sums = Object.fromEntries(COUNTED.map((field) => [field, before[field] + page[field]]));
  return { ...before, ...sums, total: page.total ?? before.total, done: page.next === null };
}

/** `12 位老人的结果会变：3 位不再列入探访，9 位去得勤些` */
export function effectsInWords({ changed, leaving, joining, moreOften, lessOften }: Effects): string {
  if (changed === 0) return '没有哪位老人的结果会变';
  const otherwise = changed - leaving - joining - moreOften - lessOften;
  const parts = [
    [leaving, '不再列入探访'],
    [joining, '新列入探访'],
    [moreOften, '去得勤些'],
    [lessOften, '去得少些'],
    [otherwise, '去几次不变，别的有变'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} 位${words}`);
  return `${changed} 位老人的结果会变：${said.join('，')}`;
}
