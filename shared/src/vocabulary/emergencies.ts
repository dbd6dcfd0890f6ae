/** What a visitor may have met. `harmed`: it looks as if somebody had hurt the elder. */
export const EMERGENCY_KINDS = {
  fall: '摔倒了',
  illness: '突发急病',
  unconscious: '叫不醒',
  'fire-gas': '起火、漏气',
  harmed: '像被人伤了',
  other: '别的险情',
} as const;
export type EmergencyKind = keyof typeof EMERGENCY_KINDS;

/** How it stood when it was written down. */
export const EMERGENCY_OUTCOMES = {
  hospital: '已送医',
  safe: '已脱险',
  'family-here': '家人已到',
  ongoing: '还在处理',
} as const;
export type EmergencyOutcome = keyof typeof EMERGENCY_OUTCOMES;
