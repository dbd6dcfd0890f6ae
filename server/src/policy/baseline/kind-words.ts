import { hasNoChildInStreet, isAtHome, type Elder } from '../engine/elder';
import type { Relative } from '../engine/facts';
import type { KindWords, Telling } from '../engine/kind-words';
import { streetOf } from '../engine/places';

/**
 * The sentences for rules that mean the same in several plans. A pack adds its own and may replace any of these. What the
 * elder cannot do, and what papers say of it, is not told: not every relative knows.
 */
export const baselineKindWords: KindWords = {
  age: ({ elder, she, fromAge }) => `${she} ${elder.age} 岁，方案从 ${fromAge} 岁算起`,
  'category.none': () => '现在知道的情况，不在要定期去看的几类里',
  'category.childless-alone': () => '孤寡：没有老伴和孩子在身边，要常有人来看看',
  'category.living-alone': (told) => `独居：${whoIsAway(told)}`,
  'category.empty-nest': (told) => `空巢：${whoIsAtHome(told)}`,
  'category.left-behind': (told) => `留守：${whoWentAway(told)}`,
  'category.disabled-ability': { says: () => '日常起居要人照料' },
  'category.severe-disability': { says: () => '日常起居要多照应' },
  'category.family-planning-special': () => '计划生育特殊家庭：政策上要多关心的家庭',
  'category.other': () => '其他：本地认定要多关心的老人',
  'cadence.monthly': () => '方案里的老人，每个月至少看一次',
  'referral.community': () => '由社区来办，同时告诉家里的第一联系人',
};

/** 老伴不在，女儿在上海 */
function whoIsAway(told: Telling): string {
  return [spouseInWords(told.elder), childrenInWords(told)].filter(Boolean).join('，') || '身边没有家人';
}

function spouseInWords({ facts, hasNoSpouse, relatives }: Elder): string | null {
  if (hasNoSpouse) return facts.maritalStatus === 'widowed' ? '老伴不在' : '没有老伴';
  const spouse = relatives?.find(({ relation }) => relation === 'spouse');
  return spouse && !isAtHome(spouse) ? '老伴没有住在一起' : null;
}

/** Of children who do not live in the home: 女儿在上海，儿子不住在身边. Null: nobody knows whether there are any. */
function childrenInWords({ elder, kinOf }: Telling): string | null {
  if (elder.hasNoChild) return '身边没有孩子';
  if (!elder.hasChild) return null;
  const placed = elder.children.filter((child) => kinOf(child).place !== null);
  const words = placed.map((child) => `${kinOf(child).word}在${kinOf(child).place}`);
  const others = elder.children.filter((child) => !placed.includes(child));
  if (others.length > 0) words.push(`${callOf(others, placed, kinOf)}${distanceOf(elder, others)}`);
  return words.join('，');
}

function callOf(others: readonly Relative[], placed: readonly Relative[], kinOf: Telling['kinOf']): string {
  if (others.length > 1) return placed.length > 0 ? '别的孩子都' : '孩子们都';
  const { word } = kinOf(others[0]!);
  return placed.some((child) => kinOf(child).word === word) ? `另一个${word}` : word;
}

/** Only of whom it is known that they live in another street it can be said that they are not near. */
function distanceOf(elder: Elder, children: readonly Relative[]): string {
  const home = streetOf(elder.facts.residence);
  const elsewhere = (street: string | null) => home !== null && street !== null && street !== home;
  return children.every(({ residence }) => elsewhere(streetOf(residence))) ? '不住在身边' : '没有住在一起';
}

/** 家里只有老两口，女儿在上海 */
function whoIsAtHome(told: Telling): string {
  const household = (told.elder.relatives ?? []).filter(isAtHome);
  const couple = household.length > 0 && household.every(({ relation }) => relation === 'spouse');
  const away = told.elder.hasChild && hasNoChildInStreet(told.elder) ? childrenInWords(told) : null;
  const home = couple ? '家里只有老两口' : away === null ? '家里住的都是上了年纪的人' : null;
  return [home, away].filter(Boolean).join('，');
}

/** 女儿在上海，出去半年以上了 */
function whoWentAway({ elder, kinOf }: Telling): string {
  const [child, ...more] = elder.children;
  if (child === undefined || more.length > 0) return '孩子们都在外面，出去半年以上了';
  const { word, place } = kinOf(child);
  return `${word}在${place ?? '外面'}，出去半年以上了`;
}
