import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 附件4 服务方式. The annexes know no remote monitoring. */
export const modes: PolicyPack['modes'] = [
  { code: 'on-site', fulfils: true, because: [plan.cite('mode.on-site', 'recordModes')] },
  { code: 'phone', fulfils: true, because: [plan.cite('mode.phone', 'recordModes')] },
  { code: 'online', fulfils: true, because: [plan.cite('mode.online', 'recordModes')] },
  {
    code: 'other',
    fulfils: true,
    because: [
      plan.reading('mode.other', '附件4', '附件没有写明，我们的理解：表上有“其他”一格，见到老人并填了表的算一次探访'),
      plan.cite('mode.other', 'recordModes'),
    ],
  },
];

/** 附件1. 附件4 has no boxes for them. */
export const visitorBodies: PolicyPack['visitorBodies'] = [
  { code: 'care-place', box: 'care-place', because: [plan.cite('visitor.care-place', 'duty5')] },
  { code: 'social-work', box: 'social-work', because: [plan.cite('visitor.social-work', 'duty6')] },
  { code: 'primary-health', box: 'primary-health', because: [plan.cite('visitor.primary-health', 'duty13')] },
  { code: 'property', box: 'property', because: [plan.cite('visitor.property', 'duty10')] },
  { code: 'student', box: 'student', because: [plan.cite('visitor.student', 'duty7')] },
  { code: 'volunteer', box: 'volunteer', because: [plan.cite('visitor.volunteer', 'duty14')] },
  ...(['committee', 'grid', 'neighbour', 'other'] as const).map((code) => ({
    code,
    box: code,
    because: [
      plan.reading(
        `visitor.${code}`,
        '附件4',
        '附件没有列全，我们的理解：村（居）、网格员、邻里亲属和其他力量都可以探访',
      ),
    ] as const,
  })),
];

/** The rows of 附件4: the text that would name the contents is not published. */
export const contentAreas: PolicyPack['contentAreas'] = (
  [
    ['household', '家庭状况'],
    ['health', '健康状况'],
    ['spirits', '精神状态'],
    ['safety', '安全情况'],
    ['hygiene', '卫生状况'],
    ['environment', '居住环境'],
    ['care-needs', '关爱服务需求及落实情况'],
  ] as const
).map(([code, label]) => ({ code, label, because: [plan.cite(`content.${code}`, 'recordTitle')] }));

/** The annexes name none; the national occasions hold. */
export const specialPeriods: PolicyPack['specialPeriods'] = (
  [
    ['extreme-weather', '极端恶劣天气'],
    ['traditional-festival', '传统节日'],
  ] as const
).map(([code, label]) => ({
  code,
  label,
  because: [plan.reading(`special.${code}`, '附件4', `附件没有写明，我们的理解：${label}时适当增加探访频次`)],
}));

export const recognition: PolicyPack['recognition'] = [
  { code: 'school-credit', label: '志愿服务计学分', because: [plan.cite('recognition.school-credit', 'duty8')] },
];
