import { accepts, createSimulator, dataTypeOf } from '../../simulator';

const 字 = (count: number) => '字'.repeat(count);

/** One row a value: key, value, why. */
const TAKEN: [key: string, value: string, why: string][] = [
  ['thing1', 字(20), '20 characters'],
  ['thing1', 'a1，。-🙂', 'letters, digits, signs mixed'],
  ['number1', '1'.repeat(32), '32 digits'],
  ['number1', '12.50', 'decimals'],
  ['letter1', 'a'.repeat(32), '32 letters'],
  ['symbol1', '！？+-*', '5 signs'],
  ['character_string1', 'A1-#'.repeat(8), '32 letters, digits, signs'],
  ['time1', '15:01', 'clock alone'],
  ['time1', '00:00', 'midnight'],
  ['time1', '23:59', 'last minute'],
  ['time1', '2019年10月1日 15:01', 'date and clock'],
  ['time1', '09:00~11:30', 'range'],
  ['time1', '2019年10月1日 15:01~2019年10月2日 08:00', 'range over two days'],
  ['date1', '2019年10月1日', 'day alone'],
  ['date1', '2024年02月29日', 'leap day'],
  ['date1', '2019年10月1日 15:01', 'day and clock'],
  ['date1', '2019年10月1日~2019年10月7日', 'range'],
  ['amount1', '¥1234567890', '10 digits'],
  ['amount1', '￥86.80元', 'decimals, 元'],
  ['amount1', '$5', 'another currency'],
  ['phone_number1', '+86-0766-66888866', '17 characters'],
  ['phone_number1', '142****0001', 'masked'],
  ['car_number1', '粤A8Z888挂', '8 characters, 汉字 at both ends'],
  ['name1', 字(10), '10 汉字'],
  ['name1', 'Abcdefghijklmnopqrst', '20 letters'],
  ['name1', 'Anna Smith-Lee', 'letters and signs'],
  ['name1', '王Anna·Lee静', 'mixed, 10 in all'],
  ['phrase1', '有事待处理', '5 汉字'],
  ['phrase1', '好', '1 汉字'],
];

const REFUSED: [key: string, value: string, why: string][] = [
  ['thing1', 字(21), '21 characters'],
  ['thing1', 字(19) + '🙂', 'an emoji is two'],
  ['thing1', '上一行\n下一行', 'line break'],
  ['thing1', '制表\t符', 'tab'],
  ['thing1', '铃\u0007', 'control character'],
  ['number1', '1'.repeat(33), '33 digits'],
  ['number1', '1'.repeat(32) + '.5', '33 digits, decimals counted'],
  ['number1', '-1', 'sign'],
  ['number1', '1,000', 'comma'],
  ['number1', '１２', 'full-width digits'],
  ['number1', '5人', 'unit'],
  ['letter1', 'a'.repeat(33), '33 letters'],
  ['letter1', 'ab1', 'digit'],
  ['symbol1', '------', '6 signs'],
  ['symbol1', '-a', 'letter'],
  ['character_string1', 'a'.repeat(33), '33'],
  ['character_string1', 'NO.1号', '汉字'],
  ['character_string1', 'a b', 'space'],
  ['time1', '24:00', 'no such hour'],
  ['time1', '15:60', 'no such minute'],
  ['time1', '2019年10月1日', 'clock missing'],
  ['time1', '2019-10-01 15:01', 'other spelling'],
  ['time1', '09:00～11:30', 'full-width ～'],
  ['time1', '09:00~10:00~11:00', 'three points'],
  ['time1', '下午3:01', '12 h clock'],
  ['date1', '2023年2月29日', 'no such day'],
  ['date1', '2019年13月1日', 'no such month'],
  ['date1', '15:01', 'day missing'],
  ['date1', '2019年10月1日~', 'half a range'],
  ['amount1', '¥12345678901', '11 digits'],
  ['amount1', '¥¥5', 'two currency signs'],
  ['amount1', '86.80元', 'no currency sign'],
  ['amount1', '¥5块', 'another unit'],
  ['phone_number1', '+86-0766-668888661', '18 characters'],
  ['phone_number1', '电话14200000001', '汉字'],
  ['phone_number1', '----', 'no digit'],
  ['car_number1', '粤A8Z8888挂', '9 characters'],
  ['car_number1', '粤A粤Z888', '汉字 inside'],
  ['name1', 字(11), '11 汉字'],
  ['name1', 'Abcdefghijklmnopqrstu', '21 letters'],
  ['name1', '王Abcdefghij', 'mixed, 11 in all'],
  ['name1', '王静2', 'digit'],
  ['phrase1', '有事待您处理', '6 汉字'],
  ['phrase1', '已办好。', 'sign'],
  ['phrase1', 'OK', 'letters'],
  ['phrase1', '第1次', 'digit'],
];

describe('订阅消息参数值内容限制', () => {
  it.each(TAKEN)('takes %s %j (%s)', (key, value) => {
    expect(accepts(key, value)).toBe(true);
  });

  it.each(REFUSED)('refuses %s %j (%s)', (key, value) => {
    expect(accepts(key, value)).toBe(false);
  });

  it('refuses an empty value in every type', () => {
    const keys = [...new Set(TAKEN.map(([key]) => key))];
    expect(keys).toHaveLength(12);
    expect(keys.filter((key) => accepts(key, ''))).toEqual([]);
  });

  it('takes an enum only from its list', () => {
    expect(accepts('enum1', '已办好', ['待办', '已办好'])).toBe(true);
    expect(accepts('enum1', '办好了', ['待办', '已办好'])).toBe(false);
  });

  it('knows a type by its key and refuses to start with a template of an unknown one', () => {
    expect(dataTypeOf('character_string12')).toBe('character_string');
    expect(dataTypeOf('thing')).toBeNull();
    expect(dataTypeOf('thing_1')).toBeNull();
    const template = { id: 't', title: '提醒', fields: [{ key: 'text1', label: '内容' }] };
    expect(() => createSimulator({ apps: [{ appid: 'wx', secret: 's', templates: [template] }] })).toThrow('text1');
  });
});
