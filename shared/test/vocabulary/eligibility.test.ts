import { categoryWord } from '../../src';

describe('the word of a category', () => {
  it('is that of the vocabulary, or the one that a place’s own category carries', () => {
    expect(categoryWord('living-alone')).toBe('独居');
    expect(categoryWord('suzhou:高龄')).toBe('高龄');
  });

  it('is the code itself where nobody knows it any more', () => {
    expect(categoryWord('long-forgotten')).toBe('long-forgotten');
    expect(categoryWord('constructor')).toBe('constructor');
  });
});
