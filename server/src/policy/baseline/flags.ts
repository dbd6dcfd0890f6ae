import { addMonths } from '../engine/calendar';
import type { Reader } from '../engine/citation';
import type { FlagRule, Limit } from '../engine/pack';

const ASSESSMENT_AGE: Limit = { ours: 12, allowed: [6, 12, 24], unit: '个月' };

/** Reminders to the officer that every place gets. */
export function baselineFlags(plan: Reader, articles: { ability: string; certificate: string }): FlagRule[] {
  return [
    {
      code: 'assessment-stale',
      limit: ASSESSMENT_AGE,
      when: ({ ability, on }, months) =>
        ability !== null && ability.assessedOn !== null && addMonths(ability.assessedOn, months) < on,
      because: [
        plan.reading('flag.assessment-stale', articles.ability, '我们的理解：能力评估超过 12 个月，建议重新评估'),
      ],
    },
    {
      code: 'certificate-expired',
      when: ({ facts, on }) => facts.disability?.validUntil !== undefined && facts.disability.validUntil < on,
      because: [
        plan.reading(
          'flag.certificate-expired',
          articles.certificate,
          '我们的理解：残疾证过了有效期就不再计入，建议换证',
        ),
      ],
    },
  ];
}
