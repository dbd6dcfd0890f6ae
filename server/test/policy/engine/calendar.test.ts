import { addDays, addMonths, ageOn, isCalendarDate, nextPeriodOf, periodOf } from '../../../src/policy';

describe('周岁', () => {
  it.each([
    ['1946-03-02', '2026-03-01', 79],
    ['1946-03-02', '2026-03-02', 80],
    ['1946-03-02', '2026-03-03', 80],
    ['1946-12-31', '2026-12-30', 79],
    ['2026-03-02', '2026-03-02', 0],
  ])('born %s, on %s: %i', (birthDate, on, age) => {
    expect(ageOn(birthDate, on)).toBe(age);
  });

  it('counts a 29 February birthday from 1 March in common years', () => {
    expect(ageOn('1944-02-29', '2026-02-28')).toBe(81);
    expect(ageOn('1944-02-29', '2026-03-01')).toBe(82);
    expect(ageOn('1944-02-29', '2028-02-28')).toBe(83);
    expect(ageOn('1944-02-29', '2028-02-29')).toBe(84);
  });
});

describe('addMonths', () => {
  it.each([
    ['2025-09-02', 6, '2026-03-02'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2025-12-31', 6, '2026-06-30'],
    ['2026-03-31', 6, '2026-09-30'],
    ['2026-05-31', 6, '2026-11-30'],
    ['2025-10-31', 6, '2026-04-30'],
    ['0998-12-31', 6, '0999-06-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
  ])('%s and %i months: %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('isCalendarDate', () => {
  it.each([
    '2026-02-28',
    '2028-02-29',
    '2000-02-29',
    '1943-12-31',
    '2026-01-31',
    '2026-06-30',
    '2026-12-01',
    '0001-01-01',
  ])('takes %s', (date) => {
    expect(isCalendarDate(date)).toBe(true);
  });
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-11-31',
    '2026-01-32',
    '0000-01-01',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '',
    20260302,
  ])('refuses %s', (date) => {
    expect(isCalendarDate(date)).toBe(false);
  });
});

describe('探访周期：日历周、半月、月', () => {
  it.each([
    ['2026-03-02', '2026-03-02', '2026-03-08'],
    ['2026-03-08', '2026-03-02', '2026-03-08'],
    ['2026-03-01', '2026-02-23', '2026-03-01'],
    ['2026-01-01', '2025-12-29', '2026-01-04'],
  ])('the week of %s is %s to %s', (on, start, end) => {
    expect(periodOf('week', on)).toEqual({ start, end });
  });

  it.each([
    ['2026-02-15', '2026-02-01', '2026-02-15'],
    ['2026-02-16', '2026-02-16', '2026-02-28'],
    ['2028-02-29', '2028-02-16', '2028-02-29'],
    ['2026-12-31', '2026-12-16', '2026-12-31'],
  ])('the half month of %s is %s to %s', (on, start, end) => {
    expect(periodOf('half-month', on)).toEqual({ start, end });
  });

  it('takes whole months', () => {
    expect(periodOf('month', '2026-02-10')).toEqual({ start: '2026-02-01', end: '2026-02-28' });
    expect(nextPeriodOf('month', '2026-12-10')).toEqual({ start: '2027-01-01', end: '2027-01-31' });
  });

  it('follows one upon the other without gap or overlap', () => {
    for (const every of ['week', 'half-month', 'month'] as const) {
      let period = periodOf(every, '2027-12-01');
      for (let count = 0; count < 60; count += 1) {
        const next = nextPeriodOf(every, period.start);
        expect(next.start).toBe(addDays(period.end, 1));
        expect(periodOf(every, next.end)).toEqual(next);
        period = next;
      }
    }
  });
});
