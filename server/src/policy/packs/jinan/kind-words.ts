import { baselineKindWords } from '../../baseline/kind-words';
import type { PolicyPack } from '../../engine/pack';
import { isAged80 } from './tiers';

/** 二（一）1 and 二（二）4 as a family reads them. */
export const kindWords: PolicyPack['kindWords'] = {
  ...baselineKindWords,
  'category.disabled-ability-mild': baselineKindWords['category.disabled-ability']!,
  'category.disabled-ability-dementia': baselineKindWords['category.disabled-ability']!,
  'tier.key': ({ elder, she }) => (isAged80(elder) ? `${she} ${elder.age} 岁，满了 80` : `${she}的身体，要看得勤一些`),
  'tier.secondary': ({ she }) => `${she}日常起居要人搭把手，要多留意`,
  'tier.general': ({ elder, she }) => `${she} ${elder.age} 岁，不到 80，情况还平稳`,
  'cadence.aged-80-entrusted': () => '签了委托，代理服务机构每个月至少联系一次',
  'cadence.aged-80': () => '还没签委托，按重点人群每周一次',
  'cadence.key': () => '重点人群，每周看一次',
  'cadence.secondary': () => '次重点人群，每半个月看一次',
  'cadence.general': () => '一般人群，每个月看一次',
};
