import { baselineCategories, BASELINE_NOTE } from '../../baseline/categories';
import { isAssessedAs, isUnassessedAndBedridden, isUnassessedWithLimitedMobility } from '../../baseline/conditions';
import type { CategoryRule, PolicyPack } from '../../engine/pack';
import { plan } from './plan';

const baseline = baselineCategories(plan, '附件1');

/** 失能: 二（一）1 names 轻度 to 完全失能, classes the unassessed by their state, and includes 失智. */
const disabledAbility: readonly CategoryRule[] = [
  {
    code: 'disabled-ability',
    when: (elder) =>
      isAssessedAs(elder, 'moderate', 'severe', 'total') ||
      isUnassessedAndBedridden(elder) ||
      isUnassessedWithLimitedMobility(elder),
    because: [
      plan.reading(
        'category.disabled-ability',
        '二（一）1',
        '方案没有写明定义，我们的理解：失能，是评估为中度、重度失能或完全失能；没有评估但长期卧床或行动不便的按方案归类计入',
      ),
    ],
    note: BASELINE_NOTE,
  },
  {
    code: 'disabled-ability',
    when: (elder) => isAssessedAs(elder, 'mild'),
    because: [
      plan.reading(
        'category.disabled-ability-mild',
        '二（一）1（3）',
        '方案没有写明定义，我们的理解：一般人群里写到轻度失能，所以轻度失能也是失能',
      ),
    ],
    note: BASELINE_NOTE,
  },
  {
    code: 'disabled-ability',
    when: (elder) => elder.facts.dementia === true,
    because: [
      plan.reading(
        'category.disabled-ability-dementia',
        '二（一）1（1）',
        '方案没有写明定义，我们的理解：重点人群包含失智老年人，所以失智也是失能',
      ),
    ],
    note: BASELINE_NOTE,
  },
];

/** In the order of a result. 附件1 names the identities; the text defines none of them. */
export const categories: PolicyPack['categories'] = [
  baseline['living-alone'],
  baseline['empty-nest'],
  baseline['left-behind'],
  ...disabledAbility,
  baseline['severe-disability'],
  baseline['family-planning-special'],
];

/** Old age as the plan's subject: it writes 老年人 without an age. */
export const age: PolicyPack['age'] = {
  from: 60,
  reached: [plan.reading('age', '一', '方案没有写明年龄，我们的理解：老年人是 60 周岁及以上的人')],
  notReached: [
    plan.reading('age', '一', '方案没有写明年龄，我们的理解：老年人是 60 周岁及以上的人，现在还不满 60 周岁'),
  ],
};

export const noCategory: PolicyPack['noCategory'] = [
  plan.reading(
    'category.none',
    '附件1',
    '我们的理解：已知情况不符合独居、空巢、留守、失能、重残、计划生育特殊家庭中的任何一类',
  ),
];
