import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（五）4: the first contact or other family at once, and help with it. */
export const emergency: PolicyPack['emergency'] = {
  steps: [
    { call: 'first-contact', numbers: [], because: [plan.cite('emergency.call-first-contact', 'emergency')] },
    { call: 'family', numbers: [], because: [plan.cite('emergency.call-family', 'emergency')] },
    {
      call: 'emergency-services',
      numbers: [
        { number: '120', forWhat: '急病、受伤' },
        { number: '119', forWhat: '起火、燃气' },
        { number: '110', forWhat: '报警、开门' },
      ],
      because: [
        plan.reading(
          'emergency.call-help',
          '二（五）4',
          '原文写“协助做好相关工作”，我们的理解：同时拨打 120、119、110',
        ),
        plan.cite('emergency.call-help', 'emergency'),
      ],
    },
  ],
  recordAfterwards: [
    plan.reading('emergency.record', '二（五）4', '方案没有写明，我们的理解：事后要把处置经过记录归档'),
  ],
};
