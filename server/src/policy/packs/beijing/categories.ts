import {
  hasChildrenInOtherStreetsOnly,
  hasNeitherSpouseNorChild,
  hasNoRelativeInStreet,
  hasSevereDisability,
  isAssessedAs,
  isFamilyPlanningSpecial,
} from '../../baseline/conditions';
import type { PolicyPack } from '../../engine/pack';
import { isLeftBehindInVillage, livesAmongTheOldOnly } from './conditions';
import { plan } from './plan';

const GRADE_OF_MIND = 3;

/** 二（二）分类细化探访关爱服务对象, in the order of a result. Of two ways into a category the first gives the grounds. */
export const categories: PolicyPack['categories'] = [
  {
    code: 'living-alone',
    when: hasNeitherSpouseNorChild,
    because: [plan.cite('category.living-alone', 'livingAlone')],
  },
  {
    code: 'living-alone',
    when: (elder) => hasNoRelativeInStreet(elder) && elder.facts.lacksDailyCare === true,
    because: [plan.cite('category.living-alone', 'livingAlone')],
  },
  {
    code: 'empty-nest',
    when: hasChildrenInOtherStreetsOnly,
    because: [plan.cite('category.empty-nest', 'emptyNest')],
  },
  {
    code: 'empty-nest',
    when: livesAmongTheOldOnly,
    because: [
      plan.cite('category.empty-nest', 'emptyNest'),
      plan.reading(
        'category.empty-nest',
        '二（二）2',
        '方案没有写明，我们的理解：一个人住的按独居判断；同住的人都满 60 周岁的是纯老年人家庭，生日不清楚的不算满 60 周岁',
      ),
    ],
  },
  {
    code: 'left-behind',
    when: isLeftBehindInVillage,
    because: [
      plan.cite('category.left-behind', 'leftBehind'),
      plan.reading(
        'category.left-behind',
        '二（二）3',
        '方案没有写明怎样算离开，我们的理解：全部子女外出都满半年，而且都住在户籍地和经常居住地的区以外，或者都没有赡养能力',
      ),
    ],
  },
  {
    code: 'disabled-ability',
    when: (elder) => isAssessedAs(elder, 'mild', 'moderate', 'severe'),
    because: [plan.cite('category.disabled-ability', 'disabledAbility')],
  },
  {
    code: 'disabled-ability',
    when: (elder) => isAssessedAs(elder, 'total'),
    because: [
      plan.reading(
        'category.disabled-ability-total',
        '二（二）4',
        '方案写到一级（重度）为止，我们的理解：完全失能也是失能',
      ),
      plan.cite('category.disabled-ability-total', 'disabledAbility'),
    ],
  },
  {
    code: 'severe-disability',
    when: (elder) => hasSevereDisability(elder) || hasMentalDisabilityOfGrade3(elder.certificate),
    because: [
      plan.cite('category.severe-disability', 'severeDisability'),
      plan.reading(
        'category.severe-disability',
        '二（二）5',
        '方案没有写明有效期，我们的理解：残疾证过了有效期就不再计入',
      ),
    ],
  },
  {
    code: 'family-planning-special',
    when: isFamilyPlanningSpecial,
    because: [plan.cite('category.family-planning-special', 'familyPlanning')],
  },
  {
    code: 'other',
    when: (elder) => elder.facts.locallyDesignated !== undefined,
    because: [plan.cite('category.other', 'locallyAdded')],
  },
];

/** 残疾等级为三级的智力、精神残疾 */
function hasMentalDisabilityOfGrade3(certificate: { grade: number; kinds: readonly string[] } | null): boolean {
  return (
    certificate?.grade === GRADE_OF_MIND &&
    (certificate.kinds.includes('intellectual') || certificate.kinds.includes('mental'))
  );
}

/** Old age as the plan's subject: it writes 老年人 without an age. */
export const age: PolicyPack['age'] = {
  from: 60,
  reached: [plan.reading('age', '二（二）', '方案没有写明年龄，我们的理解：老年人是 60 周岁及以上的人')],
  notReached: [
    plan.reading('age', '二（二）', '方案没有写明年龄，我们的理解：老年人是 60 周岁及以上的人，现在还不满 60 周岁'),
  ],
};

export const noCategory: PolicyPack['noCategory'] = [
  plan.reading('category.none', '二（二）', '我们的理解：已知情况不符合方案列明的六类，本区也没有按“其他情况”纳入'),
];
