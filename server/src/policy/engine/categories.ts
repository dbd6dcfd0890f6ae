import type { PlanCategory, Tier } from '@tanfang/shared';
import type { Citation, Decision } from './citation';
import { decisionOn, districtBecause, type DistrictReading } from './district-reading';
import type { Elder } from './elder';
import type { AssessedElder, CategoryRule, PolicyPack } from './pack';

/** A category an elder belongs to, and why. */
export type Matched = Pick<CategoryRule, 'code' | 'because' | 'note'>;

/** Of several rules with one code the first that holds gives the grounds. */
export function categoriesOf(pack: PolicyPack, elder: Elder, readings: readonly DistrictReading[]): Matched[] {
  const matched: Matched[] = [];
  for (const category of pack.categories) {
    if (matched.some(({ code }) => code === category.code) || !category.when(elder)) continue;
    if (readings.length === 0) matched.push(category);
    else matched.push(...asDecided(category, elder, readings));
  }
  return matched;
}

/** Why nobody counts whom our definition would: the district has decided otherwise. */
export function leftOutBecause(pack: PolicyPack, elder: Elder, readings: readonly DistrictReading[]): Citation[] {
  if (readings.length === 0) return [];
  return pack.categories.flatMap((category) => {
    const mine = category.when(elder) ? decided(category, elder, readings) : null;
    return mine?.value === 'no' ? districtBecause(mine, category.because).slice(0, 1) : [];
  });
}

export function assess(elder: Elder, matched: readonly Matched[], tier: Decision<Tier> | null): AssessedElder {
  const categories = new Set<PlanCategory>(matched.map((category) => category.code));
  return { ...elder, categories, tier: tier?.value ?? null };
}

function asDecided(category: CategoryRule, elder: Elder, readings: readonly DistrictReading[]): Matched[] {
  const mine = decided(category, elder, readings);
  if (mine === null) return [category];
  return mine.value === 'no' ? [] : [{ ...category, because: districtBecause(mine, category.because) }];
}

/** A definition that the plan gives is not the district's to change; one that we read into it is. */
function decided({ because }: CategoryRule, { on }: Elder, readings: readonly DistrictReading[]) {
  return because[0].reading ? decisionOn(readings, because[0].rule, on) : null;
}
