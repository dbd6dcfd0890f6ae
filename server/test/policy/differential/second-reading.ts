import type { Category } from '@tanfang/shared';
import type { ElderFacts, Evaluation } from '../../../src/policy';
import { judge, type Condition } from './conditions';
import type { Ask, Lines, PlanTable, Rows } from './plans';

/** What both readings have to agree in; the grounds are the engine's alone. */
export interface Answer {
  readonly age: number;
  readonly eligible: boolean;
  readonly categories: readonly string[];
  readonly tier: string | null;
  readonly every: string | null;
  readonly entrustment: { readonly eligible: boolean; readonly governmentFunded: boolean } | null;
  readonly referral: { readonly to: string; readonly inform: readonly string[] } | null;
  readonly provider: string | null;
  readonly flags: readonly string[];
}

const OLD_AGE = 60;

/** The tables, looked up for one fact sheet on one day. */
export function secondReading(plan: PlanTable, sheet: ElderFacts, on: string): Answer {
  const { age, holds } = judge(sheet, on);
  const found = new Set<Category>();
  const isMet = (ask: Ask): boolean =>
    ask.startsWith('类别:') ? found.has(ask.slice('类别:'.length) as Category) : holds(ask as Condition);
  const any = (rows: Rows): boolean => rows.some((row) => row.every(isMet));
  const first = <Value>(lines: Lines<Value>): Value | null =>
    lines.find(({ any: rows, from }) => (from ?? '') <= on && any(rows))?.value ?? null;

  for (const [category, rows] of plan.categories) if (any(rows)) found.add(category);
  const categories = [...found];
  if (age < OLD_AGE || categories.length === 0) return { age, eligible: false, categories, ...NOTHING };
  const { entrustment } = plan;
  return {
    age,
    eligible: true,
    categories,
    tier: plan.tiers && first(plan.tiers),
    every: first(plan.visits),
    entrustment: entrustment && {
      eligible: any(entrustment.eligible),
      governmentFunded: any(entrustment.governmentFunded),
    },
    referral: first(plan.referral),
    provider: first(plan.providers),
    flags: plan.flags.filter(([, rows]) => any(rows)).map(([flag]) => flag),
  };
}

const NOTHING = {
  tier: null,
  every: null,
  entrustment: null,
  referral: null,
  provider: null,
  flags: [],
} as const;

/** The engine's answer without its grounds. */
export function withoutGrounds(result: Evaluation): Answer {
  const { age, eligible, categories, tier, visits, entrustment, referral, serviceProvider, flags } = result;
  return {
    age,
    eligible,
    categories: categories.map(({ code }) => code),
    tier: tier?.code ?? null,
    every: visits?.every ?? null,
    entrustment: entrustment && {
      eligible: entrustment.eligible,
      governmentFunded: entrustment.governmentFunded,
    },
    referral: referral && { to: referral.to, inform: referral.inform },
    provider: serviceProvider,
    flags: flags.map(({ code }) => code),
  };
}
