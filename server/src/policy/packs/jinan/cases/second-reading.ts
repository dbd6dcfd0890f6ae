import {
  agedPapers,
  EVERYONE,
  line,
  LOST_SELF_CARE,
  notDefined,
  NOT_DEFINED_NOTE,
  type PlanTable,
  type Rows,
} from '../../../../../test/policy/differential/plan-table';

const KEY_UNDER_80: Rows = [['残疾一二级'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床'], ['失智']];
const SECONDARY: Rows = [['评估为中度'], ['未评估', '行动不便']];

/** 济南市实施方案 2023-10-18 */
export const secondReading: PlanTable = {
  age: '一',
  objects: '附件1',
  // 附件1 被探访人身份; 二（一）1 names 轻度 to 完全, those not assessed, and 失智
  categories: notDefined(
    '附件1',
    line('disabled-ability', '二（一）1', [...LOST_SELF_CARE, ['未评估', '行动不便']]),
    line('disabled-ability', '二（一）1（3）', [['评估为轻度']]),
    line('disabled-ability', '二（一）1（1）', [['失智']]),
  ),
  tiers: [
    line('key', '二（一）1（1）', [['80周岁']]),
    line('key', '二（一）1（1）', KEY_UNDER_80),
    line('secondary', '二（一）1（2）', SECONDARY),
    line('general', '二（一）1（3）'),
  ],
  // 80周岁以上由委托服务接手的每月；一周、每半个月、每月
  visits: [
    line('month', '二（二）1', [['80周岁', '委托执行中']]),
    line('week', '二（二）1', [['80周岁']]),
    line('week', '二（二）4', KEY_UNDER_80),
    line('half-month', '二（二）4', SECONDARY),
    line('month', '二（二）4'),
  ],
  entrustment: {
    eligible: line(true, '二（三）1', [['80周岁']]),
    governmentFunded: line(true, '二（三）2', [['80周岁', '类别:living-alone']]),
  },
  referral: [line({ to: 'community', inform: ['first-contact'] }, '二（二）2')],
  // 代理服务机构；居家养老服务、家庭养老床位
  providers: [
    line('agency', '二（三）2', [['80周岁', '委托执行中']]),
    line('contracted', '二（二）4', [['居家养老服务'], ['家庭养老床位']]),
    line('assigned', '二（二）4'),
  ],
  flags: agedPapers('二（一）1', '二（一）1（1）'),
  notes: [[NOT_DEFINED_NOTE, EVERYONE]],
};
