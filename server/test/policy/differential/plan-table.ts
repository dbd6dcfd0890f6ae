import type { Cadence, EligibilityFlag, PlanCategory, ServiceProvider, Tier } from '@tanfang/shared';
import type { ElderFacts, Referral } from '../../../src/policy';
import type { Condition, OwnCondition } from './conditions';
import { dayBefore, toDay, toText } from './days';
import { DAYS } from './fact-sheets';
import type { Chance } from './random';

/** All of a row, any of the rows. A row may also ask for a category that was found. */
export type Ask = Condition | OwnCondition | `类别:${PlanCategory}`;
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
  readonly categories: Lines<PlanCategory>;
  readonly tiers: Lines<Tier> | null;
  readonly visits: Lines<Cadence>;
  readonly entrustment: { readonly eligible: Line<true>; readonly governmentFunded: Line<true> } | null;
  readonly referral: Lines<Pick<Referral, 'to' | 'inform'>>;
  readonly providers: Lines<ServiceProvider>;
  readonly flags: Lines<EligibilityFlag>;
  readonly notes: readonly (readonly [text: string, any: Rows])[];
  /** Facts of every other invented elder, where the plan asks for something that the usual ones lack. */
  readonly elders?: (chance: Chance) => Partial<ElderFacts>;
}

/** The days on which plans are compared: those of all, and when a rule of this plan begins, and the day before. */
export function daysOf({ categories, tiers, visits, referral, providers, flags }: PlanTable): string[] {
  const lines: Lines<unknown> = [...categories, ...(tiers ?? []), ...visits, ...referral, ...providers, ...flags];
  const begins = lines.flatMap(({ from }) => from ?? []);
  return [...new Set([...DAYS, ...begins, ...begins.map((day) => toText(dayBefore(toDay(day))))])].sort();
}

export const EVERYONE: Rows = [[]];

export function line<Value>(value: Value, article: string, any: Rows = EVERYONE, from?: string): Line<Value> {
  return { value, article, any, ...(from === undefined ? {} : { from }) };
}

export function agedPapers(ability: string, certificate: string): Lines<EligibilityFlag> {
  return [
    line('assessment-stale', ability, [['评估超过一年']]),
    line('certificate-expired', certificate, [['残疾证过期']]),
  ];
}

export const LOST_ONLY_CHILD: Rows = [
  ['独生子女死亡', '未再生育或收养'],
  ['独生子女三级以上伤残', '未再生育或收养'],
];

/** 丧失生活自理能力 */
export const LOST_SELF_CARE: Rows = [['评估为中度'], ['评估为重度'], ['评估为完全失能'], ['未评估', '长期卧床']];

export const ANY_LOSS: Rows = [['评估为轻度'], ['评估为中度'], ['评估为重度'], ['评估为完全失能']];

export const ALL_CHILDREN_AWAY: Rows = [['有子女', '全部子女外出半年']];

export const NOT_DEFINED_NOTE = '本方案未给出定义，采用基线定义';

/** Plans that name six kinds of elders and define none of them; 失能 is a matter of each plan's own words. */
export function notDefined(article: string, ...disabled: Lines<PlanCategory>): Lines<PlanCategory> {
  return [
    line('living-alone', article, [['无配偶', '子女不在同一街道', '无人同住']]),
    line('empty-nest', article, [['有子女', '只有老两口同住']]),
    line('left-behind', article, ALL_CHILDREN_AWAY),
    ...disabled,
    line('severe-disability', article, [['残疾一二级']]),
    line('family-planning-special', article, LOST_ONLY_CHILD),
  ];
}

export const NOTED: Rows = [
  ['类别:living-alone'],
  ['类别:empty-nest'],
  ['类别:left-behind'],
  ['类别:disabled-ability'],
  ['类别:severe-disability'],
  ['类别:family-planning-special'],
];
