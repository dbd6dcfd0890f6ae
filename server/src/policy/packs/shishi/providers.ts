import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

export const providers: PolicyPack['providers'] = {
  values: ['assigned'],
  rules: [
    {
      when: () => true,
      then: always(
        'assigned',
        plan.reading('provider.assigned', '附件4', '附件没有写明由谁负责到人，我们的理解：给每位老人指定探访人'),
      ),
    },
  ],
};
