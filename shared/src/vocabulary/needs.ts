export const NEED_TYPES = {
  'daily-care': '生活照料',
  rehabilitation: '康复护理',
  'emotional-support': '精神慰藉',
  'emergency-rescue': '紧急救援',
  'home-adaptation': '居家适老化改造',
  medical: '医疗',
  benefits: '政策待遇',
  relief: '必要救助',
  'safety-hazard': '安全隐患',
  participation: '参与活动',
  'family-relations': '家庭关系',
  'production-help': '生产帮助',
  other: '其他',
} as const;
export type NeedType = keyof typeof NEED_TYPES;

/** How pressing a finding is, most pressing first. The clocks belong to the pack. */
export const SEVERITIES = {
  'life-danger': '危及生命',
  urgent: '紧急',
  ordinary: '一般',
  information: '知道就好',
} as const;
export type Severity = keyof typeof SEVERITIES;

export const NEED_STATUSES = { open: '还没人接', acknowledged: '有人在办', closed: '办好了' } as const;
export type NeedStatus = keyof typeof NEED_STATUSES;

export const NEED_HANDLERS = { family: '家人', community: '社区', street: '街道', district: '区里' } as const;
export type NeedHandler = keyof typeof NEED_HANDLERS;

/** What the first contact may answer. */
export const FAMILY_CHOICES = { self: '我来处理', community: '请社区协助' } as const;
export type FamilyChoice = keyof typeof FAMILY_CHOICES;

/**
 * What a need is about. An elder has at most one open need per matter, so every form of every place
 * uses these names: a gas hose found old in January and in June is one matter.
 */
export const MATTERS = {
  'gas-safety': '燃气安全',
  'water-heating-safety': '水暖安全',
  'electrical-safety': '用电安全',
  'fire-safety': '消防安全',
  'housing-safety': '住房安全',
  'drinking-water': '饮水安全',
  'unsafe-habits': '不良安全习惯',
  expression: '表达能力',
  mobility: '行动能力',
  reaction: '反应能力',
  illness: '疾病状况',
  'serious-illness': '严重疾病',
  spirits: '精神状态',
  'personal-hygiene': '个人卫生',
  'home-hygiene': '家庭卫生',
  'indoor-environment': '室内环境',
  'family-finances': '家庭经济',
  livelihood: '衣食住行医',
  household: '家庭人口',
  'daily-care': '生活照料',
  'nursing-care': '康复护理',
  companionship: '陪伴和倾听',
  'home-adaptation': '居家适老化改造',
  'medical-care': '看病就医',
  'emergency-rescue': '紧急救援',
  'relief-policy': '社会救助政策',
  'care-policy': '养老服务政策',
  participation: '参与活动',
  'family-duty': '赡养扶养',
  'family-contact': '家人看望和问候',
  neighbours: '邻里关系',
  'production-help': '生产帮助',
  misfortune: '重大变故',
  satisfaction: '对服务不满意',
  'no-answer': '没人开门',
  emergency: '紧急求助',
  other: '其他',
} as const;
export type Matter = keyof typeof MATTERS;

export const NOTICE_STATES = {
  sending: '正在送',
  sent: '已送到微信',
  failed: '没送到',
  unknown: '不确定送到没有',
} as const;
export type NoticeState = keyof typeof NOTICE_STATES;
