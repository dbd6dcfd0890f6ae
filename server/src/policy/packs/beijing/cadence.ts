import { always, dated, since } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/**
 * 二（五）2. Monthly first; 「到2025年底」 weekly is to stand, so it is owed from the first day after. The street sets
 * more for an elder whose state asks for it.
 */
export const cadence: PolicyPack['cadence'] = {
  values: ['week', 'half-month', 'month'],
  rules: [
    {
      when: () => true,
      then: dated(
        always('month', plan.cite('cadence', 'monthly')),
        since(
          '2026-01-01',
          'week',
          plan.reading(
            'cadence',
            '二（五）2',
            '原文写“到2025年底原则上每周”，我们的理解：从2026年1月1日起每周至少探访一次',
          ),
          plan.cite('cadence', 'weekly'),
        ),
      ),
    },
  ],
};

export const rateTarget: PolicyPack['rateTarget'] = {
  percent: 100,
  every: 'month',
  by: '2024-12-31',
  because: [plan.cite('rate.monthly', 'monthlyRate')],
};

export const laterRateTarget: PolicyPack['laterRateTarget'] = {
  percent: 100,
  every: 'week',
  by: '2025-12-31',
  because: [plan.cite('rate.weekly', 'weeklyRate')],
};
