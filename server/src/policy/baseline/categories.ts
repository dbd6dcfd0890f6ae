import type { Reader } from '../engine/citation';
import type { CategoryRule } from '../engine/pack';
import {
  hasSevereDisability,
  isCoupleLeftByChildren,
  isFamilyPlanningSpecial,
  isLeftBehindByAllChildren,
  livesAloneAwayFromChildren,
} from './conditions';

/** Told with every result for which a plan gives no definition of its own. */
export const BASELINE_NOTE = '本方案未给出定义，采用基线定义';

/**
 * Definitions for plans that name the categories without defining them. Each is a reading, and every result says so.
 * 失能 is not among them: each plan draws that line by its own words.
 * @param article where the plan names the categories.
 */
export function baselineCategories(plan: Reader, article: string): Record<BaselineCategory, CategoryRule> {
  const category = (code: BaselineCategory, when: CategoryRule['when'], reading: string): CategoryRule => ({
    code,
    when,
    because: [plan.reading(`category.${code}`, article, `方案没有写明定义，我们的理解：${reading}`)],
    note: BASELINE_NOTE,
  });
  return {
    'living-alone': category(
      'living-alone',
      livesAloneAwayFromChildren,
      '独居，是没有配偶、没有子女住在同一街道（镇）、也没有人同住',
    ),
    'empty-nest': category('empty-nest', isCoupleLeftByChildren, '空巢，是有子女，但家里只有老两口同住'),
    'left-behind': category('left-behind', isLeftBehindByAllChildren, '留守，是全部子女外出满半年、没有子女同住'),
    'severe-disability': category(
      'severe-disability',
      hasSevereDisability,
      '重残，是残疾证在有效期内、残疾等级为一级或二级',
    ),
    'family-planning-special': category(
      'family-planning-special',
      isFamilyPlanningSpecial,
      '计划生育特殊家庭，是独生子女死亡或者三级以上伤残，没有再生育或收养',
    ),
  };
}

type BaselineCategory = 'living-alone' | 'empty-nest' | 'left-behind' | 'severe-disability' | 'family-planning-special';
