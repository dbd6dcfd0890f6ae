import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';
import { isAged80 } from './tiers';

/** 二（三）委托服务. Who may entrust, and for whom the government does. */
export const entrustment: PolicyPack['entrustment'] = {
  isEligible: isAged80,
  isGovernmentFunded: (elder) => elder.categories.has('living-alone'),
  eligible: [plan.cite('entrustment.object', 'entrustmentAged80')],
  governmentFunded: [
    plan.cite('entrustment.government', 'governmentEntrustment'),
    plan.reading(
      'entrustment.government',
      '二（三）2',
      '原文写“可采取政府委托服务的方式”，没有写明费用，我们的理解：80 周岁及以上独居老年人的委托由政府出资',
    ),
  ],
  notEligible: [plan.cite('entrustment.object', 'entrustmentAged80')],
};
