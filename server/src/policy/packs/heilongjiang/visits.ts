import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 一（一）and 五（二）2: how one may visit, and which ways meet what is owed. */
export const modes: PolicyPack['modes'] = [
  { code: 'on-site', fulfils: true, because: [plan.cite('mode.on-site', 'modes')] },
  {
    code: 'phone',
    fulfils: true,
    because: [plan.cite('mode.phone', 'modes'), plan.cite('mode.phone', 'everydayContact')],
  },
  {
    code: 'online',
    fulfils: true,
    because: [plan.cite('mode.online', 'modes'), plan.cite('mode.online', 'everydayContact')],
  },
  {
    code: 'remote-monitoring',
    fulfils: false,
    because: [
      plan.reading(
        'mode.remote-monitoring',
        '一（一）',
        '方案没有写明，我们的理解：只有设备读数不算一次探访，县（市、区）另有规定的除外',
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
        '一（一）',
        '方案列的是主要途径，我们的理解：用别的方式见到老人并填了表的也算一次探访',
      ),
      plan.cite('mode.other', 'modes'),
    ],
  },
];

/** 三（二）2 and 3. There is no form of the province's own with boxes for them. */
export const visitorBodies: PolicyPack['visitorBodies'] = [
  { code: 'committee', box: 'committee', because: [plan.cite('visitor.committee', 'visitors')] },
  { code: 'grid', box: 'grid', because: [plan.cite('visitor.grid', 'visitors')] },
  { code: 'care-place', box: 'care-place', because: [plan.cite('visitor.care-place', 'byCarePlaces')] },
  { code: 'social-work', box: 'social-work', because: [plan.cite('visitor.social-work', 'bySocialWork')] },
  { code: 'primary-health', box: 'primary-health', because: [plan.cite('visitor.primary-health', 'visitors')] },
  {
    code: 'elder-association',
    box: 'elder-association',
    because: [plan.cite('visitor.elder-association', 'visitors'), plan.cite('visitor.elder-association', 'pairs')],
  },
  { code: 'property', box: 'property', because: [plan.cite('visitor.property', 'byProperty')] },
  { code: 'volunteer', box: 'volunteer', because: [plan.cite('visitor.volunteer', 'visitors')] },
  { code: 'student', box: 'student', because: [plan.cite('visitor.student', 'dutyEducation')] },
  { code: 'public-post', box: 'public-post', because: [plan.cite('visitor.public-post', 'byPublicPosts')] },
  { code: 'party-veteran', box: 'party-veteran', because: [plan.cite('visitor.party-veteran', 'visitors')] },
  { code: 'courier', box: 'courier', because: [plan.cite('visitor.courier', 'byCouriers')] },
  { code: 'neighbour', box: 'neighbour', because: [plan.cite('visitor.neighbour', 'visitors')] },
  { code: 'other', box: 'other', because: [plan.cite('visitor.other', 'visitors')] },
];

/** 二（二）“五熟知”“三协助”, and what 五（一）has the elder told. */
export const contentAreas: PolicyPack['contentAreas'] = [
  { code: 'know-health', label: '五熟知一：健康情况', because: [plan.cite('content.know-health', 'knowHealth')] },
  { code: 'know-means', label: '五熟知二：经济状况', because: [plan.cite('content.know-means', 'knowMeans')] },
  { code: 'know-family', label: '五熟知三：接受赡养情况', because: [plan.cite('content.know-family', 'knowFamily')] },
  { code: 'know-needs', label: '五熟知四：服务需求情况', because: [plan.cite('content.know-needs', 'knowNeeds')] },
  {
    code: 'know-hazards',
    label: '五熟知五：安全隐患情况',
    because: [plan.cite('content.know-hazards', 'knowHazards')],
  },
  {
    code: 'assist-hazards',
    label: '三协助一：消除隐患',
    because: [plan.cite('content.assist-hazards', 'assistHazards')],
  },
  { code: 'assist-needs', label: '三协助二：对接服务', because: [plan.cite('content.assist-needs', 'assistNeeds')] },
  {
    code: 'assist-benefits',
    label: '三协助三：依法申请待遇',
    because: [plan.cite('content.assist-benefits', 'assistBenefits')],
  },
  {
    code: 'told',
    label: '政策应知尽知，安全常识、应急自救和健康知识',
    because: [plan.cite('content.told', 'teach'), plan.cite('content.told', 'allKnow')],
  },
];

/** 五（二）3 突出特殊节点. Behind a closed gate only calls and video are left. */
export const specialPeriods: PolicyPack['specialPeriods'] = [
  {
    code: 'closed-management',
    label: '社区封闭管理',
    remoteOnly: true,
    because: [plan.cite('special.closed-management', 'closedManagement')],
  },
  { code: 'extreme-weather', label: '极端恶劣天气', because: [plan.cite('special.extreme-weather', 'specialPeriods')] },
  {
    code: 'traditional-festival',
    label: '传统节日',
    because: [plan.cite('special.traditional-festival', 'specialPeriods')],
  },
];

export const recognition: PolicyPack['recognition'] = [
  { code: 'school-credit', label: '志愿服务学分', because: [plan.cite('recognition.school-credit', 'schoolCredit')] },
];
