import type { ReplyOf } from '@/api';

export type FamilyWhy = ReplyOf<'get', '/api/parents/{id}/why'>;
export type Reason = FamilyWhy['reasons'][number];

/** What telling the community is about, in each state of the page. */
export const TELL: Record<FamilyWhy['state'], { button: string; title: string; hint: string }> = {
  visited: { button: '不对，告诉社区', title: '哪里不对？', hint: '如：搬家了、现在和谁一起住、年纪不对' },
  'not-owed': { button: '不对，告诉社区', title: '哪里不对？', hint: '如：现在一个人住了、走路要人扶' },
  'not-known': { button: '我知道，告诉社区', title: '您知道的情况', hint: '如：家里有谁、都住在哪儿' },
  ended: { button: '有话跟社区说', title: '跟社区说', hint: '如：想知道为什么不去看了' },
};
