import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';
import { isAged80 } from './tiers';

/**
 * 二（二）4 频次. The plan serves the over-80s by entrustment instead of visits (二（二）1), yet its monthly rate of
 * 100 % (一) knows no exception: nobody may fall between the two.
 */
export const cadence: PolicyPack['cadence'] = {
  values: ['week', 'half-month', 'month'],
  rules: [
    {
      when: (elder) => isAged80(elder) && elder.facts.entrustment === 'active',
      then: always(
        'month',
        plan.reading(
          'cadence.aged-80-entrusted',
          '二（二）1',
          '方案没有写明，我们的理解：80 岁及以上、委托正在执行的，由代理服务机构每月至少联系并记录一次，月探访率才不落下人',
        ),
        plan.cite('cadence.aged-80-entrusted', 'visitedGroups'),
        plan.cite('cadence.aged-80-entrusted', 'monthlyRate'),
      ),
    },
    {
      when: isAged80,
      then: always(
        'week',
        plan.reading(
          'cadence.aged-80',
          '二（二）1',
          '方案没有写明，我们的理解：80 岁及以上归委托服务，但还没有签委托的也要有人去看，按重点人群的次数',
        ),
        plan.cite('cadence.aged-80', 'visitedGroups'),
        plan.cite('cadence.aged-80', 'frequencies'),
      ),
    },
    {
      // Of both sentences on 重点人群 the stricter is ours: no district may fall behind it.
      when: (elder) => elder.tier === 'key',
      then: always(
        'week',
        plan.cite('cadence.key', 'frequencies'),
        plan.reading(
          'cadence.key',
          '二（二）4',
          '原文“重点人群”写了两遍，我们的理解：一周一次的那一句说的才是重点人群',
        ),
      ),
    },
    {
      when: (elder) => elder.tier === 'secondary',
      then: always(
        'half-month',
        plan.reading(
          'cadence.secondary',
          '二（二）4',
          '原文“重点人群”写了两遍，我们的理解：每半个月一次的那一句说的是次重点人群',
        ),
        plan.cite('cadence.secondary', 'frequencies'),
      ),
    },
    { when: () => true, then: always('month', plan.cite('cadence.general', 'frequencies')) },
  ],
};

export const rateTarget: PolicyPack['rateTarget'] = {
  percent: 100,
  every: 'month',
  by: '2025-12-31',
  because: [plan.cite('rate.monthly', 'monthlyRate')],
};
