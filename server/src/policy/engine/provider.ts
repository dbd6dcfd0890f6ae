import type { ServiceProvider } from '@tanfang/shared';
import type { Evaluation } from './answer';
import { assessedBy } from './assessed';
import type { Because } from './citation';
import { NOTHING_DECIDED, type DistrictReading } from './district-reading';
import type { ElderFacts } from './facts';
import type { PolicyPack } from './pack';
import { decide } from './rule';

export interface ProviderAnswer {
  readonly code: ServiceProvider;
  readonly because: Because;
}

/**
 * Why an evaluation names its service provider; the answer itself holds the code alone. Null when nothing is owed.
 * @param facts the ones that were evaluated
 * @param readings those with which they were
 */
export function providerOf(
  pack: PolicyPack,
  facts: ElderFacts,
  answer: Evaluation,
  readings: readonly DistrictReading[] = NOTHING_DECIDED,
): ProviderAnswer | null {
  if (!answer.eligible) return null;
  const decision = decide(pack.providers, assessedBy(answer, facts), answer.on, readings);
  return decision === null ? null : { code: decision.value, because: decision.because };
}
