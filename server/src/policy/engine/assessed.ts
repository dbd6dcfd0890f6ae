import type { Evaluation } from './answer';
import { elderOn } from './elder';
import type { ElderFacts } from './facts';
import type { AssessedElder } from './pack';

/** The elder as an evaluation found them. @param facts the ones that were evaluated */
export function assessedBy(answer: Evaluation, facts: ElderFacts): AssessedElder {
  const categories = new Set(answer.categories.map(({ code }) => code));
  return { ...elderOn(facts, answer.on), categories, tier: answer.tier?.code ?? null };
}
