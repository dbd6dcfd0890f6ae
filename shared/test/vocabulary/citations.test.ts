import { citationKind, citationWords, DISTRICT_RULE } from '../../src';

const PLAN = '济南市实施方案 2023-10-18';
const quotation = { document: PLAN, text: '重点人群一周探访关爱一次', reading: false };
const reading = { document: PLAN, text: '方案没有写明，我们的理解：每月至少探访一次', reading: true };
const district = { document: DISTRICT_RULE, text: '本区规定（自2026-01-01起）：每半个月上门一次', reading: true };

describe('依据是谁的话', () => {
  it('tells the plan’s words, ours, and a district’s apart', () => {
    expect([quotation, reading, district].map(citationKind)).toEqual(['plan', 'reading', 'district']);
  });

  it('does not say twice what the mark says, and leaves a quotation to the letter', () => {
    expect(citationWords(reading)).toBe('每月至少探访一次');
    expect(citationWords({ text: '附件没有写明，我们的理解：先按一般', reading: true })).toBe('先按一般');
    expect(citationWords({ text: '方案没有写明定义，我们的理解：独居，是…', reading: true })).toBe('独居，是…');
    expect(citationWords({ text: '方案没有写明转给谁，我们的理解：由社区办', reading: true })).toBe('由社区办');
    expect(citationWords({ text: '我们的理解：也要有人去看', reading: true })).toBe('也要有人去看');
    expect(citationWords(quotation)).toBe(quotation.text);
    expect(citationWords(district)).toBe(district.text);
  });

  it('keeps what a reading says of the plan beyond that', () => {
    const text = '原文写“到2025年底原则上每周”，我们的理解：从2026年1月1日起每周';
    expect(citationWords({ text, reading: true })).toBe(text);
  });
});
