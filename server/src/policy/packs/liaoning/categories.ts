import {
  hasLostSelfCare,
  hasSevereDisability,
  isCoupleLeftByChildren,
  isFamilyPlanningSpecial,
  isLeftBehindByAllChildren,
} from '../../baseline/conditions';
import { hasNoChildInStreet } from '../../engine/elder';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 附件2 有关名称解释, in the order of a result. */
export const categories: PolicyPack['categories'] = [
  {
    code: 'living-alone',
    // 丧偶, not merely single; one for whom a spouse is on record is not.
    when: (elder) => elder.facts.maritalStatus === 'widowed' && elder.hasNoSpouse && hasNoChildInStreet(elder),
    because: [
      plan.cite('category.living-alone', 'livingAlone'),
      plan.reading(
        'category.living-alone',
        '附件2 1',
        '方案没有写明多近算“身边”，我们的理解：没有子女住在同一乡镇（街道），就是子女不在身边',
      ),
    ],
  },
  {
    code: 'empty-nest',
    when: isCoupleLeftByChildren,
    because: [plan.cite('category.empty-nest', 'emptyNest')],
  },
  {
    code: 'left-behind',
    when: isLeftBehindByAllChildren,
    because: [
      plan.cite('category.left-behind', 'leftBehind'),
      plan.reading(
        'category.left-behind',
        '附件2 2',
        '原文写“通常半年以上”，我们的理解：全部子女外出都满半年、没有子女同住的，是留守',
      ),
    ],
  },
  {
    code: 'disabled-ability',
    when: hasLostSelfCare,
    because: [
      plan.cite('category.disabled-ability', 'disabledAbility'),
      plan.reading(
        'category.disabled-ability',
        '附件2 3',
        '方案没有写明等级，我们的理解：评估为中度、重度失能或完全失能，或者没有评估但长期卧床，是丧失生活自理能力',
      ),
    ],
  },
  {
    code: 'severe-disability',
    when: hasSevereDisability,
    because: [
      plan.cite('category.severe-disability', 'severeDisability'),
      plan.reading(
        'category.severe-disability',
        '附件2 4',
        '方案没有写明有效期，我们的理解：残疾证过了有效期就不再计入',
      ),
    ],
  },
  {
    code: 'family-planning-special',
    when: isFamilyPlanningSpecial,
    because: [plan.cite('category.family-planning-special', 'familyPlanning')],
  },
];

export const age: PolicyPack['age'] = {
  from: 60,
  reached: [plan.cite('age', 'aged60')],
  notReached: [plan.cite('age', 'aged60')],
};

export const noCategory: PolicyPack['noCategory'] = [
  plan.cite('category.none', 'objects'),
  plan.reading(
    'category.none',
    '二（一）',
    '我们的理解：已知情况不符合附件2 解释的任何一类；“因赡养人不在身边且居家生活困难需要关爱”由摸底时掌握，不另作判断',
  ),
];
