import { baselineCategories, BASELINE_NOTE } from '../../baseline/categories';
import { hasLostSelfCare } from '../../baseline/conditions';
import type { CategoryRule, PolicyPack } from '../../engine/pack';
import { plan } from './plan';

const baseline = baselineCategories(plan, '引言');

const disabledAbility: CategoryRule = {
  code: 'disabled-ability',
  when: hasLostSelfCare,
  because: [
    plan.reading(
      'category.disabled-ability',
      '引言',
      '方案没有写明定义，我们的理解：失能，是评估为中度、重度失能或完全失能，或者没有评估但长期卧床',
    ),
  ],
  note: BASELINE_NOTE,
};

/** In the order of a result. The plan names the categories and defines none; a district may add its own. */
export const categories: PolicyPack['categories'] = [
  baseline['living-alone'],
  baseline['empty-nest'],
  baseline['left-behind'],
  disabledAbility,
  baseline['severe-disability'],
  baseline['family-planning-special'],
  {
    code: 'other',
    when: (elder) => elder.facts.locallyDesignated !== undefined,
    because: [plan.cite('category.other', 'localObjects')],
  },
];

/** Old age as the plan's subject: it writes 老年人 without an age. */
export const age: PolicyPack['age'] = {
  from: 60,
  reached: [plan.reading('age', '引言', '方案没有写明年龄，我们的理解：老年人是 60 周岁及以上的人')],
  notReached: [
    plan.reading('age', '引言', '方案没有写明年龄，我们的理解：老年人是 60 周岁及以上的人，现在还不满 60 周岁'),
  ],
};

export const noCategory: PolicyPack['noCategory'] = [
  plan.cite('category.none', 'named'),
  plan.reading(
    'category.none',
    '引言',
    '我们的理解：已知情况不符合独居、空巢、留守、失能、重残、计划生育特殊家庭中的任何一类，本区域也没有另外确定为服务对象',
  ),
];
