import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** The plan lists who takes part and lets no contract take the visits over. */
export const providers: PolicyPack['providers'] = {
  values: ['assigned'],
  rules: [
    {
      when: () => true,
      then: always(
        'assigned',
        plan.reading('provider.assigned', '三（二）2', '方案没有写明由谁负责到人，我们的理解：给每位老人指定探访人'),
        plan.cite('provider.assigned', 'visitors'),
      ),
    },
  ],
};
