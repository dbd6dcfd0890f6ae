import type { Cadence, ObligationStatus } from '@tanfang/shared';

import { planElder, type CadenceState, type NewRow, type PlannedRow } from '../../../src/modules/visiting/planning';
import { addDays, periodOf } from '../../../src/policy';

/** An elder who has owed at this cadence since long ago. */
const since = (every: Cadence | null, everySince = '2020-01-01'): CadenceState => ({
  every,
  everySince,
  seenOn: '2020-01-01',
});

function row(every: Cadence, on: string, status: ObligationStatus = 'owed', listUntil?: string): PlannedRow {
  const { start, end } = periodOf(every, on);
  return {
    id: `${every}-${start}`,
    every,
    periodStart: start,
    dueOn: end,
    listUntil: listUntil ?? end,
    status,
    excuse: null,
  };
}

const spans = (rows: NewRow[]) => rows.map(({ periodStart, dueOn }) => `${periodStart}…${dueOn}`);

/** What stands in the table after the step. */
function after(rows: readonly PlannedRow[], step: ReturnType<typeof planElder>): PlannedRow[] {
  const kept = rows
    .filter(({ id }) => !step.withdraw.includes(id))
    .map((old) => ({ ...old, listUntil: step.relist.find(({ id }) => id === old.id)?.listUntil ?? old.listUntil }));
  const added = step.insert.map((made) => ({
    ...made,
    id: `new-${made.periodStart}`,
    status: 'owed' as const,
    excuse: null,
  }));
  return [...kept, ...added];
}

describe('首次登记：当期就要去一次', () => {
  it.each([
    ['week', '2026-11-25', ['2026-11-23…2026-11-29', '2026-11-30…2026-12-06']],
    ['half-month', '2026-11-15', ['2026-11-01…2026-11-15', '2026-11-16…2026-11-30']],
    ['half-month', '2027-02-20', ['2027-02-16…2027-02-28', '2027-03-01…2027-03-15']],
    ['month', '2026-12-31', ['2026-12-01…2026-12-31', '2027-01-01…2027-01-31']],
    ['week', '2026-12-31', ['2026-12-28…2027-01-03', '2027-01-04…2027-01-10']],
    ['month', '2028-02-29', ['2028-02-01…2028-02-29', '2028-03-01…2028-03-31']],
  ] as const)('每 %s，%s 登记', (every, on, expected) => {
    expect(spans(planElder(every, null, [], on).insert)).toEqual(expected);
  });

  it('owes nothing when the plan does not ask for visits', () => {
    const step = planElder(null, null, [], '2026-11-25');
    expect(step.insert).toEqual([]);
    expect(step.state).toEqual({ every: null, everySince: '2026-11-25', seenOn: '2026-11-25' });
  });

  it('keeps one current period when the cadence is corrected on the day of registration', () => {
    const on = '2026-11-23';
    const first = planElder('week', null, [], on);
    const rows = after([], first);
    const second = planElder('month', first.state, rows, on);
    expect(second.withdraw).toEqual(['new-2026-11-23', 'new-2026-11-30']);
    expect(spans(second.insert)).toEqual(['2026-11-01…2026-11-30', '2026-12-01…2026-12-31']);
  });

  it('lets the week that has begun stand when the correction comes on the day of registration, later in the week', () => {
    const on = '2026-11-25';
    const first = planElder('week', null, [], on);
    const second = planElder('month', first.state, after([], first), on);
    expect(second.withdraw).toEqual(['new-2026-11-30']);
    expect(spans(second.insert)).toEqual(['2026-12-01…2026-12-31']);
  });
});

describe('本期和下期各一条', () => {
  it('plans the next one when a new period begins', () => {
    const step = planElder('week', since('week'), [row('week', '2026-11-23'), row('week', '2026-11-30')], '2026-11-30');
    expect(spans(step.insert)).toEqual(['2026-12-07…2026-12-13']);
  });

  it('changes nothing when it is run again', () => {
    for (const every of ['week', 'half-month', 'month'] as const) {
      for (let on = '2026-11-20'; on < '2027-03-05'; on = addDays(on, 1)) {
        const known = since(every);
        const once = after([], planElder(every, known, [], on));
        const again = planElder(every, known, once, on);
        expect([again.insert, again.withdraw, again.relist]).toEqual([[], [], []]);
      }
    }
  });

  it('catches up the current period after the server was down', () => {
    const step = planElder('week', since('week'), [row('week', '2026-11-02', 'visited')], '2026-11-25');
    expect(spans(step.insert)).toEqual(['2026-11-23…2026-11-29', '2026-11-30…2026-12-06']);
    expect(step.insert.map(({ listRank }) => listRank)).toEqual([1, 1]);
  });

  it('puts a period that is planned late first when the one before was missed', () => {
    const step = planElder('week', since('week'), [row('week', '2026-11-16', 'missed')], '2026-11-25');
    expect(step.insert.map(({ listRank }) => listRank)).toEqual([0, 0]);
  });
});

describe('期内变动从下一期起', () => {
  it('month → week: the month stays owed, weeks begin on Monday and take its place in the lists', () => {
    const on = '2026-11-11';
    const rows = [row('month', on), row('month', '2026-12-01')];
    const step = planElder('week', since('month'), rows, on);
    expect(step.state).toMatchObject({ every: 'week', everySince: on });
    expect(step.withdraw).toEqual(['month-2026-12-01']);
    expect(spans(step.insert)).toEqual(['2026-11-16…2026-11-22']);
    expect(step.relist).toEqual([{ id: 'month-2026-11-01', listUntil: '2026-11-15' }]);
  });

  it('does not make up the week in which the change fell, on whichever later day it looks', () => {
    let rows: PlannedRow[] = [row('month', '2026-11-11'), row('month', '2026-12-01')];
    let known = since('month');
    for (let on = '2026-11-11'; on < '2026-11-30'; on = addDays(on, 1)) {
      const step = planElder('week', known, rows, on);
      rows = after(rows, step);
      known = step.state;
    }
    const weeks = rows.filter(({ every }) => every === 'week').map(({ periodStart }) => periodStart);
    expect(weeks).toEqual(['2026-11-16', '2026-11-23', '2026-11-30']);
  });

  it('week → month: this week stays owed, the month begins on the 1st', () => {
    const on = '2026-11-11';
    const step = planElder('month', since('week'), [row('week', on), row('week', '2026-11-16')], on);
    expect(step.withdraw).toEqual(['week-2026-11-16']);
    expect(spans(step.insert)).toEqual(['2026-12-01…2026-12-31']);
  });

  it('week → month across the turn of the month: the week that reaches into it makes room on the 1st', () => {
    const on = '2026-11-30';
    const week = row('week', on, 'owed');
    const step = planElder('month', { ...since('month'), everySince: '2026-11-30' }, [week], on);
    expect(spans(step.insert)).toEqual(['2026-12-01…2026-12-31']);
  });

  it('decides a period by the rule of its first day when the change comes on that day', () => {
    const on = '2026-12-01';
    const step = planElder('month', since('half-month'), [row('half-month', on), row('half-month', '2026-12-16')], on);
    expect(step.withdraw).toEqual(['half-month-2026-12-01', 'half-month-2026-12-16']);
    expect(spans(step.insert)).toEqual(['2026-12-01…2026-12-31', '2027-01-01…2027-01-31']);
  });

  it('week → month on a Monday: this week has begun and stays owed, else nothing would be until the 1st', () => {
    const on = '2026-09-07';
    const rows = [row('week', '2026-08-31', 'visited'), row('week', on), row('week', '2026-09-14')];
    const step = planElder('month', since('week'), rows, on);
    expect(step.withdraw).toEqual(['week-2026-09-14']);
    expect(spans(step.insert)).toEqual(['2026-10-01…2026-10-31']);
  });

  it('never takes back a period that was visited', () => {
    const on = '2026-12-01';
    const step = planElder('month', since('half-month'), [row('half-month', on, 'visited')], on);
    expect(step.withdraw).toEqual([]);
    expect(spans(step.insert)).toEqual(['2027-01-01…2027-01-31']);
  });

  it('期内才符合条件的从下一期起', () => {
    const step = planElder('week', since(null, '2026-01-01'), [], '2026-11-25');
    expect(spans(step.insert)).toEqual(['2026-11-30…2026-12-06']);
    const monday = planElder('week', step.state, after([], step), '2026-11-27');
    expect(monday.insert).toEqual([]);
  });

  it('no longer owing: what has begun stays, what has not is taken back', () => {
    const rows = [row('week', '2026-11-23'), row('week', '2026-11-30')];
    const step = planElder(null, since('week'), rows, '2026-11-25');
    expect(step.withdraw).toEqual(['week-2026-11-30']);
    expect(step.insert).toEqual([]);
  });

  it('lists an elder once on every day, through any two changes of cadence', () => {
    const cadences = ['week', 'half-month', 'month'] as const;
    for (const [from, to, back] of cadences.flatMap((a) =>
      cadences.flatMap((b) => cadences.map((c) => [a, b, c] as const)),
    )) {
      for (let offset = 0; offset < 35; offset += 3) {
        const start = addDays('2026-10-20', offset);
        const [firstChange, secondChange] = [addDays(start, 9), addDays(start, 20)];
        let rows: PlannedRow[] = [];
        let known: CadenceState | null = null;
        for (let on = start; on < addDays(start, 70); on = addDays(on, 1)) {
          rows = rows.map((old) => (old.status === 'owed' && old.dueOn < on ? { ...old, status: 'missed' } : old));
          const every = on < firstChange ? from : on < secondChange ? to : back;
          const step = planElder(every, known, rows, on);
          rows = after(rows, step);
          known = step.state;
          const listed = rows.filter((r) => r.status === 'owed' && r.periodStart <= on && on <= r.listUntil);
          expect({ from, to, back, on, twice: listed.length > 1 }).toEqual({ from, to, back, on, twice: false });
          const starts = rows.map(({ periodStart }) => periodStart);
          expect(new Set(starts).size).toBe(starts.length);
        }
      }
    }
  });
});
