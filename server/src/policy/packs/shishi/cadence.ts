import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** The annexes name no frequency. */
export const cadence: PolicyPack['cadence'] = {
  values: ['week', 'half-month', 'month'],
  rules: [
    {
      when: () => true,
      then: always(
        'month',
        plan.reading('cadence.monthly', '附件4', '附件没有写明频次，我们的理解：每月至少探访一次，这是全国的底线'),
      ),
    },
  ],
};

export const rateTarget: PolicyPack['rateTarget'] = {
  percent: 100,
  every: 'month',
  by: null,
  because: [plan.reading('rate.monthly', '附件4', '附件没有写明，我们的理解：月探访率要达到100%')],
};
