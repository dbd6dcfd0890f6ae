import { spanCode, spanOf } from '../../../src/policy';
import { spanLabel } from '../../../src/policy/engine/clock';

describe('办理时限的写法', () => {
  it.each([
    ['10m', { unit: 'ms', amount: 600_000 }, '10 分钟'],
    ['90m', { unit: 'ms', amount: 5_400_000 }, '90 分钟'],
    ['24h', { unit: 'ms', amount: 86_400_000 }, '24 小时'],
    ['3wd', { unit: 'working-days', amount: 3 }, '3 个工作日'],
    ['day+2h', { unit: 'day', amount: 7_200_000 }, '当天（22 点以后的 2 小时）'],
  ] as const)('%s', (code, span, label) => {
    expect(spanOf(code)).toEqual(span);
    expect(spanCode(span)).toBe(code);
    expect(spanLabel(span)).toBe(label);
  });

  it.each(['', '10', 'm', '1.5h', '3d', '12345m', ' 3wd', '3wd ', 'day', 'day+2wd', 'day+30m'])(
    '%j is no span',
    (code) => {
      expect(() => spanOf(code)).toThrow(RangeError);
    },
  );
});
