import { clockTime, dayInWords, dayOf, greeting, leftOfDay, weekday, whenInWords } from '@/platform';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('days are those of Asia/Shanghai, wherever the phone is', () => {
  it('begins a day at Shanghai’s midnight', () => {
    expect(dayOf(at('2026-11-24T00:00:00'))).toBe('2026-11-24');
    expect(dayOf(at('2026-11-24T00:00:00') - 1)).toBe('2026-11-23');
    expect(leftOfDay(at('2026-11-24T23:59:00'))).toBe(60_000);
    expect(weekday('2026-11-24')).toBe('周二');
  });

  it('tells the time without a leading nought', () => {
    expect(clockTime(at('2026-11-24T09:12:40'))).toBe('9:12');
    expect(clockTime(at('2026-11-24T19:05:00'))).toBe('19:05');
    expect(clockTime(at('2026-11-24T00:05:00'))).toBe('0:05');
    expect(whenInWords(at('2026-11-23T09:48:00'), '2026-11-24')).toBe('昨天 9:48');
  });

  it.each([
    ['2026-11-24', '今天'],
    ['2026-11-23', '昨天'],
    ['2026-11-25', '明天'],
    ['2026-11-18', '11月18日'],
    ['2025-11-18', '2025年11月18日'],
  ])('calls %s %s', (day, words) => expect(dayInWords(day, '2026-11-24')).toBe(words));

  it.each([
    ['04:59', '晚上好'],
    ['05:00', '早上好'],
    ['09:00', '上午好'],
    ['12:00', '中午好'],
    ['14:00', '下午好'],
    ['18:00', '晚上好'],
  ])('greets at %s with %s', (time, words) => expect(greeting(at(`2026-11-24T${time}:00`))).toBe(words));
});
