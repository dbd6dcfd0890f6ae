import { baselineKindWords } from '../../baseline/kind-words';
import type { PolicyPack } from '../../engine/pack';

/** 附件3 一 as a family reads it. */
export const kindWords: PolicyPack['kindWords'] = {
  ...baselineKindWords,
  'tier.key': ({ she }) => `社区登记的时候，把${she}列为重点`,
  'tier.general': ({ she }) => `社区登记的时候，把${she}列为一般`,
  'tier.not-ticked': () => '社区登记的时候还没有定，先按一般',
};
