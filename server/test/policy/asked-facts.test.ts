import { evaluate, ASKED_FACTS, packs, type AskedFact, type ElderFacts, type PolicyPack } from '../../src/policy';
import { fieldsOf } from '@tanfang/shared';
import { DAYS, factSheet } from './differential/fact-sheets';

/** Invented elders enough to meet every rule. */
const sheets = Array.from({ length: 1500 }, (_, seed) => factSheet(seed));

/** The facts as they are where nobody knows this one. */
function without(facts: ElderFacts, asked: AskedFact): ElderFacts {
  const [name, part] = asked.split('.') as [keyof ElderFacts, string | undefined];
  const { [name]: value, ...others } = facts;
  if (value === undefined || part === undefined) return others as ElderFacts;
  if (name === 'contracts') return { ...facts, contracts: facts.contracts!.filter((contract) => contract !== part) };
  const known = Array.isArray(value)
    ? value.map((one) => leaveOut(one as object, part))
    : leaveOut(value as object, part);
  return { ...facts, [name]: known };
}

function leaveOut(whole: object, part: string): object {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== part));
}

/** Some elder is answered otherwise when nobody knows this. */
function decides(pack: PolicyPack, asked: AskedFact): boolean {
  return sheets.some((facts, seed) => {
    const on = DAYS[seed % DAYS.length]!;
    const unknown = without(facts, asked);
    return JSON.stringify(evaluate(pack, facts, on)) !== JSON.stringify(evaluate(pack, unknown, on));
  });
}

/** The registration form has a box for it. */
function isPrinted(pack: PolicyPack, asked: AskedFact): boolean {
  const fields = (pack.otherForms ?? []).flatMap((form) => fieldsOf(form));
  return (
    asked === 'household.division' &&
    fields.some((field) => 'from' in field && field.from === 'elder.household-address')
  );
}

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_id, pack) => {
  it('has asked what its rules or its registration form use, and nothing else', () => {
    const used = ASKED_FACTS.filter((asked) => decides(pack, asked) || isPrinted(pack, asked));
    expect([...pack.asks].sort()).toEqual([...used].sort());
  });
});
