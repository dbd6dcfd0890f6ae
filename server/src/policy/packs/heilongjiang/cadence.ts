import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 四（二）1 for 失能; for all others the monthly rate of 100 % in the preamble. */
export const cadence: PolicyPack['cadence'] = {
  values: ['week', 'half-month', 'month'],
  rules: [
    {
      when: (elder) => elder.categories.has('disabled-ability'),
      then: always('month', plan.cite('cadence.disabled-ability', 'disabledMonthly')),
    },
    {
      when: () => true,
      then: always(
        'month',
        plan.reading(
          'cadence.monthly',
          '引言',
          '方案只写明失能老年人的频次，我们的理解：月探访率要达到100%，其他老年人也每月至少探访一次',
        ),
        plan.cite('cadence.monthly', 'monthlyRate'),
      ),
    },
  ],
};

export const rateTarget: PolicyPack['rateTarget'] = {
  percent: 100,
  every: 'month',
  by: null,
  because: [plan.cite('rate.monthly', 'monthlyRate')],
};
