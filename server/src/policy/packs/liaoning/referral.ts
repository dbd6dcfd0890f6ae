import { ADDRESSEES, harmed, inDanger, KEPT_ADDRESSEES, unanswered } from '../../baseline/referrals';
import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** Who acts on what a visit found. The plan names no addressee. */
export const referral: PolicyPack['referral'] = {
  rules: [
    {
      options: ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: ['first-contact'] },
        plan.reading(
          'referral.community',
          '二（四）',
          '方案没有写明转给谁，我们的理解：由老人所在村（社区）办理，同时告诉第一联系人',
        ),
      ),
    },
  ],
  inDanger: inDanger(
    plan,
    '二（四）',
    '村（社区）',
    ['first-contact', 'emergency-contact'],
    plan.cite('referral.in-danger', 'emergency'),
  ),
  keptFromFamily: [
    unanswered(plan, '二（四）', '村（社区）'),
    harmed(plan, '二（四）', '乡镇（街道）'),
    {
      when: (finding) => finding.matter === 'family-duty',
      then: always(
        { to: 'street', inform: [] },
        plan.reading(
          'referral.family-duty',
          '二（一）5',
          '方案没有写明转给谁，我们的理解：家人没有尽到赡养扶养义务的，只转乡镇（街道），不告诉家人',
        ),
        plan.cite('referral.family-duty', 'family'),
      ),
    },
    {
      options: KEPT_ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: [] },
        plan.reading(
          'referral.kept-from-family',
          '二（四）',
          '方案没有写明转给谁，我们的理解：不便让家人知道的事，由老人所在村（社区）办理，不告诉家人',
        ),
      ),
    },
  ],
};

/** 二（四）: strained families get a social worker; the plan knows no further steps. */
export const familyDuty: PolicyPack['familyDuty'] = [
  {
    code: 'social-worker',
    label: '引入社会工作者调适家庭关系',
    because: [plan.cite('family-duty.social-worker', 'socialWorkers')],
  },
];
