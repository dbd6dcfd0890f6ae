import {
  agedPapers,
  ANY_LOSS,
  line,
  LOST_ONLY_CHILD,
  type PlanTable,
} from '../../../../../test/policy/differential/plan-table';

/** 石狮 */
export const secondReading: PlanTable = {
  age: '附件2',
  objects: '附件2',
  categories: [
    // 无配偶、无子女，无人照顾，丧失劳动能力
    line('childless-alone', '附件2 1', [['无配偶', '无子女', '缺乏陪伴和照顾', '丧失劳动能力']]),
    // 无儿无女无老伴；或者不与子女或其他家属同住且都不在同一镇（街道）
    line('living-alone', '附件2 2', [['无配偶', '无子女'], ['亲属不在同一街道']]),
    // 与子女不在同一镇（街道）
    line('empty-nest', '附件2 3', [['有子女', '子女不在同一街道']]),
    // 农村户籍
    line('left-behind', '附件2 4', [['农村户籍', '有子女', '全部子女外出半年']]),
    // 4个等级
    line('disabled-ability', '附件2 5', ANY_LOSS),
    line('severe-disability', '附件2 6', [['残疾一二级']]),
    line('family-planning-special', '附件2 7', LOST_ONLY_CHILD),
  ],
  // 重点对象、一般对象
  tiers: [line('key', '附件3 一', [['勾为重点对象']]), line('general', '附件3 一')],
  visits: [line('month', '附件4')],
  entrustment: null,
  referral: [line({ to: 'community', inform: ['first-contact'] }, '附件4')],
  providers: [line('assigned', '附件4')],
  flags: agedPapers('附件2 5', '附件2 6'),
  // 还符合“无生活来源”等规定条件的可纳入特困
  notes: [['孤寡老年人没有生活来源的，可以申请特困救助供养，请问清收入', [['类别:childless-alone', '不是特困']]]],
};
