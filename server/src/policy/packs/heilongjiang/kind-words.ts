import { baselineKindWords } from '../../baseline/kind-words';
import type { PolicyPack } from '../../engine/pack';

const EVERY_MONTH = '方案里的老人，每个月至少看一次';

/** 四（二）1 and 五（二）2 as a family reads them. */
export const kindWords: PolicyPack['kindWords'] = {
  ...baselineKindWords,
  // Alike, and without the plan's sentence, which would tell the one from the other.
  'cadence.disabled-ability': { says: () => EVERY_MONTH },
  'cadence.monthly': { says: () => EVERY_MONTH },
  'referral.community': () => '由社区来办，同时告诉第一联系人和紧急联系人',
};
