import type { Duty, PolicyPack } from '../../engine/pack';
import { plan } from './plan';

type DutyQuotation = Extract<Parameters<typeof plan.cite>[1], `duty${string}`>;

/** 三（一）and 三（二）, in the order of the plan. */
const ROWS: readonly (readonly [department: string, quotation: DutyQuotation])[] = [
  ['党委政法委', 'dutyPeace'],
  ['文明办', 'dutyCivility'],
  ['民政部门', 'dutyCivilAffairs'],
  ['教育部门', 'dutyEducation'],
  ['财政部门', 'dutyFinance'],
  ['住房和城乡建设部门', 'dutyHousing'],
  ['农业农村部门', 'dutyAgriculture'],
  ['卫生健康部门', 'dutyHealth'],
  ['残联组织', 'dutyDisabled'],
];

export const duties: PolicyPack['duties'] = ROWS.map(([department, quotation], index): Duty => {
  const because = plan.cite(`duty.${index + 1}`, quotation);
  return { number: index + 1, department, task: because.text, because: [because] };
});
