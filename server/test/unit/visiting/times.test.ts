import { visitTimes } from '../../../src/modules/visiting/times';

const NOW = Date.parse('2026-11-24T09:48:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('what is believed of a phone’s clock', () => {
  it('keeps the times of a phone that goes right, and of one that was offline for days', () => {
    for (const ago of [0, HOUR, 9 * DAY, 300 * DAY]) {
      const [startedAt, endedAt] = [NOW - ago - 30 * MINUTE, NOW - ago];
      expect(visitTimes(startedAt, endedAt, NOW)).toEqual({ startedAt, endedAt, putBack: false });
    }
  });

  it('believes a clock that is ten minutes ahead', () => {
    const [startedAt, endedAt] = [NOW - 20 * MINUTE, NOW + 10 * MINUTE];
    expect(visitTimes(startedAt, endedAt, NOW)).toEqual({ startedAt, endedAt, putBack: false });
  });

  it('puts a visit back that ends hours from now, and keeps its length', () => {
    expect(visitTimes(NOW + 5 * HOUR, NOW + 6 * HOUR, NOW)).toEqual({
      startedAt: NOW - HOUR,
      endedAt: NOW,
      putBack: true,
    });
  });

  it.each([
    ['an end before the start', NOW - HOUR, NOW - 2 * HOUR],
    ['more than a day ahead', NOW + DAY, NOW + DAY + 1],
    ['more than a year ago', NOW - 367 * DAY, NOW - 366 * DAY],
  ])('refuses %s', (_, startedAt, endedAt) => {
    expect(visitTimes(startedAt, endedAt, NOW)).toBeNull();
  });
});
