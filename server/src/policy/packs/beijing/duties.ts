import type { Duty, PolicyPack } from '../../engine/pack';
import { plan } from './plan';

type DutyQuotation = Extract<Parameters<typeof plan.cite>[1], `duty${string}`>;

/** 二（一）and 三（一）, in the order of the plan; 附件1 with the other departments is not published. */
const ROWS: readonly (readonly [department: string, quotation: DutyQuotation])[] = [
  ['民政部门', 'dutyCivilAffairs'],
  ['市民政局', 'dutyDatabase'],
  ['民政、卫生健康、医保、残联等部门', 'dutySharedData'],
  ['市委政法委', 'dutyPeace'],
  ['首都文明办', 'dutyCivility'],
];

export const duties: PolicyPack['duties'] = ROWS.map(([department, quotation], index): Duty => {
  const because = plan.cite(`duty.${index + 1}`, quotation);
  return { number: index + 1, department, task: because.text, because: [because] };
});
