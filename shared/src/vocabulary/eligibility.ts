import { wordOf } from './table';

/** Categories of special hardship, in the order in which a result lists them. */
export const CATEGORIES = {
  'childless-alone': '孤寡',
  'living-alone': '独居',
  'empty-nest': '空巢',
  'left-behind': '留守',
  'disabled-ability': '失能',
  'severe-disability': '重残',
  'family-planning-special': '计划生育特殊家庭',
  other: '其他',
} as const;
export type Category = keyof typeof CATEGORIES;

/** A category that one place alone has, with its word in it: `suzhou:高龄`. */
export type OwnCategory = `${string}:${string}`;
export type PlanCategory = Category | OwnCategory;

/** The word of any plan's category; a code that is no longer known gives itself, so that an old row still prints. */
export function categoryWord(code: string): string {
  return wordOf(CATEGORIES, code, code.slice(code.indexOf(':') + 1));
}

export const TIERS = { key: '重点', secondary: '次重点', general: '一般' } as const;
export type Tier = keyof typeof TIERS;

/** Result of an ability assessment. */
export const ABILITY_LEVELS = {
  intact: '能力完好',
  mild: '轻度失能',
  moderate: '中度失能',
  severe: '重度失能',
  total: '完全失能',
} as const;
export type AbilityLevel = keyof typeof ABILITY_LEVELS;

export const DISABILITY_KINDS = {
  visual: '视力残疾',
  hearing: '听力残疾',
  speech: '言语残疾',
  physical: '肢体残疾',
  intellectual: '智力残疾',
  mental: '精神残疾',
} as const;
export type DisabilityKind = keyof typeof DISABILITY_KINDS;

export const ONLY_CHILD_STATUSES = { deceased: '独生子女死亡', disabled: '独生子女伤残' } as const;
export type OnlyChildStatus = keyof typeof ONLY_CHILD_STATUSES;

export const ASSISTANCE = {
  destitute: '特困',
  'minimum-living': '低保',
  'low-income-margin': '低保边缘',
} as const;
export type Assistance = keyof typeof ASSISTANCE;

export const CONTRACTS = {
  'care-station': '签约养老服务驿站',
  'home-care-bed': '家庭养老床位',
  'home-care-service': '居家养老服务',
} as const;
export type Contract = keyof typeof CONTRACTS;

export const SERVICE_CLASSES = {
  'basic-guarantee': '兜底保障对象',
  'key-service': '重点服务对象',
  other: '其他',
} as const;
export type ServiceClass = keyof typeof SERVICE_CLASSES;

export const ENTRUSTMENT_STATES = { none: '没有委托', active: '委托协议执行中' } as const;
export type EntrustmentState = keyof typeof ENTRUSTMENT_STATES;

/** Tier as ticked by staff on the registration form (石狮 附件3). */
export const STAFF_TIERS = { key: '重点对象', general: '一般对象' } as const;
export type StaffTier = keyof typeof STAFF_TIERS;

export const SERVICE_PROVIDERS = {
  agency: '代理服务机构',
  contracted: '签约服务方',
  assigned: '指定探访人',
} as const;
export type ServiceProvider = keyof typeof SERVICE_PROVIDERS;

/** Stands in a citation's place of a document where a district has decided itself. */
export const DISTRICT_RULE = '本区规定';

export const ELIGIBILITY_FLAGS = {
  'priority-screening': '重点摸排',
  'assessment-stale': '能力评估该重做了',
  'certificate-expired': '残疾证已过期',
} as const;
export type EligibilityFlag = keyof typeof ELIGIBILITY_FLAGS;
