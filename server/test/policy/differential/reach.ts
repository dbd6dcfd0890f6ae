import type { ElderFacts } from '../../../src/policy';
import { daysOf, type Ask, type Lines, type PlanTable, type Rows } from './plan-table';
import { ask, isAnyMet, type Asked } from './second-reading';

/** Rows that the plan asks together, and whether it asks them at all: a line is, when none above it holds. */
interface Group {
  readonly name: string;
  readonly any: Rows;
  readonly isAsked: (asked: Asked, on: string) => boolean;
}

const OLD_AGE = 60;
const everybody: Group['isAsked'] = () => true;
const objects: Group['isAsked'] = ({ age, found }) => age >= OLD_AGE && found.length > 0;

function groupsOf(plan: PlanTable): Group[] {
  const lines = (name: string, all: Lines<unknown>): Group[] =>
    all.map(({ any, from = '' }, at) => ({
      name: `${name} ${at + 1}`,
      any,
      isAsked: (asked, on) =>
        objects(asked, on) &&
        from <= on &&
        !all.slice(0, at).some((above) => (above.from ?? '') <= on && isAnyMet(above.any, asked.isMet)),
    }));
  const { entrustment } = plan;
  return [
    ...plan.categories.map(({ value, any }) => ({ name: value, any, isAsked: everybody })),
    ...lines('tier', plan.tiers ?? []),
    ...lines('visits', plan.visits),
    ...lines('referral', plan.referral),
    ...lines('provider', plan.providers),
    ...[entrustment?.eligible, entrustment?.governmentFunded].flatMap((line, at) =>
      line ? [{ name: `entrustment ${at + 1}`, any: line.any, isAsked: objects }] : [],
    ),
    ...plan.flags.map(({ value, any }) => ({ name: value, any, isAsked: objects })),
    ...plan.notes.map(([, any], at) => ({ name: `note ${at + 1}`, any, isAsked: objects })),
  ];
}

/**
 * How often fact sheets decide a plan's rules, for every row: 「只有它」, when this row of the group holds and no other; and
 * for every condition of it 「只差它」, when all the others hold and nothing else brings the result about.
 * @returns counts by `group: row` and `group: row 只差 condition`
 */
export function reach(plan: PlanTable, sheets: readonly ElderFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  const groups = groupsOf(plan);
  const days = daysOf(plan);
  for (const sheet of sheets) {
    for (const on of days) {
      const asked = ask(plan, sheet, on);
      for (const group of groups) count(counts, group, asked, group.isAsked(asked, on));
    }
  }
  return counts;
}

function count(counts: Map<string, number>, { name, any }: Group, { isMet }: Asked, isAsked: boolean): void {
  const note = (what: string, is: boolean) => counts.set(what, (counts.get(what) ?? 0) + (is ? 1 : 0));
  for (const row of any) {
    const rule = `${name}: ${row.map(wordsOf).join('、') || '其余的人'}`;
    note(rule, isAsked && decides(row, any, isMet));
    for (const missing of row)
      note(`${rule} 只差 ${wordsOf(missing)}`, isAsked && justMisses(row, missing, any, isMet));
  }
}

type Row = readonly Ask[];

const wordsOf = (asked: Ask): string => (typeof asked === 'string' ? asked : asked.name);

function decides(row: Row, any: Rows, isMet: Asked['isMet']): boolean {
  return row.every(isMet) && !any.some((other) => other !== row && other.every(isMet));
}

function justMisses(row: Row, missing: Ask, any: Rows, isMet: Asked['isMet']): boolean {
  return row.every((asked) => asked === missing || isMet(asked)) && !isAnyMet(any, isMet);
}
