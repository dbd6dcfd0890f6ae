import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（三）: a named visitor, house by house. The plan lets no contract take the visits over. */
export const providers: PolicyPack['providers'] = {
  values: ['assigned'],
  rules: [{ when: () => true, then: always('assigned', plan.cite('provider.assigned', 'namedVisitor')) }],
};
