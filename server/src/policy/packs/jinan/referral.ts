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
          '二（二）2',
          '方案没有写明转给谁，我们的理解：由老人所在社区（村）办理，同时告诉第一联系人',
        ),
      ),
    },
  ],
  inDanger: inDanger(plan, '二（二）2', '社区（村）', ['first-contact'], plan.cite('referral.in-danger', 'emergency')),
  keptFromFamily: [
    unanswered(plan, '三（三）', '社区（村）'),
    harmed(plan, '二（二）2', '街道（镇）'),
    {
      when: (finding) => finding.matter === 'family-duty',
      then: always(
        { to: 'street', inform: [] },
        plan.reading(
          'referral.family-duty',
          '二（二）2',
          '方案没有写明转给谁，我们的理解：家人没有尽到赡养扶养义务的，只转街道（镇），不告诉家人',
        ),
        plan.cite('referral.family-duty', 'neglectSteps'),
      ),
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
};

/** 二（二）2 亲情关怀服务: steps towards family who neglect their duty, in the plan's order. */
export const familyDuty: PolicyPack['familyDuty'] = [
  { code: 'remind', label: '提醒沟通', because: [plan.cite('family-duty.remind', 'neglectSteps')] },
  { code: 'admonish', label: '规劝约束', because: [plan.cite('family-duty.admonish', 'neglectSteps')] },
  { code: 'mediate', label: '司法调解', because: [plan.cite('family-duty.mediate', 'neglectSteps')] },
  { code: 'court', label: '协助请求司法机关依法追究', because: [plan.cite('family-duty.court', 'neglectSteps')] },
  {
    code: 'urge-children',
    label: '督促子女探望和联系',
    because: [plan.cite('family-duty.urge-children', 'urgeChildren')],
  },
];
