import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 五（二）1: help is called first, then the family or other emergency contacts; a record afterwards. */
export const emergency: PolicyPack['emergency'] = {
  steps: [
    {
      call: 'emergency-services',
      numbers: [
        { number: '120', forWhat: '急病、受伤' },
        { number: '119', forWhat: '起火、燃气' },
        { number: '110', forWhat: '报警、开门' },
      ],
      because: [plan.cite('emergency.call-help', 'emergency')],
    },
    { call: 'first-contact', numbers: [], because: [plan.cite('emergency.call-family', 'emergency')] },
    { call: 'family', numbers: [], because: [plan.cite('emergency.call-family', 'emergency')] },
  ],
  recordAfterwards: [plan.cite('emergency.record', 'emergency')],
};
