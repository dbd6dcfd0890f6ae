import { backOnFaults, covers, excuses, spanFaults } from '../../../src/modules/visiting/pausing';

const week = { start: '2026-11-23', end: '2026-11-29' };
const month = { start: '2026-11-01', end: '2026-11-30' };

describe('which periods a pause excuses', () => {
  it.each([
    ['the whole period', '2026-11-20', '2026-12-05', true],
    ['its end: whoever meant to come on Saturday did nothing wrong', '2026-11-27', '2026-12-05', true],
    ['its last day only', '2026-11-29', '2026-11-30', true],
    ['its beginning, with two days left', '2026-11-20', '2026-11-28', false],
    ['its beginning, with one day left', '2026-11-20', '2026-11-29', true],
    ['not at all: it was over before', '2026-11-16', '2026-11-23', false],
    ['not at all: it begins afterwards', '2026-11-30', '2026-12-05', false],
    ['not at all: it was taken back', '2026-11-25', '2026-11-25', false],
  ])('it reaches %s', (_case, from, backOn, excused) => {
    expect(excuses({ from, backOn }, week)).toBe(excused);
  });

  it('leaves a month owed as long as two days of it are left', () => {
    expect(excuses({ from: '2026-11-02', backOn: '2026-11-29' }, month)).toBe(false);
    expect(excuses({ from: '2026-11-02', backOn: '2026-11-30' }, month)).toBe(true);
  });
});

it('rests from the first day until the day before the return', () => {
  const span = { from: '2026-11-24', backOn: '2026-11-26' };
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
  expect(days.map((day) => covers(span, day))).toEqual([false, true, true, false]);
});

describe('what may be said on a Monday', () => {
  const today = '2026-11-23';
  const fields = (from: string, backOn: string) => spanFaults('hospital', { from, backOn }, today).map((f) => f.field);

  it('begins today or at most thirty days ago', () => {
    expect(fields(today, '2026-12-01')).toEqual([]);
    expect(fields('2026-10-24', '2026-12-01')).toEqual([]);
    expect(fields('2026-10-23', '2026-12-01')).toEqual(['from']);
    expect(fields('2026-11-24', '2026-12-01')).toEqual(['from']);
  });

  it.each([
    ['hospital', '2027-01-22', '2027-01-23'],
    ['away', '2027-02-21', '2027-02-22'],
    ['declined', '2026-12-23', '2026-12-24'],
  ] as const)('%s ends tomorrow or later, and has to be asked about again in time', (reason, last, tooLate) => {
    expect(backOnFaults(reason, '2026-11-24', today)).toEqual([]);
    expect(backOnFaults(reason, last, today)).toEqual([]);
    expect(backOnFaults(reason, tooLate, today)).toHaveLength(1);
    expect(backOnFaults(reason, today, today)).toHaveLength(1);
  });
});
