import type { Evaluation } from './answer';
import type { CalendarDate } from './calendar';
import { evaluate } from './evaluate';
import { NOTHING_DECIDED, type DistrictReading } from './district-reading';
import type { ElderFacts } from './facts';
import type { PolicyPack } from './pack';
import { providerOf, type ProviderAnswer } from './provider';

/** An evaluation with the grounds that its contract leaves out. */
export interface Explanation {
  readonly evaluation: Evaluation;
  /** Why the answer names its provider; null when nothing is owed. */
  readonly provider: ProviderAnswer | null;
}

/** As `evaluate`, for those who want every why. */
export function explain(
  pack: PolicyPack,
  facts: ElderFacts,
  on: CalendarDate,
  readings: readonly DistrictReading[] = NOTHING_DECIDED,
): Explanation {
  const evaluation = evaluate(pack, facts, on, readings);
  return { evaluation, provider: providerOf(pack, facts, evaluation, readings) };
}
