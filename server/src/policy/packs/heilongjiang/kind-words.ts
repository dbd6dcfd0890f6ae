import { baselineKindWords } from '../../baseline/kind-words';
import type { PolicyPack } from '../../engine/pack';

/** 四（二）1 and 五（二）2 as a family reads them. */
export const kindWords: PolicyPack['kindWords'] = {
  ...baselineKindWords,
  'cadence.disabled-ability': () => '失能的老人，每个月至少看一次',
  'referral.community': () => '由社区来办，同时告诉第一联系人和紧急联系人',
};
