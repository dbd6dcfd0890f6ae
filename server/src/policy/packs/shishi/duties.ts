import { numberedDuties } from '../../baseline/duties';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 附件1, row by row; rows 4, 6, 8 and 13 share the cell of the row above. */
export const duties: PolicyPack['duties'] = numberedDuties(plan, [
  ['养老服务联席会议成员单位', 'duty1'],
  ['党委政法委', 'duty2'],
  ['文明办', 'duty3'],
  ['文明办', 'duty4'],
  ['民政部门', 'duty5'],
  ['民政部门', 'duty6'],
  ['教育部门', 'duty7'],
  ['教育部门', 'duty8'],
  ['财政部门', 'duty9'],
  ['住建部门', 'duty10'],
  ['农业农村部门', 'duty11'],
  ['卫健部门', 'duty12'],
  ['卫健部门', 'duty13'],
  ['残联', 'duty14'],
]);
