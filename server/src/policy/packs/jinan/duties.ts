import { numberedDuties } from '../../baseline/duties';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 三（一）and 三（二）, in the order of the plan. */
export const duties: PolicyPack['duties'] = numberedDuties(plan, [
  ['党委政法委', 'dutyPeace'],
  ['文明办', 'dutyCivility'],
  ['民政部门', 'dutyCivilAffairs'],
  ['教育部门', 'dutyEducation'],
  ['财政部门', 'dutyFinance'],
  ['住房和城乡建设部门', 'dutyHousing'],
  ['农业农村部门', 'dutyAgriculture'],
  ['卫生健康部门', 'dutyHealth'],
  ['残联组织', 'dutyDisabled'],
]);
