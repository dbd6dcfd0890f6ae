import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

const HELP_FIRST = '附件没有写明，我们的理解：先拨打 120、119、110，再联系第一联系人和其他家人';

/** The annexes are silent; help comes before everything else. */
export const emergency: PolicyPack['emergency'] = {
  steps: [
    {
      call: 'emergency-services',
      numbers: [
        { number: '120', forWhat: '急病、受伤' },
        { number: '119', forWhat: '起火、燃气' },
        { number: '110', forWhat: '报警、开门' },
      ],
      because: [plan.reading('emergency.call-help', '附件4', HELP_FIRST)],
    },
    { call: 'first-contact', numbers: [], because: [plan.reading('emergency.call-family', '附件4', HELP_FIRST)] },
    { call: 'family', numbers: [], because: [plan.reading('emergency.call-family', '附件4', HELP_FIRST)] },
  ],
  recordAfterwards: [plan.reading('emergency.record', '附件4', '附件没有写明，我们的理解：事后要把处置经过记录归档')],
};
