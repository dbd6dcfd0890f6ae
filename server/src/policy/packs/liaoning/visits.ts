import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（一）, 二（四）and 附件1: how one may visit, and which ways meet what is owed. */
export const modes: PolicyPack['modes'] = [
  { code: 'on-site', fulfils: true, because: [plan.cite('mode.on-site', 'modes'), plan.cite('mode.on-site', 'wish')] },
  { code: 'phone', fulfils: true, because: [plan.cite('mode.phone', 'modes'), plan.cite('mode.phone', 'wish')] },
  {
    code: 'online',
    fulfils: true,
    because: [plan.cite('mode.online', 'modes'), plan.cite('mode.online', 'formModes')],
  },
  {
    code: 'remote-monitoring',
    fulfils: false,
    because: [
      plan.reading(
        'mode.remote-monitoring',
        '二（一）',
        '方案没有写明，我们的理解：只有设备读数不算一次探访，县（市）区另有规定的除外',
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
        '附件1 五',
        '方案没有写明，我们的理解：表上有“其他”一格，见到老人并填了表的算一次探访',
      ),
      plan.cite('mode.other', 'formModes'),
    ],
  },
];

/** 二（三）; 学生 and 物业 stand in 三（二）. 附件1 has no boxes for them. */
export const visitorBodies: PolicyPack['visitorBodies'] = [
  { code: 'committee', box: 'committee', because: [plan.cite('visitor.committee', 'visitors')] },
  { code: 'grid', box: 'grid', because: [plan.cite('visitor.grid', 'visitors')] },
  { code: 'care-place', box: 'care-place', because: [plan.cite('visitor.care-place', 'visitors')] },
  { code: 'social-work', box: 'social-work', because: [plan.cite('visitor.social-work', 'visitors')] },
  {
    code: 'elder-association',
    box: 'elder-association',
    because: [plan.cite('visitor.elder-association', 'visitors')],
  },
  { code: 'volunteer', box: 'volunteer', because: [plan.cite('visitor.volunteer', 'visitors')] },
  { code: 'student', box: 'student', because: [plan.cite('visitor.student', 'dutyEducation')] },
  { code: 'property', box: 'property', because: [plan.cite('visitor.property', 'dutyHousing')] },
  { code: 'neighbour', box: 'neighbour', because: [plan.cite('visitor.neighbour', 'visitors')] },
  { code: 'other', box: 'other', because: [plan.cite('visitor.other', 'visitors')] },
];

/** 二（一）1–7, and what 二（四）has done about them. */
export const contentAreas: PolicyPack['contentAreas'] = [
  { code: 'health', label: '健康状况', because: [plan.cite('content.health', 'health')] },
  {
    code: 'livelihood',
    label: '生活保障',
    because: [plan.cite('content.livelihood', 'livelihood'), plan.cite('content.livelihood', 'tellBenefits')],
  },
  {
    code: 'safety',
    label: '安全环境',
    because: [plan.cite('content.safety', 'safety'), plan.cite('content.safety', 'remindHazards')],
  },
  {
    code: 'care-needs',
    label: '养老需求',
    because: [plan.cite('content.care-needs', 'care'), plan.cite('content.care-needs', 'linkServices')],
  },
  { code: 'family', label: '亲情关怀', because: [plan.cite('content.family', 'family')] },
  { code: 'production', label: '生产帮助', because: [plan.cite('content.production', 'production')] },
  { code: 'other', label: '其他情况', because: [plan.cite('content.other', 'otherChanges')] },
  { code: 'told', label: '知晓政策', because: [plan.cite('content.told', 'told')] },
];

/** Occasions on which visits are added to the regular ones. */
export const specialPeriods: PolicyPack['specialPeriods'] = [
  { code: 'extreme-weather', label: '极端恶劣天气', because: [plan.cite('special.extreme-weather', 'specialPeriods')] },
  {
    code: 'public-health-event',
    label: '公共卫生事件',
    because: [plan.cite('special.public-health-event', 'specialPeriods')],
  },
  {
    code: 'traditional-festival',
    label: '传统节日',
    because: [plan.cite('special.traditional-festival', 'specialPeriods')],
  },
];
