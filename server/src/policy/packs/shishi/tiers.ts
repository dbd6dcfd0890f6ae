import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 附件3: 重点对象 or 一般对象, ticked by staff; the annexes draw no line between the two. */
export const tiers: PolicyPack['tiers'] = {
  values: ['key', 'general'],
  rules: [
    {
      when: (elder) => elder.facts.staffTier === 'key',
      then: always('key', plan.cite('tier.key', 'registrationTiers')),
    },
    {
      when: (elder) => elder.facts.staffTier === 'general',
      then: always('general', plan.cite('tier.general', 'registrationTiers')),
    },
    {
      when: () => true,
      then: always(
        'general',
        plan.reading('tier.not-ticked', '附件3 一', '附件没有写明，我们的理解：登记表上还没有勾的，先按一般对象'),
        plan.cite('tier.not-ticked', 'registrationTiers'),
      ),
    },
  ],
};
