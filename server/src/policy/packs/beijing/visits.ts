import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（五）2: how one may visit, and which ways meet what is owed. */
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
        '二（五）2',
        '方案没有写明，我们的理解：只有设备读数不算一次探访，区里另有规定的除外',
      ),
      plan.cite('mode.remote-monitoring', 'modes'),
    ],
  },
  {
    code: 'other',
    fulfils: true,
    because: [
      plan.reading(
        'mode.other',
        '二（五）2',
        '方案写的是“等相结合的方式”，我们的理解：用别的方式见到老人并填了表的也算一次探访',
      ),
      plan.cite('mode.other', 'modes'),
    ],
  },
];

/** 二（三）. The annexed form is not published, so there are no boxes to match. */
export const visitorBodies: PolicyPack['visitorBodies'] = [
  { code: 'committee', box: 'committee', because: [plan.cite('visitor.committee', 'byCommittees')] },
  { code: 'care-place', box: 'care-place', because: [plan.cite('visitor.care-place', 'byCarePlaces')] },
  { code: 'social-work', box: 'social-work', because: [plan.cite('visitor.social-work', 'byOthers')] },
  { code: 'primary-health', box: 'primary-health', because: [plan.cite('visitor.primary-health', 'byOthers')] },
  {
    code: 'elder-association',
    box: 'elder-association',
    because: [plan.cite('visitor.elder-association', 'byOthers')],
  },
  { code: 'property', box: 'property', because: [plan.cite('visitor.property', 'byOthers')] },
  { code: 'volunteer', box: 'volunteer', because: [plan.cite('visitor.volunteer', 'byOthers')] },
  { code: 'neighbour', box: 'neighbour', because: [plan.cite('visitor.neighbour', 'byOthers')] },
  { code: 'other', box: 'other', because: [plan.cite('visitor.other', 'byOthers')] },
];

/** 二（四）1 探访服务 and 2 关爱服务. */
export const contentAreas: PolicyPack['contentAreas'] = [
  { code: 'health', label: '探访服务：健康方面', because: [plan.cite('content.health', 'health')] },
  { code: 'means', label: '探访服务：经济方面', because: [plan.cite('content.means', 'means')] },
  { code: 'family', label: '探访服务：赡养和看望', because: [plan.cite('content.family', 'family')] },
  { code: 'safety', label: '探访服务：安全方面', because: [plan.cite('content.safety', 'safety')] },
  { code: 'care-needs', label: '探访服务：服务需求', because: [plan.cite('content.care-needs', 'careNeeds')] },
  {
    code: 'care-benefits',
    label: '关爱服务：告知申请待遇',
    because: [plan.cite('content.care-benefits', 'tellBenefits')],
  },
  { code: 'care-hazards', label: '关爱服务：消除隐患', because: [plan.cite('content.care-hazards', 'removeHazards')] },
  { code: 'care-services', label: '关爱服务：对接服务', because: [plan.cite('content.care-services', 'linkServices')] },
  { code: 'told', label: '政策应晓尽晓', because: [plan.cite('content.told', 'allKnow')] },
];

/** Occasions on which visits are added to the regular ones. */
export const specialPeriods: PolicyPack['specialPeriods'] = [
  { code: 'extreme-weather', label: '极端恶劣天气', because: [plan.cite('special.extreme-weather', 'specialPeriods')] },
  {
    code: 'traditional-festival',
    label: '传统节假日',
    because: [plan.cite('special.traditional-festival', 'specialPeriods')],
  },
];

/** 三（四）日常督导检查. The last two are handed to the competent body. */
export const supervision: PolicyPack['supervision'] = [
  { code: 'unclear-registry', label: '底数不清', because: [plan.cite('supervision.unclear-registry', 'supervision')] },
  {
    code: 'hazards-unchecked',
    label: '风险隐患排查不实',
    because: [plan.cite('supervision.hazards-unchecked', 'supervision')],
  },
  {
    code: 'late-emergency',
    label: '突发事件处置不及时',
    because: [plan.cite('supervision.late-emergency', 'supervision')],
  },
  { code: 'formality', label: '关爱服务流于形式', because: [plan.cite('supervision.formality', 'supervision')] },
  { code: 'privacy-leaked', label: '泄露个人隐私', because: [plan.cite('supervision.privacy-leaked', 'seriously')] },
  { code: 'rights-harmed', label: '侵害老年人权益', because: [plan.cite('supervision.rights-harmed', 'seriously')] },
];

export const recognition: PolicyPack['recognition'] = [
  { code: 'commendation', label: '表扬', because: [plan.cite('recognition.commendation', 'commendation')] },
];
