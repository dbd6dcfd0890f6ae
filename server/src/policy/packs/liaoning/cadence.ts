import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 一（三）: a monthly rate of 100 % leaves nobody less than one visit a month. */
export const cadence: PolicyPack['cadence'] = {
  values: ['week', 'half-month', 'month'],
  rules: [{ when: () => true, then: always('month', plan.cite('cadence.monthly', 'monthlyRate')) }],
};

export const rateTarget: PolicyPack['rateTarget'] = {
  percent: 100,
  every: 'month',
  by: '2025-12-31',
  because: [plan.cite('rate.monthly', 'monthlyRate')],
};
