import { harmed, inDanger, KEPT_ADDRESSEES, unanswered } from '../../baseline/referrals';
import { always } from '../../engine/dated';
import type { PolicyPack, ReferralTo } from '../../engine/pack';
import { plan } from './plan';

/** Of contacts this plan knows the emergency contact as well. */
const ADDRESSEES: readonly ReferralTo[] = [
  { to: 'community', inform: ['first-contact', 'emergency-contact'] },
  { to: 'community', inform: ['emergency-contact'] },
  { to: 'community', inform: [] },
  { to: 'street', inform: ['first-contact', 'emergency-contact'] },
  { to: 'street', inform: [] },
];

/** 四（二）4 leaves open who acts, not who sees it at once. */
const SIGNAL_ADDRESSEES: readonly ReferralTo[] = [
  { to: 'community', inform: ['emergency-contact'] },
  { to: 'street', inform: ['emergency-contact'] },
];

/** Who acts on what a visit found. The plan names no addressee; of contacts it knows the emergency contact. */
export const referral: PolicyPack['referral'] = {
  rules: [
    {
      options: ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: ['first-contact', 'emergency-contact'] },
        plan.reading(
          'referral.community',
          '五（二）2',
          '方案没有写明转给谁，我们的理解：由老人所在社区（村）办理，同时告诉第一联系人和紧急联系人',
        ),
        plan.cite('referral.community', 'everydayContact'),
      ),
    },
  ],
  inDanger: inDanger(
    plan,
    '五（二）1',
    '社区（村）',
    ['first-contact', 'emergency-contact'],
    plan.cite('referral.in-danger', 'emergency'),
  ),
  keptFromFamily: [
    unanswered(plan, '六（二）4', '社区（村）'),
    harmed(plan, '五（二）1', '乡镇（街道）'),
    {
      when: (finding) => finding.matter === 'family-duty',
      then: always(
        { to: 'street', inform: [] },
        plan.reading(
          'referral.family-duty',
          '二（二）',
          '方案没有写明转给谁，我们的理解：家人没有尽到赡养扶养义务的，只转乡镇（街道），不告诉家人',
        ),
        plan.cite('referral.family-duty', 'knowFamily'),
      ),
    },
    {
      options: KEPT_ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: [] },
        plan.reading(
          'referral.kept-from-family',
          '六（二）4',
          '方案没有写明转给谁，我们的理解：不便让家人知道的事，由老人所在社区（村）办理，不告诉家人',
        ),
        plan.cite('referral.kept-from-family', 'privacy'),
      ),
    },
  ],
  // 四（二）4: the emergency contact sees at once what a device reports.
  signals: [
    {
      options: SIGNAL_ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: ['emergency-contact'] },
        plan.cite('referral.signals', 'sharedSignals'),
        plan.reading(
          'referral.signals',
          '四（二）4',
          '方案没有写明由谁处置，我们的理解：设备预警实时告诉紧急联系人，由老人所在社区（村）处置',
        ),
      ),
    },
  ],
};

/** 四（二）3: strained families get a social worker; the plan knows no further steps. */
export const familyDuty: PolicyPack['familyDuty'] = [
  {
    code: 'social-worker',
    label: '引入社会工作者调适家庭关系',
    because: [plan.cite('family-duty.social-worker', 'socialWorkers')],
  },
];
