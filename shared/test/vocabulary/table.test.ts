import { codesOf, isCodeOf, MATTERS, NEED_TYPES, SEVERITIES, wordOf } from '../../src';

describe('vocabularies', () => {
  it('knows its own codes only', () => {
    expect(isCodeOf(NEED_TYPES, 'daily-care')).toBe(true);
    expect(isCodeOf(NEED_TYPES, 'constructor')).toBe(false);
    expect(isCodeOf(NEED_TYPES, 7)).toBe(false);
  });

  it('gives the word of a code, and still prints an unknown one', () => {
    expect(wordOf(NEED_TYPES, 'safety-hazard')).toBe('安全隐患');
    expect(wordOf(NEED_TYPES, 'gone')).toBe('—');
    expect(wordOf(NEED_TYPES, null, '没有')).toBe('没有');
  });

  it('lists severities from the most pressing down', () => {
    expect(codesOf(SEVERITIES)).toEqual(['life-danger', 'urgent', 'ordinary', 'information']);
  });

  it.each(Object.entries({ MATTERS, NEED_TYPES, SEVERITIES }))('has no word twice in %s', (_name, table) => {
    const words = Object.values(table);
    expect(new Set(words).size).toBe(words.length);
  });
});
