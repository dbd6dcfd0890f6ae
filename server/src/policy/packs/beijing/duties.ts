import { numberedDuties } from '../../baseline/duties';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（一）and 三（一）, in the order of the plan; 附件1 with the other departments is not published. */
export const duties: PolicyPack['duties'] = numberedDuties(plan, [
  ['民政部门', 'dutyCivilAffairs'],
  ['市民政局', 'dutyDatabase'],
  ['民政、卫生健康、医保、残联等部门', 'dutySharedData'],
  ['市委政法委', 'dutyPeace'],
  ['首都文明办', 'dutyCivility'],
]);
