import {
  hasChildrenInOtherStreetsOnly,
  hasNeitherSpouseNorChild,
  hasNoRelativeInStreet,
  hasSevereDisability,
  isAssessedAs,
  isFamilyPlanningSpecial,
  isLeftBehindByAllChildren,
} from '../../baseline/conditions';
import type { Elder } from '../../engine/elder';
import type { Because } from '../../engine/citation';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** Told with every 孤寡 who does not have 特困 yet. */
export const DESTITUTION_PROMPT = '孤寡老年人没有生活来源的，可以申请特困救助供养，请问清收入';

/** 无配偶、无子女，无人照顾，丧失劳动能力 */
function isChildlessAndAlone(elder: Elder): boolean {
  return hasNeitherSpouseNorChild(elder) && elder.facts.lacksDailyCare === true && elder.facts.incapableOfWork === true;
}

const childlessAlone: Because = [
  plan.cite('category.childless-alone', 'childlessAlone'),
  plan.reading(
    'category.childless-alone',
    '附件2 1',
    '方案没有写明，我们的理解：“无人照顾”按摸底时掌握的日常缺乏陪伴和照顾判断',
  ),
];

/** 附件2, in the order of a result. Of two ways into a category the first gives the grounds. */
export const categories: PolicyPack['categories'] = [
  {
    code: 'childless-alone',
    when: (elder) => isChildlessAndAlone(elder) && elder.facts.assistance?.includes('destitute') === true,
    because: childlessAlone,
  },
  { code: 'childless-alone', when: isChildlessAndAlone, because: childlessAlone, note: DESTITUTION_PROMPT },
  {
    code: 'living-alone',
    when: hasNeitherSpouseNorChild,
    because: [
      plan.cite('category.living-alone', 'livingAlone'),
      plan.reading(
        'category.living-alone',
        '附件2 2',
        '原文把“孤寡老年人”也写进独居，我们的理解：无配偶、无子女就是独居，可以同时是孤寡',
      ),
    ],
  },
  {
    code: 'living-alone',
    when: hasNoRelativeInStreet,
    because: [plan.cite('category.living-alone', 'livingAlone')],
  },
  {
    code: 'empty-nest',
    when: hasChildrenInOtherStreetsOnly,
    because: [plan.cite('category.empty-nest', 'emptyNest')],
  },
  {
    code: 'left-behind',
    when: (elder) => elder.facts.household?.rural === true && isLeftBehindByAllChildren(elder),
    because: [
      plan.cite('category.left-behind', 'leftBehind'),
      plan.reading(
        'category.left-behind',
        '附件2 4',
        '原文写“通常半年以上”，我们的理解：全部子女外出都满半年、没有子女同住的，是留守',
      ),
    ],
  },
  {
    code: 'disabled-ability',
    when: (elder) => isAssessedAs(elder, 'mild', 'moderate', 'severe', 'total'),
    because: [plan.cite('category.disabled-ability', 'disabledAbility')],
  },
  {
    code: 'severe-disability',
    when: hasSevereDisability,
    because: [plan.cite('category.severe-disability', 'severeDisability')],
  },
  {
    code: 'family-planning-special',
    when: isFamilyPlanningSpecial,
    because: [plan.cite('category.family-planning-special', 'familyPlanning')],
  },
];

/** Old age as the annexes' subject: they write 老年人 without an age. */
export const age: PolicyPack['age'] = {
  from: 60,
  reached: [plan.reading('age', '附件2', '附件没有写明年龄，我们的理解：老年人是 60 周岁及以上的人')],
  notReached: [
    plan.reading('age', '附件2', '附件没有写明年龄，我们的理解：老年人是 60 周岁及以上的人，现在还不满 60 周岁'),
  ],
};

export const noCategory: PolicyPack['noCategory'] = [
  plan.reading('category.none', '附件2', '我们的理解：已知情况不符合附件2 的七类中的任何一类'),
];
