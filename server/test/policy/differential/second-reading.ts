import type { PlanCategory } from '@tanfang/shared';
import type { ElderFacts, Evaluation } from '../../../src/policy';
import { judge } from './conditions';
import type { Ask, Line, Lines, PlanTable, Rows } from './plan-table';

/** What both readings have to agree in. */
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
  readonly notes: readonly string[];
}

export interface SecondReading {
  readonly answer: Answer;
  /**
   * The article that each part of the answer has to cite among its grounds: the verdict, each category, tier, visits,
   * entrustment, referral, each flag. Null where the plan has no such part.
   */
  readonly articles: readonly (string | null)[];
}

/** A fact sheet on a day, before the plan's conditions. */
export interface Asked {
  readonly age: number;
  readonly isMet: (ask: Ask) => boolean;
  readonly found: readonly Line<PlanCategory>[];
}

const OLD_AGE = 60;

/** Which of the plan's categories hold, and whether any other condition does. */
export function ask(plan: PlanTable, sheet: ElderFacts, on: string): Asked {
  const { age, holds } = judge(sheet, on);
  const codes = new Set<string>();
  const isMet = (asked: Ask): boolean =>
    isOfCategory(asked) ? codes.has(asked.slice(OF_CATEGORY.length)) : holds(asked);
  const found = eachOnce(plan.categories.filter(({ any }) => isAnyMet(any, isMet)));
  for (const { value } of found) codes.add(value);
  return { age, isMet, found };
}

const OF_CATEGORY = '类别:';

function isOfCategory(asked: Ask): asked is `类别:${PlanCategory}` {
  return typeof asked === 'string' && asked.startsWith(OF_CATEGORY);
}

/** Of lines with one value the first. */
function eachOnce<Value>(lines: Lines<Value>): Line<Value>[] {
  return lines.filter(({ value }, at) => lines.findIndex((other) => other.value === value) === at);
}

export function isAnyMet(rows: Rows, isMet: Asked['isMet']): boolean {
  return rows.some((row) => row.every(isMet));
}

/** The tables, looked up for one fact sheet on one day. */
export function secondReading(plan: PlanTable, sheet: ElderFacts, on: string): SecondReading {
  const { age, isMet, found } = ask(plan, sheet, on);
  const categories = found.map(({ value }) => value);
  const grounds = found.map(({ article }) => article);
  if (age < OLD_AGE || found.length === 0) {
    const verdict = age < OLD_AGE ? plan.age : plan.objects;
    return {
      answer: { age, eligible: false, categories, ...NOTHING },
      articles: [verdict, ...grounds, null, null, null, null],
    };
  }
  const holds = ({ any, from = '' }: Line<unknown>) => from <= on && isAnyMet(any, isMet);
  const first = <Value>(lines: Lines<Value>): Line<Value> | null => lines.find(holds) ?? null;
  const [tier, visits, referral] = [plan.tiers && first(plan.tiers), first(plan.visits), first(plan.referral)];
  const flags = eachOnce(plan.flags.filter(holds));
  const entrusted = plan.entrustment && entrustment(plan.entrustment, holds);
  return {
    answer: {
      age,
      eligible: true,
      categories,
      tier: tier && tier.value,
      every: visits && visits.value,
      entrustment: entrusted && entrusted.answer,
      referral: referral && referral.value,
      provider: first(plan.providers)?.value ?? null,
      flags: flags.map(({ value }) => value),
      notes: plan.notes.filter(([, any]) => isAnyMet(any, isMet)).map(([text]) => text),
    },
    articles: [
      plan.age,
      ...grounds,
      ...[tier, visits, entrusted, referral, ...flags].map((line) => line && line.article),
    ],
  };
}

function entrustment(lines: NonNullable<PlanTable['entrustment']>, holds: (line: Line<unknown>) => boolean) {
  const [eligible, governmentFunded] = [holds(lines.eligible), holds(lines.governmentFunded)];
  return {
    answer: { eligible, governmentFunded },
    article: (governmentFunded ? lines.governmentFunded : lines.eligible).article,
  };
}

const NOTHING = {
  tier: null,
  every: null,
  entrustment: null,
  referral: null,
  provider: null,
  flags: [],
  notes: [],
} as const;

/** The engine's answer without its grounds. */
export function withoutGrounds(result: Evaluation): Answer {
  const { age, eligible, categories, tier, visits, entrustment, referral, serviceProvider, flags, notes } = result;
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
    notes,
  };
}
