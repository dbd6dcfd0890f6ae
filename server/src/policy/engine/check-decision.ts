import type { CalendarDate } from './calendar';
import type { Citation } from './citation';
import { decidableReadings, type DecidableReading } from './decidable';
import type { PolicyPack } from './pack';
import type { FactProblem } from './parsing';

export interface ProposedDecision {
  readonly ruleId: string;
  /** Null: takes back what the district has decided. */
  readonly value: string | null;
}

/** The reading that a decision is about, or what is wrong with the decision. @param on the day from which it is to hold */
export function checkDecision(
  pack: PolicyPack,
  { ruleId, value }: ProposedDecision,
  on: CalendarDate,
): { readonly reading: DecidableReading } | { readonly problem: FactProblem } {
  const reading = decidableReadings(pack, on).find((one) => one.ruleId === ruleId);
  if (reading === undefined) return { problem: { field: 'ruleId', message: whyNot(pack, ruleId) } };
  if (value === null || reading.options.some(({ code }) => code === value)) return { reading };
  const labels = reading.options.map(({ label }) => `“${label}”`).join('、');
  return { problem: { field: 'value', message: `“${reading.subject}”只能在${labels}里选` } };
}

function whyNot(pack: PolicyPack, ruleId: string): string {
  const citations = citationsOf(pack, groundsOf(ruleId));
  if (citations.length === 0) return '本地方案里没有这一条';
  if (citations.every(({ reading }) => !reading)) return '这一条是方案写明的，区里不能另定';
  return '这一条说的是怎样比对情况，或者系统没有用它来计算，区里不能在这里改';
}

/** The two spans of a clock are decided apart and stand on the same grounds. */
function groundsOf(ruleId: string): string {
  return ruleId.replace(/(\.clock\.[a-z-]+)\.(?:acknowledge|close)$/, '$1');
}

/** Everything that a pack states under this code of a rule. */
function citationsOf(pack: PolicyPack, ruleId: string): Citation[] {
  const found: Citation[] = [];
  const seen = new Set<unknown>();
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return;
    seen.add(part);
    if ((part as Partial<Citation>).rule === ruleId) found.push(part as Citation);
    Object.values(part).forEach(walk);
  };
  walk(pack);
  return found;
}
