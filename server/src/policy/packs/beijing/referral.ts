import { harmed, inDanger, KEPT_ADDRESSEES, unanswered } from '../../baseline/referrals';
import { always } from '../../engine/dated';
import type { AssessedElder, PolicyPack, ReferralTo } from '../../engine/pack';
import { plan } from './plan';

/** 城乡特困老年人、计划生育特殊家庭老年人 */
function isServedByStreet(elder: AssessedElder): boolean {
  return elder.facts.assistance?.includes('destitute') === true || elder.categories.has('family-planning-special');
}

const STREET: ReferralTo = { to: 'street', inform: [] };
const FIRST_CONTACT: ReferralTo = { to: 'first-contact', inform: [] };

/** 二（五）4 转介, by category. Nobody else is informed. */
export const referral: PolicyPack['referral'] = {
  rules: [
    {
      when: isServedByStreet,
      then: always(STREET, plan.cite('referral.street', 'toStreet')),
    },
    {
      when: () => true,
      then: always(FIRST_CONTACT, plan.cite('referral.first-contact', 'toFirstContact')),
    },
  ],
  inDanger: inDanger(plan, '二（五）4', '社区（村）', ['first-contact'], plan.cite('referral.in-danger', 'emergency')),
  keptFromFamily: [
    unanswered(plan, '三（三）', '社区（村）'),
    harmed(plan, '三（四）', '街道（乡镇）', plan.cite('referral.harmed', 'seriously')),
    {
      when: (finding) => finding.matter === 'family-duty',
      then: always(
        { to: 'street', inform: [] },
        plan.reading(
          'referral.family-duty',
          '二（五）4',
          '方案没有写明转给谁，我们的理解：家人没有尽到赡养扶养义务的，只转街道（乡镇），不告诉家人',
        ),
        plan.cite('referral.family-duty', 'contactIsChild'),
      ),
    },
    // Of these the plan leaves no choice, whoever is told besides.
    {
      when: ({ elder }) => isServedByStreet(elder),
      then: always({ to: 'street', inform: [] }, plan.cite('referral.street', 'toStreet')),
    },
    {
      options: KEPT_ADDRESSEES,
      when: () => true,
      then: always(
        { to: 'community', inform: [] },
        plan.reading(
          'referral.kept-from-family',
          '三（三）',
          '方案没有写明转给谁，我们的理解：不便让家人知道的事，由老人所在社区（村）办理，不告诉家人',
        ),
        plan.cite('referral.kept-from-family', 'privacy'),
      ),
    },
  ],
  // 智能水电气表: the plan speaks of the others only.
  signals: [
    {
      options: [STREET, FIRST_CONTACT],
      when: isServedByStreet,
      then: always(
        STREET,
        plan.reading(
          'referral.signals-street',
          '二（五）4',
          '方案没有写明，我们的理解：特困和计划生育特殊家庭老年人的水电气表和设备预警，也转街道（乡镇）',
        ),
        plan.cite('referral.signals-street', 'toStreet'),
      ),
    },
    {
      when: () => true,
      then: always(FIRST_CONTACT, plan.cite('referral.signals', 'toFirstContact')),
    },
  ],
};

/** 二（一）2: children are urged; the plan knows no further steps. */
export const familyDuty: PolicyPack['familyDuty'] = [
  {
    code: 'urge-children',
    label: '督促子女履行赡养义务',
    because: [plan.cite('family-duty.urge-children', 'contactIsChild')],
  },
];
