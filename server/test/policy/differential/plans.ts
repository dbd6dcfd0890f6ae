import type { Cadence, Category, EligibilityFlag, ServiceProvider, Tier } from '@tanfang/shared';
import type { PackId, Referral } from '../../../src/policy';
import type { Condition } from './conditions';

/** All of a row, any of the rows. A row may also ask for a category that was found. */
export type Ask = Condition | `类别:${Category}`;
export type Rows = readonly (readonly Ask[])[];

/** What holds when one of the rows does, and the article that says so. */
export interface Line<Value> {
  readonly value: Value;
  readonly article: string;
  readonly any: Rows;
  /** Not before that day. */
  readonly from?: string;
}

/** From top to bottom: the first line that holds decides. */
export type Lines<Value> = readonly Line<Value>[];

/** One plan, read once more. Of lines with one value the first that holds gives the article. */
export interface PlanTable {
  /** Where the plan says who is old, and where it says whom it means. */
  readonly age: string;
  readonly objects: string;
  readonly categories: Lines<Category>;
  readonly tiers: Lines<Tier> | null;
  readonly visits: Lines<Cadence>;
  readonly entrustment: { readonly eligible: Line<true>; readonly governmentFunded: Line<true> } | null;
  readonly referral: Lines<Pick<Referral, 'to' | 'inform'>>;
  readonly providers: Lines<ServiceProvider>;
  readonly flags: Lines<EligibilityFlag>;
  readonly notes: readonly (readonly [text: string, any: Rows])[];
}

const EVERYONE: Rows = [[]];

function line<Value>(value: Value, article: string, any: Rows = EVERYONE, from?: string): Line<Value> {
  return { value, article, any, ...(from === undefined ? {} : { from }) };
}

function agedPapers(ability: string, certificate: string): Lines<EligibilityFlag> {
  return [
    line('assessment-stale', ability, [['评估超过一年']]),
    line('certificate-expired', certificate, [['残疾证过期']]),
  ];
}

const LOST_ONLY_CHILD: Rows = [
  ['独生子女死亡', '未再生育或收养'],
  ['独生子女三级以上伤残', '未再生育或收养'],
];

/** 丧失生活自理能力 */
const LOST_SELF_CARE: Rows = [['评估为中度'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床']];

const ANY_LOSS: Rows = [['评估为轻度'], ['评估为中度'], ['评估为重度'], ['评估为完全失能']];

const ALL_CHILDREN_AWAY: Rows = [['有子女', '全部子女外出半年']];

const NOT_DEFINED_NOTE = '本方案未给出定义，采用基线定义';

/** Plans that name six kinds of elders and define none of them; 失能 is a matter of each plan's own words. */
function notDefined(article: string, disabled: Line<Category>): Lines<Category> {
  return [
    line('living-alone', article, [['无配偶', '子女不在同一街道', '无人同住']]),
    line('empty-nest', article, [['有子女', '只有老两口同住']]),
    line('left-behind', article, ALL_CHILDREN_AWAY),
    disabled,
    line('severe-disability', article, [['残疾一二级']]),
    line('family-planning-special', article, LOST_ONLY_CHILD),
  ];
}

const NOTED: Rows = [
  ['类别:living-alone'],
  ['类别:empty-nest'],
  ['类别:left-behind'],
  ['类别:disabled-ability'],
  ['类别:severe-disability'],
  ['类别:family-planning-special'],
];

/** 京民养老发〔2024〕1号 */
const beijing: PlanTable = {
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

/** 黑龙江省实施方案 2023-01-18 */
const heilongjiang: PlanTable = {
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

/** 辽宁 */
const liaoning: PlanTable = {
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

/** 石狮 */
const shishi: PlanTable = {
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

const KEY_UNDER_80: Rows = [['残疾一二级'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床'], ['失智']];
const SECONDARY: Rows = [['评估为中度'], ['未评估', '行动不便']];

/** 济南市实施方案 2023-10-18 */
const jinan: PlanTable = {
  age: '一',
  objects: '附件1',
  // 附件1 被探访人身份; 二（一）1 names 轻度 to 完全, those not assessed, and 失智
  categories: notDefined(
    '附件1',
    line('disabled-ability', '二（一）1', [...ANY_LOSS, ['未评估', '长期卧床'], ['未评估', '行动不便'], ['失智']]),
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

export const PLANS: Readonly<Record<PackId, PlanTable>> = { beijing, heilongjiang, liaoning, shishi, jinan };
