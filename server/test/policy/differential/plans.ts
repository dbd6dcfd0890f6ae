import type { Cadence, Category, EligibilityFlag, ServiceProvider, Tier } from '@tanfang/shared';
import type { PackId, Referral } from '../../../src/policy';
import type { Condition } from './conditions';

/** All of a row, any of the rows. A row may also ask for a category that was found. */
export type Ask = Condition | `类别:${Category}`;
export type Rows = readonly (readonly Ask[])[];

/** From top to bottom: the first line that holds decides. `from`: not before that day. */
export type Lines<Value> = readonly { readonly value: Value; readonly any: Rows; readonly from?: string }[];

export interface PlanTable {
  readonly categories: readonly (readonly [Category, Rows])[];
  readonly tiers: Lines<Tier> | null;
  readonly visits: Lines<Cadence>;
  readonly entrustment: { readonly eligible: Rows; readonly governmentFunded: Rows } | null;
  readonly referral: Lines<Pick<Referral, 'to' | 'inform'>>;
  readonly providers: Lines<ServiceProvider>;
  readonly flags: readonly (readonly [EligibilityFlag, Rows])[];
}

const EVERYONE: Rows = [[]];

const AGED_PAPERS: PlanTable['flags'] = [
  ['assessment-stale', [['评估超过一年']]],
  ['certificate-expired', [['残疾证过期']]],
];

const LOST_ONLY_CHILD: Rows = [
  ['独生子女死亡', '未再生育或收养'],
  ['独生子女三级以上伤残', '未再生育或收养'],
];

/** 丧失生活自理能力 */
const LOST_SELF_CARE: Rows = [['评估为中度'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床']];

const ALL_CHILDREN_AWAY: Rows = [['有子女', '全部子女外出半年']];

/** Plans that name six kinds of elders and define none of them. */
const NOT_DEFINED = {
  'living-alone': [['无配偶', '子女不在同一街道', '无人同住']],
  'empty-nest': [['有子女', '只有老两口同住']],
  'left-behind': ALL_CHILDREN_AWAY,
  'severe-disability': [['残疾一二级']],
  'family-planning-special': LOST_ONLY_CHILD,
} as const satisfies Partial<Record<Category, Rows>>;

export const PLANS: Readonly<Record<PackId, PlanTable>> = {
  /** 京民养老发〔2024〕1号 */
  beijing: {
    categories: [
      // 二（二）1 无配偶无子女；或者不与子女或其他亲属同街道且日常缺乏陪伴和照顾
      [
        'living-alone',
        [
          ['无配偶', '无子女'],
          ['亲属不在同一街道', '缺乏陪伴和照顾'],
        ],
      ],
      // 二（二）2 不与子女同街道；或者纯老年人家庭
      ['empty-nest', [['有子女', '子女不在同一街道'], ['同住的都满60周岁']]],
      // 二（二）3 在农村，全部子女半年及以上，身边没有赡养人或者赡养人无赡养能力
      [
        'left-behind',
        [
          ['住在农村', '有子女', '全部子女外出半年', '全部子女在区外'],
          ['住在农村', '有子女', '全部子女外出半年', '全部子女无赡养能力'],
        ],
      ],
      // 二（二）4 一级、二级、三级
      ['disabled-ability', [['评估为轻度'], ['评估为中度'], ['评估为重度'], ['评估为完全失能']]],
      // 二（二）5 一、二级，三级的智力、精神残疾
      ['severe-disability', [['残疾一二级'], ['残疾三级', '智力残疾'], ['残疾三级', '精神残疾']]],
      // 二（二）6、7
      ['family-planning-special', LOST_ONLY_CHILD],
      ['other', [['区里另行纳入']]],
    ],
    tiers: null,
    // 二（五）2 到2024年底每月，到2025年底每周
    visits: [
      { value: 'week', any: EVERYONE, from: '2026-01-01' },
      { value: 'month', any: EVERYONE },
    ],
    entrustment: null,
    // 二（五）4
    referral: [
      { value: { to: 'street', inform: [] }, any: [['特困'], ['类别:family-planning-special']] },
      { value: { to: 'first-contact', inform: [] }, any: EVERYONE },
    ],
    // 三（二）签约驿站或家庭养老床位的兜底保障对象、重点服务对象
    providers: [
      {
        value: 'contracted',
        any: [
          ['签约驿站', '兜底保障对象'],
          ['签约驿站', '重点服务对象'],
          ['家庭养老床位', '兜底保障对象'],
          ['家庭养老床位', '重点服务对象'],
        ],
      },
      { value: 'assigned', any: EVERYONE },
    ],
    // 二（二）1、2、3 高龄
    flags: [
      [
        'priority-screening',
        [
          ['80周岁', '类别:living-alone'],
          ['80周岁', '类别:empty-nest'],
          ['80周岁', '类别:left-behind'],
        ],
      ],
      ...AGED_PAPERS,
    ],
  },

  /** 黑龙江省实施方案 2023-01-18 */
  heilongjiang: {
    categories: [
      // 引言 names six; 一（二）1 结合实际，确定本区域的对象
      ['living-alone', NOT_DEFINED['living-alone']],
      ['empty-nest', NOT_DEFINED['empty-nest']],
      ['left-behind', NOT_DEFINED['left-behind']],
      ['disabled-ability', LOST_SELF_CARE],
      ['severe-disability', NOT_DEFINED['severe-disability']],
      ['family-planning-special', NOT_DEFINED['family-planning-special']],
      ['other', [['区里另行纳入']]],
    ],
    tiers: null,
    // 引言 月探访率100%；四（二）1 失能每月不少于一次
    visits: [{ value: 'month', any: EVERYONE }],
    entrustment: null,
    // 五（二）1、四（二）4 knows an emergency contact
    referral: [{ value: { to: 'community', inform: ['first-contact', 'emergency-contact'] }, any: EVERYONE }],
    providers: [{ value: 'assigned', any: EVERYONE }],
    flags: AGED_PAPERS,
  },

  /** 辽宁, 附件2 有关名称解释 */
  liaoning: {
    categories: [
      // 1 丧偶，子女不在身边；子女离家后，独自居住的老年夫妇
      ['living-alone', [['丧偶', '子女不在同一街道']]],
      ['empty-nest', [['有子女', '只有老两口同住']]],
      // 2 全部子女，通常半年以上
      ['left-behind', ALL_CHILDREN_AWAY],
      // 3、4、5
      ['disabled-ability', LOST_SELF_CARE],
      ['severe-disability', [['残疾一二级']]],
      ['family-planning-special', LOST_ONLY_CHILD],
    ],
    tiers: null,
    // 一（三）月探访率100%
    visits: [{ value: 'month', any: EVERYONE }],
    entrustment: null,
    referral: [{ value: { to: 'community', inform: ['first-contact'] }, any: EVERYONE }],
    // 二（三）逐户确定
    providers: [{ value: 'assigned', any: EVERYONE }],
    flags: AGED_PAPERS,
  },

  /** 石狮, 附件2 and 附件3 */
  shishi: {
    categories: [
      // 1 无配偶、无子女，无人照顾，丧失劳动能力
      ['childless-alone', [['无配偶', '无子女', '缺乏陪伴和照顾', '丧失劳动能力']]],
      // 2 无儿无女无老伴；或者不与子女或其他家属同住且都不在同一镇（街道）
      ['living-alone', [['无配偶', '无子女'], ['亲属不在同一街道']]],
      // 3 与子女不在同一镇（街道）
      ['empty-nest', [['有子女', '子女不在同一街道']]],
      // 4 农村户籍
      ['left-behind', [['农村户籍', '有子女', '全部子女外出半年']]],
      // 5 4个等级
      ['disabled-ability', [['评估为轻度'], ['评估为中度'], ['评估为重度'], ['评估为完全失能']]],
      // 6、7
      ['severe-disability', [['残疾一二级']]],
      ['family-planning-special', LOST_ONLY_CHILD],
    ],
    // 附件3 重点对象、一般对象
    tiers: [
      { value: 'key', any: [['勾为重点对象']] },
      { value: 'general', any: EVERYONE },
    ],
    visits: [{ value: 'month', any: EVERYONE }],
    entrustment: null,
    referral: [{ value: { to: 'community', inform: ['first-contact'] }, any: EVERYONE }],
    providers: [{ value: 'assigned', any: EVERYONE }],
    flags: AGED_PAPERS,
  },

  /** 济南市实施方案 2023-10-18 */
  jinan: {
    categories: [
      // 附件1 被探访人身份
      ['living-alone', NOT_DEFINED['living-alone']],
      ['empty-nest', NOT_DEFINED['empty-nest']],
      ['left-behind', NOT_DEFINED['left-behind']],
      // 二（一）1 names 轻度 to 完全, those not assessed, and 失智
      [
        'disabled-ability',
        [
          ['评估为轻度'],
          ['评估为中度'],
          ['评估为重度'],
          ['评估为完全失能'],
          ['未评估', '长期卧床'],
          ['未评估', '行动不便'],
          ['失智'],
        ],
      ],
      ['severe-disability', NOT_DEFINED['severe-disability']],
      ['family-planning-special', NOT_DEFINED['family-planning-special']],
    ],
    // 二（一）1（1）（2）（3）
    tiers: [
      {
        value: 'key',
        any: [['80周岁'], ['残疾一二级'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床'], ['失智']],
      },
      { value: 'secondary', any: [['评估为中度'], ['未评估', '行动不便']] },
      { value: 'general', any: EVERYONE },
    ],
    // 二（二）4 一周、每半个月、每月；80周岁以上由委托服务接手的每月
    visits: [
      { value: 'month', any: [['80周岁', '委托执行中']] },
      {
        value: 'week',
        any: [['80周岁'], ['残疾一二级'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床'], ['失智']],
      },
      { value: 'half-month', any: [['评估为中度'], ['未评估', '行动不便']] },
      { value: 'month', any: EVERYONE },
    ],
    // 二（三）1、2
    entrustment: { eligible: [['80周岁']], governmentFunded: [['80周岁', '类别:living-alone']] },
    referral: [{ value: { to: 'community', inform: ['first-contact'] }, any: EVERYONE }],
    // 二（二）4 居家养老服务、家庭养老床位；二（三）代理服务机构
    providers: [
      { value: 'agency', any: [['80周岁', '委托执行中']] },
      { value: 'contracted', any: [['居家养老服务'], ['家庭养老床位']] },
      { value: 'assigned', any: EVERYONE },
    ],
    flags: AGED_PAPERS,
  },
};
