import { numberedDuties } from '../../baseline/duties';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 一（二）3, 三（二）3 “三发挥”“四引导”, then 六（二）1 and 2, in the order of the plan. */
export const duties: PolicyPack['duties'] = numberedDuties(plan, [
  ['民政部门', 'dutyDestitute'],
  ['卫生健康部门和残联', 'dutySharedData'],
  ['各相关部门', 'dutyGridData'],
  ['民政部门', 'byCarePlaces'],
  ['民政部门', 'bySocialWork'],
  ['人社部门', 'byPublicPosts'],
  ['卫生健康（老龄）部门', 'pairs'],
  ['教育部门', 'schoolCredit'],
  ['住建部门', 'byProperty'],
  ['民政部门', 'byCouriers'],
  ['政法委', 'dutyPeace'],
  ['文明办', 'dutyCivility'],
  ['民政部门', 'dutyCivilAffairs'],
  ['教育部门', 'dutyEducation'],
  ['财政部门', 'dutyFinance'],
  ['住房和城乡建设部门', 'dutyHousing'],
  ['农业农村部门', 'dutyAgriculture'],
  ['卫生健康（老龄）部门', 'dutyHealth'],
  ['残联组织', 'dutyDisabled'],
]);
