import { evaluate, packOf, type CalendarDate, type ElderFacts, type Evaluation } from '../../src/policy';

/** What a place's plan says of an elder on a day: `const said = sayingOf('beijing', '2026-03-02')`. */
export function sayingOf(packId: string, today: CalendarDate): (facts: ElderFacts, on?: CalendarDate) => Evaluation {
  const pack = packOf(packId);
  if (pack === undefined) throw new Error(`the pack ${packId} is missing`);
  return (facts, on = today) => evaluate(pack, facts, on);
}
