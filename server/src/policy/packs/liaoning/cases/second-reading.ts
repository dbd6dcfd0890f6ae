import {
  agedPapers,
  ALL_CHILDREN_AWAY,
  line,
  LOST_ONLY_CHILD,
  LOST_SELF_CARE,
  type PlanTable,
} from '../../../../../test/policy/differential/plan-table';

/** 辽宁 */
export const secondReading: PlanTable = {
  age: '附件2 6',
  objects: '二（一）',
  categories: [
    // 丧偶，子女不在身边；子女离家后，独自居住的老年夫妇
    line('living-alone', '附件2 1', [['丧偶', '子女不在同一街道']]),
    line('empty-nest', '附件2 1', [['有子女', '只有老两口同住']]),
    // 全部子女，通常半年以上
    line('left-behind', '附件2 2', ALL_CHILDREN_AWAY),
    line('disabled-ability', '附件2 3', LOST_SELF_CARE),
    line('severe-disability', '附件2 4', [['残疾一二级']]),
    line('family-planning-special', '附件2 5', LOST_ONLY_CHILD),
  ],
  tiers: null,
  // 月探访率100%
  visits: [line('month', '一（三）')],
  entrustment: null,
  referral: [line({ to: 'community', inform: ['first-contact'] }, '二（四）')],
  // 逐户确定
  providers: [line('assigned', '二（三）')],
  flags: agedPapers('附件2 3', '附件2 4'),
  notes: [],
};
