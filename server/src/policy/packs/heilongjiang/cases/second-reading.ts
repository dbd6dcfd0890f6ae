import {
  agedPapers,
  line,
  LOST_SELF_CARE,
  notDefined,
  NOT_DEFINED_NOTE,
  NOTED,
  type PlanTable,
} from '../../../../../test/policy/differential/plan-table';

/** 黑龙江省实施方案 2023-01-18 */
export const secondReading: PlanTable = {
  age: '引言',
  objects: '引言',
  categories: [
    ...notDefined('引言', line('disabled-ability', '引言', LOST_SELF_CARE)),
    // 结合实际，确定本区域的对象
    line('other', '一（二）1', [['区里另行纳入']]),
  ],
  tiers: null,
  // 失能每月不少于一次；月探访率100%
  visits: [line('month', '四（二）1', [['类别:disabled-ability']]), line('month', '引言')],
  entrustment: null,
  // knows an emergency contact
  referral: [line({ to: 'community', inform: ['first-contact', 'emergency-contact'] }, '五（二）2')],
  providers: [line('assigned', '三（二）2')],
  flags: agedPapers('引言', '引言'),
  notes: [[NOT_DEFINED_NOTE, NOTED]],
};
