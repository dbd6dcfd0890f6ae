import {
  agedPapers,
  ANY_LOSS,
  EVERYONE,
  line,
  LOST_ONLY_CHILD,
  type PlanTable,
} from '../../../../../test/policy/differential/plan-table';

/** 京民养老发〔2024〕1号 */
export const secondReading: PlanTable = {
  age: '二（二）',
  objects: '二（二）',
  categories: [
    // 无配偶无子女；或者不与子女或其他亲属同街道且日常缺乏陪伴和照顾
    line('living-alone', '二（二）1', [
      ['无配偶', '无子女'],
      ['亲属不在同一街道', '缺乏陪伴和照顾'],
    ]),
    // 不与子女同街道；或者纯老年人家庭
    line('empty-nest', '二（二）2', [['有子女', '子女不在同一街道'], ['同住的都满60周岁']]),
    // 在农村，全部子女半年及以上，身边没有赡养人或者赡养人无赡养能力
    line('left-behind', '二（二）3', [
      ['住在农村', '有子女', '全部子女外出半年', '全部子女在区外'],
      ['住在农村', '有子女', '全部子女外出半年', '全部子女无赡养能力'],
    ]),
    // 一级、二级、三级
    line('disabled-ability', '二（二）4', ANY_LOSS),
    // 一、二级，三级的智力、精神残疾
    line('severe-disability', '二（二）5', [['残疾一二级'], ['残疾三级', '智力残疾'], ['残疾三级', '精神残疾']]),
    line('family-planning-special', '二（二）6', LOST_ONLY_CHILD),
    line('other', '二（二）7', [['区里另行纳入']]),
  ],
  tiers: null,
  // 到2024年底每月，到2025年底每周
  visits: [line('week', '二（五）2', EVERYONE, '2026-01-01'), line('month', '二（五）2')],
  entrustment: null,
  referral: [
    line({ to: 'street', inform: [] }, '二（五）4', [['特困'], ['类别:family-planning-special']]),
    line({ to: 'first-contact', inform: [] }, '二（五）4'),
  ],
  // 签约驿站或家庭养老床位的兜底保障对象、重点服务对象
  providers: [
    line('contracted', '三（二）', [
      ['签约驿站', '兜底保障对象'],
      ['签约驿站', '重点服务对象'],
      ['家庭养老床位', '兜底保障对象'],
      ['家庭养老床位', '重点服务对象'],
    ]),
    line('assigned', '二（三）1'),
  ],
  // 高龄
  flags: [
    line('priority-screening', '二（二）1', [['80周岁', '类别:living-alone']]),
    line('priority-screening', '二（二）2', [['80周岁', '类别:empty-nest']]),
    line('priority-screening', '二（二）3', [['80周岁', '类别:left-behind']]),
    ...agedPapers('二（二）4', '二（二）5'),
  ],
  notes: [],
};
