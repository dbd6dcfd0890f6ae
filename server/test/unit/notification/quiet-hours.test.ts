import fc from 'fast-check';

import { wallTime } from '../../../src/platform/clock/clock';
import { earliestDelivery } from '../../../src/modules/notification/quiet-hours';

const at = (text: string) => Date.parse(`${text}+08:00`);

describe('quiet hours, 21:00 to 07:00 in Shanghai', () => {
  it.each([
    ['2026-11-24T20:59:59', '2026-11-24T20:59:59'],
    ['2026-11-24T21:00:00', '2026-11-25T07:00:00'],
    ['2026-11-24T23:59:59', '2026-11-25T07:00:00'],
    ['2026-11-25T00:00:00', '2026-11-25T07:00:00'],
    ['2026-11-25T06:59:59', '2026-11-25T07:00:00'],
    ['2026-11-25T07:00:00', '2026-11-25T07:00:00'],
    ['2026-12-31T22:00:00', '2027-01-01T07:00:00'],
  ])('%s → %s', (now, due) => {
    expect(earliestDelivery(at(now), false)).toBe(at(due));
  });

  it('do not exist when life is in danger', () => {
    expect(earliestDelivery(at('2026-11-25T03:00:00'), true)).toBe(at('2026-11-25T03:00:00'));
  });

  it('are never delivered into, delay by ten hours at most, and settle', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01T00:00:00'), max: at('2030-01-01T00:00:00') }), (now) => {
        const due = earliestDelivery(now, false);
        expect(wallTime(due) >= '07:00' && wallTime(due) < '21:00').toBe(true);
        expect(due - now).toBeGreaterThanOrEqual(0);
        expect(due - now).toBeLessThanOrEqual(10 * 3_600_000);
        expect(earliestDelivery(due, false)).toBe(due);
      }),
    );
  });
});
