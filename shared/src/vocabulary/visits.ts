export const VISIT_MODES = {
  'on-site': '上门',
  phone: '电话',
  online: '互联网音视频',
  'remote-monitoring': '远程监测',
  other: '其他',
} as const;
export type VisitMode = keyof typeof VISIT_MODES;

/** Calendar periods, Asia/Shanghai: week Monday–Sunday; half-month 1st–15th and 16th–end; month. */
export const CADENCES = { week: '每周一次', 'half-month': '每半个月一次', month: '每月一次' } as const;
export type Cadence = keyof typeof CADENCES;

/**
 * How it stands with the visits of an elder, as lists say it. `missed-last`: the period before was missed, and this one is
 * still owed. `late`: the last period is over without a visit, and none has taken its place.
 */
export const VISIT_STATES = {
  owed: '待探访',
  'missed-last': '上期没见到',
  late: '逾期',
  visited: '本期已探访',
  excused: '免访',
} as const;
export type VisitState = keyof typeof VISIT_STATES;

export const OBLIGATION_STATUSES = { owed: '要探访', visited: '已探访', missed: '没见到', excused: '免访' } as const;
export type ObligationStatus = keyof typeof OBLIGATION_STATUSES;

export const EXCUSES = {
  hospital: '住院',
  away: '外出',
  declined: '本人谢绝',
  moved: '迁出',
  deceased: '去世',
} as const;
export type Excuse = keyof typeof EXCUSES;

/** 暂时不用去: why visits may rest for a while. */
export const PAUSES = {
  hospital: EXCUSES.hospital,
  away: EXCUSES.away,
  declined: EXCUSES.declined,
} as const satisfies Partial<Record<Excuse, string>>;
export type PauseReason = keyof typeof PAUSES;

/**
 * For how many days visits may rest, from the day on which it is said; then somebody has to ask again. No plan speaks of it,
 * so the numbers are our reading. `declined` has no end, only that day: the plans want the visit, and they want the elder's
 * wish respected (辽宁 二（四）「按照老年人或者其家庭成员的意愿」).
 */
export const PAUSE_DAYS: Readonly<Record<PauseReason, number>> = { hospital: 60, away: 90, declined: 30 };

/** A pause may have begun so many days before it is said: our reading. */
export const PAUSE_DAYS_BACK = 30;

/** How the elder confirmed the record. */
export const SIGNATURE_KINDS = {
  signed: '本人签字',
  mark: '画个记号',
  proxy: '家人代签',
  phone: '电话确认',
} as const;
export type SignatureKind = keyof typeof SIGNATURE_KINDS;

/** Bodies that may visit. A plan or a form knows some of them; which ones is the pack's to say. */
export const VISITOR_BODIES = {
  committee: '村（居）民委员会',
  grid: '网格员',
  'care-place': '养老服务场所管理运营方',
  'social-work': '社会工作服务机构',
  'primary-health': '基层医疗卫生机构',
  'elder-association': '基层老年协会',
  property: '物业服务企业',
  volunteer: '志愿服务组织',
  student: '在校学生',
  'public-post': '公益性岗位',
  cadre: '包联干部',
  'village-team': '驻村工作队',
  'party-veteran': '老党员',
  courier: '物流快递送餐人员',
  neighbour: '邻里亲属',
  other: '其他',
} as const;
export type VisitorBody = keyof typeof VISITOR_BODIES;

/** Why a record was kept and somebody should still look at it again. */
export const VISIT_REVIEWS = {
  'clock-ahead': '手机时间比服务器快，请核对探访日期',
  'assignment-ended': '送到时已经不派这个人去了，请核对是不是他去的',
  'earlier-home': '填的是老人搬家前那个地方的表，请核对要不要补填',
} as const;
export type VisitReview = keyof typeof VISIT_REVIEWS;

/** Words about a trend; a chart never shows a colour without one of them. */
export const TREND_WORDS = { better: '好了些', same: '没变化', worse: '差了些' } as const;
export type TrendWord = keyof typeof TREND_WORDS;
