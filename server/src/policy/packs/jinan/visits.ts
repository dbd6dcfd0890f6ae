import type { VisitorBody } from '@tanfang/shared';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（二）4 and 附件1: how one may visit, and which ways meet what is owed. */
export const modes: PolicyPack['modes'] = [
  { code: 'on-site', fulfils: true, because: [plan.cite('mode.on-site', 'modes')] },
  { code: 'phone', fulfils: true, because: [plan.cite('mode.phone', 'modes')] },
  { code: 'online', fulfils: true, because: [plan.cite('mode.online', 'modes')] },
  {
    code: 'remote-monitoring',
    fulfils: false,
    because: [
      plan.reading(
        'mode.remote-monitoring',
        '二（二）4',
        '方案没有写明，我们的理解：只有设备读数不算一次探访，区县另有规定的除外',
      ),
      plan.cite('mode.remote-monitoring', 'modes'),
    ],
  },
  {
    code: 'other',
    fulfils: true,
    because: [
      plan.reading('mode.other', '附件1', '方案没有写明，我们的理解：表上有“其他”一格，见到老人并填了表的算一次探访'),
      plan.cite('mode.other', 'formModes'),
    ],
  },
];

type PlanQuotation = Parameters<typeof plan.cite>[1];

/** Named in the text, without a box in 附件1. */
function withoutBox(code: VisitorBody, label: string, quotation: PlanQuotation): PolicyPack['visitorBodies'][number] {
  return {
    code,
    box: 'other',
    because: [
      plan.cite(`visitor.${code}`, quotation),
      plan.reading(`visitor.${code}`, '附件1', `表上没有“${label}”一格，我们的理解：勾“其他”`),
    ],
  };
}

/**
 * 二（二）3（1）–（8）探访主体: eight bodies in the text, eight boxes in 附件1, and not the same eight. 二, 二（二）3 and
 * 三（二） name more who come.
 */
export const visitorBodies: PolicyPack['visitorBodies'] = [
  { code: 'committee', box: 'committee', because: [plan.cite('visitor.committee', 'byCommittees')] },
  { code: 'care-place', box: 'care-place', because: [plan.cite('visitor.care-place', 'byCarePlaces')] },
  { code: 'social-work', box: 'social-work', because: [plan.cite('visitor.social-work', 'bySocialWork')] },
  { code: 'primary-health', box: 'primary-health', because: [plan.cite('visitor.primary-health', 'byPrimaryHealth')] },
  withoutBox('elder-association', '基层老年协会', 'byElderAssociations'),
  { code: 'property', box: 'property', because: [plan.cite('visitor.property', 'byProperty')] },
  { code: 'volunteer', box: 'volunteer', because: [plan.cite('visitor.volunteer', 'byVolunteers')] },
  { code: 'neighbour', box: 'neighbour', because: [plan.cite('visitor.neighbour', 'byNeighbours')] },
  // （7）names them among the volunteers.
  { code: 'courier', box: 'volunteer', because: [plan.cite('visitor.courier', 'byVolunteers')] },
  withoutBox('cadre', '包联干部', 'teams'),
  withoutBox('village-team', '驻村工作队', 'teams'),
  withoutBox('grid', '网格员', 'together'),
  withoutBox('party-veteran', '老党员', 'together'),
  withoutBox('student', '在校生', 'dutyEducation'),
  { code: 'other', box: 'other', because: [plan.cite('visitor.other', 'formBodies')] },
];

/** 二（二）2 探访内容. */
export const contentAreas: PolicyPack['contentAreas'] = [
  { code: 'health', label: '社区居家服务：基本生活能力状况', because: [plan.cite('content.health', 'knowTheirState')] },
  {
    code: 'participation',
    label: '社区居家服务：参与活动',
    because: [plan.cite('content.participation', 'takingPart')],
  },
  { code: 'family', label: '亲情关怀服务：赡养和看望', because: [plan.cite('content.family', 'familyDuty')] },
  {
    code: 'companionship',
    label: '亲情关怀服务：陪伴和倾听',
    because: [plan.cite('content.companionship', 'companionship')],
  },
  { code: 'emergency', label: '应急救援服务', because: [plan.cite('content.emergency', 'emergency')] },
  { code: 'told', label: '政策应晓尽晓', because: [plan.cite('content.told', 'allKnow')] },
];

/** Occasions on which visits are added to the regular ones. */
export const specialPeriods: PolicyPack['specialPeriods'] = [
  { code: 'extreme-weather', label: '极端恶劣天气', because: [plan.cite('special.extreme-weather', 'specialPeriods')] },
  {
    code: 'traditional-festival',
    label: '传统节日',
    because: [plan.cite('special.traditional-festival', 'specialPeriods')],
  },
];

/** 二（二）4 服务常态监督. */
export const supervision: PolicyPack['supervision'] = [
  { code: 'unclear-registry', label: '底数不清', because: [plan.cite('supervision.unclear-registry', 'supervision')] },
  {
    code: 'hazards-unchecked',
    label: '风险隐患排查不扎实',
    because: [plan.cite('supervision.hazards-unchecked', 'supervision')],
  },
  {
    code: 'late-emergency',
    label: '突发事件处置不及时',
    because: [plan.cite('supervision.late-emergency', 'supervision')],
  },
  { code: 'formality', label: '关爱服务流于形式', because: [plan.cite('supervision.formality', 'supervision')] },
];

export const photos: PolicyPack['photos'] = {
  askedOfInstitutions: true,
  because: [plan.cite('record.photos', 'photos')],
};

/** 附件1 积分管理情况. How many points a visit earns, the plan does not say. */
export const points: PolicyPack['points'] = {
  kept: ['earned', 'total', 'redeemed'],
  because: [plan.cite('points.kept', 'points'), plan.cite('points.kept', 'formPoints')],
};
