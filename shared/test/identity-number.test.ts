import fc from 'fast-check';
import {
  birthDateOf,
  checkDigit,
  identityNumberError,
  isIdentityNumber,
  normalizeIdentityNumber,
  sexOf,
} from '../src/identity-number';

/** The two numbers that GB 11643-1999 itself computes as examples. */
const EXAMPLE_WITH_X = '11010519491231002X';
const EXAMPLE_OF_A_MAN = '440524188001010014';

describe('GB 11643-1999 check character', () => {
  it('agrees with the examples of the standard', () => {
    expect(checkDigit('11010519491231002')).toBe('X');
    expect(checkDigit('44052418800101001')).toBe('4');
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digit = (Number(EXAMPLE_WITH_X.charAt(at)) + shift) % 10;
        const slipped = EXAMPLE_WITH_X.slice(0, at) + String(digit) + EXAMPLE_WITH_X.slice(at + 1);
        expect(isIdentityNumber(slipped)).toBe(false);
      }),
    );
  });

  it('finds two neighbouring digits swapped', () => {
    for (let at = 0; at < 16; at += 1) {
      const swapped = [...EXAMPLE_WITH_X];
      [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
      const typed = swapped.join('');
      if (typed !== EXAMPLE_WITH_X) expect(isIdentityNumber(typed)).toBe(false);
    }
  });

  it('refuses anything but 17 digits', () => {
    expect(() => checkDigit('1101051949123100')).toThrow(RangeError);
    expect(() => checkDigit('1101051949123100a')).toThrow(RangeError);
  });
});

describe('an identity number', () => {
  it('tells birth date and sex', () => {
    expect(birthDateOf(EXAMPLE_WITH_X)).toBe('1949-12-31');
    expect(sexOf(EXAMPLE_WITH_X)).toBe('female');
    expect(sexOf(EXAMPLE_OF_A_MAN)).toBe('male');
    expect(birthDateOf('110105194912310021')).toBeNull();
    expect(sexOf('110105194912310021')).toBeNull();
  });

  it('may carry an area code that no table holds (dissolved district, never assigned)', () => {
    expect(isIdentityNumber(withCheckDigit('11010319400229003'))).toBe(true);
    expect(isIdentityNumber(withCheckDigit('99000019440318004'))).toBe(true);
  });

  it('needs a day that exists', () => {
    expect(isIdentityNumber(withCheckDigit('99000019440229001'))).toBe(true);
    expect(isIdentityNumber(withCheckDigit('99000019430229001'))).toBe(false);
    expect(isIdentityNumber(withCheckDigit('99000019000229001'))).toBe(false);
    expect(isIdentityNumber(withCheckDigit('99000019440431001'))).toBe(false);
    expect(isIdentityNumber(withCheckDigit('99000019441301001'))).toBe(false);
    expect(isIdentityNumber(withCheckDigit('99000008440101001'))).toBe(false);
  });
});

describe('what is wrong with an identity number, in words', () => {
  it.each([
    ['', '还没填身份证号'],
    ['1101051949123100', '身份证号少了 2 位，应是 18 位'],
    ['11010519491231002X1', '身份证号多了 1 位，应是 18 位'],
    ['110105491231002', '这是 15 位的旧号，现在要填 18 位的身份证号'],
    ['11010519491231002x', '身份证号最后一位的 x 要写成大写 X'],
    ['1101051949123100O1', '身份证号里只能有数字和 X，现在有“O”'],
    ['1101051949123100𠮷1', '身份证号里只能有数字和 X，现在有“𠮷”'],
    ['1101051949X2310021', '身份证号里的 X 只能在最后一位'],
    ['110105194902310021', '身份证号里的出生日期不对（第 7 到 14 位），请对着证件再看看'],
    ['110105194912310021', '身份证号对不上，可能有一位写错了，请对着证件再看看'],
  ])('%s → %s', (typed, sentence) => {
    expect(identityNumberError(typed)).toBe(sentence);
  });

  it('refuses a birth date after the given day only when a day is given', () => {
    expect(identityNumberError(EXAMPLE_WITH_X)).toBeNull();
    expect(identityNumberError(EXAMPLE_WITH_X, '1949-12-31')).toBeNull();
    expect(identityNumberError(EXAMPLE_WITH_X, '1949-12-30')).toContain('还没到');
  });
});

describe('the stored form', () => {
  it('takes spaces, a small x and full-width digits as they are typed', () => {
    expect(normalizeIdentityNumber(' 110105 19491231 002x ')).toBe(EXAMPLE_WITH_X);
    expect(normalizeIdentityNumber('１１０１０５１９４９１２３１００２ｘ')).toBe(EXAMPLE_WITH_X);
  });

  it('leaves a normal form alone', () => {
    expect(normalizeIdentityNumber(EXAMPLE_WITH_X)).toBe(EXAMPLE_WITH_X);
  });
});

function withCheckDigit(first17: string): string {
  return first17 + checkDigit(first17);
}
