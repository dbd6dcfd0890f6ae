import { baselineKindWords } from '../../baseline/kind-words';
import type { PolicyPack } from '../../engine/pack';

/** 二（五）2 and 4 as a family reads them. */
export const kindWords: PolicyPack['kindWords'] = {
  ...baselineKindWords,
  'category.disabled-ability-total': baselineKindWords['category.disabled-ability']!,
  cadence: ({ every }) => (every === 'week' ? '从 2026 年起，每周至少看一次' : '现在每个月至少看一次'),
  'referral.first-contact': () => '一般先告诉家里的第一联系人',
  'referral.street': () => '有的家庭由街道（乡镇）直接来办',
};
