import fc from 'fast-check';
import { maskAddress, maskIdentityNumber, maskName, maskPhone } from '../src/mask';

describe('a masked name', () => {
  it.each([
    ['李秀兰', '李*兰'],
    ['王静', '王*'],
    ['欧阳慧娜', '欧**娜'],
    ['买买提·吐尔逊', '买**·**逊'],
    ['阿·木', '阿·木'],
    ['韩𬭎', '韩*'],
    ['𠮷田美', '𠮷*美'],
    ['王𠮷', '王*'],
    ['葛󠄀文英', '葛󠄀*英'],
    ['兰', '*'],
    ['𠮷', '*'],
    [' 王静 ', '王*'],
    ['', ''],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(maskName(name))).toBe(
          false,
        );
      }),
    );
  });

  it('never shows the second character of a name of two or three', () => {
    expect(maskName('王静')).not.toContain('静');
    expect(maskName('李秀兰')).not.toContain('秀');
  });
});

describe('a masked identity number', () => {
  it('shows the first four and the last two', () => {
    expect(maskIdentityNumber('99000019440318004X')).toBe('9900 **** **** **4X');
    expect(maskIdentityNumber('110105491231002')).toBe('1101 **** **** **02');
  });

  it('hides what is too short to be one, and its length', () => {
    expect(maskIdentityNumber('1234')).toBe('****');
    expect(maskIdentityNumber('12345678901234')).toBe('****');
    expect(maskIdentityNumber('')).toBe('');
  });

  it('never shows the birth date', () => {
    expect(maskIdentityNumber('99000019440318004X')).not.toContain('1944');
  });
});

describe('a masked phone number', () => {
  it.each([
    ['14200000017', '*** **** **17'],
    ['0531-88880086', '*** **** **86'],
    ['12345', '*** **** ****'],
    ['', ''],
  ])('%s → %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});

describe('a masked address', () => {
  it.each([
    [
      '济南市历下区甸柳街道甸柳新村第一社区居民委员会 5 号楼 1 单元 301',
      '济南市历下区甸柳街道甸柳新村第一社区居民委员会****',
    ],
    ['济南市历下区姚家街道姚家社区3号楼2单元501', '济南市历下区姚家街道姚家社区****'],
    ['姚家街道办事处浆水泉路 12 号', '姚家街道办事处****'],
    ['沈阳市康平县方家屯镇方家屯村民委员会西二组 8 号', '沈阳市康平县方家屯镇方家屯村民委员会****'],
    ['历下区解放路 12 号 3 楼', '历下区****'],
    ['解放路 12 号', '****'],
    ['5 号楼 1 单元 301', '****'],
    ['5 号楼王家村客栈 301', '****'],
    ['５号楼李家社区', '****'],
    ['', ''],
  ])('%s → %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('never shows a digit', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('历下区', '姚家街道', '姚家社区', '小区', '5', '３', '号楼')), (parts) => {
        expect(maskAddress(parts.join(''))).not.toMatch(/[0-9０-９]/);
      }),
    );
  });
});
