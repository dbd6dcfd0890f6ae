import { ulid } from 'ulid';

import { visitNumber } from '../../../src/modules/visiting/visit-number';

describe('the number that is read aloud', () => {
  it('begins with month and day and has digits only', () => {
    expect(visitNumber(ulid(), '2026-11-24')).toMatch(/^1124-\d{3}-\d{3}$/);
    expect(visitNumber(ulid(), '2027-01-05')).toMatch(/^0105-/);
  });

  it('is always the same for the same visit', () => {
    expect(visitNumber('01KB2Z6QF3T9V8XW7M5N4P3R2S', '2026-11-24')).toBe(
      visitNumber('01KB2Z6QF3T9V8XW7M5N4P3R2S', '2026-11-24'),
    );
  });

  it('hardly ever repeats among the visits of a community on a day', () => {
    const ids = Array.from({ length: 100 }, (_, index) => `01KB2Z6QF3T9V8XW7M5N4P${String(index).padStart(4, '0')}`);
    expect(new Set(ids.map((id) => visitNumber(id, '2026-11-24'))).size).toBeGreaterThanOrEqual(99);
  });
});
