import {
  isFixedLine,
  isMobileNumber,
  isPhoneNumber,
  normalizePhoneNumber,
  phoneNumberError,
} from '../src/phone-number';

describe('a mobile number of the mainland', () => {
  it.each(['13800000000', '14200001234', '16600000000', '19900000000'])('%s is one', (value) => {
    expect(isMobileNumber(value)).toBe(true);
  });

  it.each(['12800000000', '1380000000', '138000000000', '23800000000', '1380000000a', '138 0000 0000'])(
    '%s is none',
    (value) => expect(isMobileNumber(value)).toBe(false),
  );
});

describe('a fixed line', () => {
  it.each(['010-88880000', '01088880000', '0531-88880000', '053188880000', '0454-8888000', '021-88880000'])(
    '%s is one',
    (value) => expect(isFixedLine(value)).toBe(true),
  );

  it.each(['88880000', '010-8888000', '011-88880000', '0531-888800', '0531-888800001', '0531--88880000'])(
    '%s is none',
    (value) => expect(isFixedLine(value)).toBe(false),
  );
});

describe('what is wrong with a phone number, in words', () => {
  it.each([
    ['', '还没填电话'],
    ['-', '还没填电话'],
    ['1380000000', '电话少了 1 位，应是 11 位'],
    ['138000000', '电话少了 2 位，应是 11 位'],
    ['138000000000', '电话多了 1 位，应是 11 位'],
    ['12800000000', '手机号第二位应是 3 到 9，请再看看'],
    ['1380000000O', '电话里只能有数字，现在有“O”'],
    ['88880000', '座机号前面要加区号，如 0531'],
    ['011-88880000', '座机的区号不对，请再看看'],
    ['010-8888000', '座机号少了几位，区号 010 后面应是 8 位'],
    ['0531-888800', '座机号少了几位，区号 0531 后面应是 7 或 8 位'],
    ['0531-888800001', '座机号多了几位，区号 0531 后面应是 7 或 8 位'],
    ['999', '电话不对：手机号是 1 开头的 11 位，座机号前面要加区号'],
  ])('%s → %s', (typed, sentence) => {
    expect(phoneNumberError(typed)).toBe(sentence);
    expect(isPhoneNumber(typed)).toBe(false);
  });

  it('says nothing about a good one', () => {
    expect(phoneNumberError('14200000001')).toBeNull();
    expect(phoneNumberError('0531-88880000')).toBeNull();
  });
});

describe('the stored form', () => {
  it.each([
    ['138 0000 0000', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['+86 138 0000 0000', '13800000000'],
    ['8613800000000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['(0531)88880000', '0531-88880000'],
    ['0531 8888 0000', '0531-88880000'],
    ['010－88880000', '010-88880000'],
  ])('%s → %s', (typed, stored) => {
    expect(normalizePhoneNumber(typed)).toBe(stored);
  });

  it('does not change a second time', () => {
    for (const typed of ['(0531)88880000', '+8613800000000', '86-123']) {
      const stored = normalizePhoneNumber(typed);
      expect(normalizePhoneNumber(stored)).toBe(stored);
    }
  });
});
