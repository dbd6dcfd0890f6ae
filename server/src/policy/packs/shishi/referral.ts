import { ADDRESSEES, harmed, inDanger, KEPT_ADDRESSEES, unanswered } from '../../baseline/referrals';
import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** Who acts on what a visit found. The annexes name no addressee. */
export const referral: PolicyPack['referral'] = {
  rules: [
    {
      options: ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: ['first-contact'] },
        plan.reading(
          'referral.community',
          '附件4',
          '附件没有写明转给谁，我们的理解：由老人所在社区（村）办理，同时告诉第一联系人',
        ),
      ),
    },
  ],
  inDanger: inDanger(plan, '附件4', '社区（村）', ['first-contact']),
  keptFromFamily: [
    unanswered(plan, '附件4', '社区（村）'),
    harmed(plan, '附件4', '乡镇（街道）'),
    {
      when: (finding) => finding.matter === 'family-duty',
      then: always(
        { to: 'street', inform: [] },
        plan.reading(
          'referral.family-duty',
          '附件4',
          '附件没有写明转给谁，我们的理解：家人没有尽到赡养扶养义务的，只转乡镇（街道），不告诉家人',
        ),
      ),
    },
    {
      options: KEPT_ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: [] },
        plan.reading(
          'referral.kept-from-family',
          '附件4',
          '附件没有写明转给谁，我们的理解：不便让家人知道的事，由老人所在社区（村）办理，不告诉家人',
        ),
      ),
    },
  ],
};

/** The annexes know no steps towards the family. */
export const familyDuty: PolicyPack['familyDuty'] = [];
