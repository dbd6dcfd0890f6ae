import { addMonths } from '../engine/calendar';
import type { Because, Reader } from '../engine/citation';
import type { FlagRule, Limit } from '../engine/pack';

const ASSESSMENT_AGE: Limit = { ours: 12, allowed: [6, 12, 24], unit: '个月' };

/**
 * Reminders to the officer that every place gets.
 * @param articles on which each rests; of the certificate the plan's own words where it says 有效
 */
export function baselineFlags(plan: Reader, articles: { ability: string; certificate: string | Because }): FlagRule[] {
  const { ability: onAbility, certificate } = articles;
  return [
    {
      code: 'assessment-stale',
      limit: ASSESSMENT_AGE,
      when: ({ ability, on }, months) =>
        ability !== null && ability.assessedOn !== null && addMonths(ability.assessedOn, months) < on,
      because: [plan.reading('flag.assessment-stale', onAbility, '我们的理解：能力评估超过 12 个月，建议重新评估')],
    },
    {
      code: 'certificate-expired',
      when: ({ facts, on }) => facts.disability?.validUntil !== undefined && facts.disability.validUntil < on,
      because:
        typeof certificate === 'string'
          ? [plan.reading('flag.certificate-expired', certificate, '我们的理解：残疾证过了有效期就不再计入，建议换证')]
          : certificate,
    },
  ];
}
