import { DISTRICT_RULE } from './eligibility';

/** Whose words a citation holds: the plan's, ours where the plan is silent, or a district's in place of ours. */
export const CITATION_KINDS = {
  plan: '方案原文',
  reading: '方案没写明，是我们的理解',
  district: DISTRICT_RULE,
} as const;
export type CitationKind = keyof typeof CITATION_KINDS;

/** What the mark of a reading says already: that the plan is silent, of what the reading itself is about. */
const SAID_BY_MARK = /^(?:(?:方案|附件)没有写明[^，]*，)?我们的理解：/;

export function citationKind({ document, reading }: { document: string; reading: boolean }): CitationKind {
  if (!reading) return 'plan';
  return document === DISTRICT_RULE ? 'district' : 'reading';
}

/** The words as they stand beside their mark: a quotation to the letter, a reading without what the mark says. */
export function citationWords({ text, reading }: { text: string; reading: boolean }): string {
  return reading ? text.replace(SAID_BY_MARK, '') : text;
}
