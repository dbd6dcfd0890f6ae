import type { Duty, PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 附件1, row by row: the department; the task is quoted. Rows 4, 6, 8 and 13 share the cell of the row above. */
const DEPARTMENTS = [
  '养老服务联席会议成员单位',
  '党委政法委',
  '文明办',
  '文明办',
  '民政部门',
  '民政部门',
  '教育部门',
  '教育部门',
  '财政部门',
  '住建部门',
  '农业农村部门',
  '卫健部门',
  '卫健部门',
  '残联',
] as const;

const ROWS = [
  'duty1',
  'duty2',
  'duty3',
  'duty4',
  'duty5',
  'duty6',
  'duty7',
  'duty8',
  'duty9',
  'duty10',
  'duty11',
  'duty12',
  'duty13',
  'duty14',
] as const;

export const duties: PolicyPack['duties'] = ROWS.map((quotation, index): Duty => {
  const because = plan.cite(`duty.${index + 1}`, quotation);
  return { number: index + 1, department: DEPARTMENTS[index]!, task: because.text, because: [because] };
});
