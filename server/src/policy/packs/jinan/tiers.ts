import {
  hasSevereDisability,
  isAssessedAs,
  isUnassessedAndBedridden,
  isUnassessedWithLimitedMobility,
} from '../../baseline/conditions';
import { always } from '../../engine/dated';
import type { Elder } from '../../engine/elder';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

export const VENERABLE_AGE = 80;

export function isAged80(elder: Elder): boolean {
  return elder.age >= VENERABLE_AGE;
}

/** 二（一）1 分类标准. The first tier that holds decides. */
export const tiers: PolicyPack['tiers'] = {
  values: ['key', 'secondary', 'general'],
  rules: [
    { when: isAged80, then: always('key', plan.cite('tier.key', 'keyAged80')) },
    {
      when: (elder) =>
        hasSevereDisability(elder) ||
        isAssessedAs(elder, 'severe', 'total') ||
        isUnassessedAndBedridden(elder) ||
        elder.facts.dementia === true,
      then: always('key', plan.cite('tier.key', 'keyUnder80')),
    },
    {
      when: (elder) => isAssessedAs(elder, 'moderate') || isUnassessedWithLimitedMobility(elder),
      then: always('secondary', plan.cite('tier.secondary', 'secondary')),
    },
    { when: () => true, then: always('general', plan.cite('tier.general', 'general')) },
  ],
};
