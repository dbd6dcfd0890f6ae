import { findings, type Severity } from '@tanfang/shared';

import { demoPlaces } from '../../src/database/seeds/demo';
import { lateLastWeek, workingDayBefore } from '../../src/database/seeds/demo/calendar';
import type { DemoElder, DemoPlace, DemoVisit } from '../../src/database/seeds/demo/types';
import { calendarDate, startOfDay } from '../../src/platform/clock/clock';
import { isPublishedWorkingDay } from '../../src/platform/clock/working-days';
import { addDays, clockCodes, clocks, formDefinition, packOf, type PolicyPack } from '../../src/policy';

/** What the demonstration opens with, whatever day it is: the clocks of the plan run on working days. */
const DAYS = {
  'a Monday': '2026-11-23',
  'a Saturday': '2026-11-28',
  'a Sunday': '2026-11-22',
  'the first of a month': '2026-12-01',
  'the last of a month': '2026-11-30',
  'the last of February': '2027-02-28',
  'a leap day': '2028-02-29',
  'New Year’s Eve': '2026-12-31',
  'New Year’s Day': '2027-01-01',
  'the first day after 春节': '2026-02-24',
  'a Sunday after a worked Saturday': '2026-03-01',
  'the last day of the October holidays': '2026-10-07',
  'half a year after 春节': '2026-07-15',
};

/** Everything that is not closed. `up`: the community took it and its days are over. */
const OPEN = [
  ['济南', '李秀兰', 'gas-safety', 'waiting'],
  ['济南', '赵明德', 'illness', 'taken'],
  ['济南', '韩𬭎', 'family-finances', 'up'],
  ['济南', '朱凤英', 'personal-hygiene', 'with the family'],
  ['济南', '高德发', 'companionship', 'taken'],
  ['济南', '秦福海', 'care-policy', 'waiting'],
  ['北京', '田玉成', 'home-adaptation', 'taken'],
  ['北京', '杨秀珍', 'electrical-safety', 'waiting'],
  ['北京', '冯德胜', 'medical-care', 'taken'],
  ['黑龙江', '于桂芝', 'nursing-care', 'waiting'],
  ['辽宁', '佟桂荣', 'production-help', 'taken'],
  ['石狮', '蔡金土', 'electrical-safety', 'waiting'],
];

describe.each(Object.entries(DAYS))('on %s, %s', (_, today) => {
  const told = demoPlaces(today).flatMap((place) =>
    place.people.elders.flatMap((elder) => needsOf(place, elder).map((need) => ({ place, elder, need }))),
  );

  it('what the places have on the table is new, under way, with the family or gone up on purpose', () => {
    const open = told.filter(({ need }) => need.closed === undefined);
    expect(open.map(({ place, elder, need }) => [place.name, elder.name, need.matter, standing(need, today)])).toEqual(
      OPEN,
    );
  });

  it('everything else was taken and closed within the days of the plan', () => {
    const closed = told.filter(({ need }) => need.closed !== undefined);
    expect(closed.length).toBeGreaterThan(20);
    for (const { elder, need } of closed) {
      const { matter, taken, takeBy, closed: at, closeBy, note } = need;
      const inTime = { taken: taken !== undefined && taken <= takeBy, closed: at! <= closeBy };
      expect({ of: elder.name, matter, ...inTime }).toEqual({ of: elder.name, matter, taken: true, closed: true });
      expect(note!.length).toBeGreaterThan(8);
    }
  });

  it('the community has phoned by today whom no message reached, once in vain', () => {
    for (const { place, elder, need } of told) {
      const { visit } = need;
      const due = addDays(calendarDate(visit.endedAt), 1) < today;
      expect([place.name, elder.name, visit.calls.length > 0]).toEqual([place.name, elder.name, due]);
      for (const { at, reached } of visit.calls) {
        expect(at).toBeLessThan(startOfDay(today));
        expect(reached).toBe(elder.name !== '李秀兰' || need.matter !== 'gas-safety');
      }
    }
  });
});

describe('the calendar of what is news', () => {
  it.each([
    ['2026-11-28', 1, '2026-11-27'],
    ['2026-11-30', 1, '2026-11-27'],
    // The week of 春节, and its Saturdays that are worked.
    ['2026-02-24', 1, '2026-02-14'],
    ['2026-03-02', 2, '2026-02-27'],
  ])('before %s the working day %d back is %s', (today, count, day) => {
    expect(workingDayBefore(today, count)).toBe(day);
  });

  it('last week’s late visit was on its Sunday, and arrives later only where five working days are over', () => {
    expect(lateLastWeek('2026-11-23')).toEqual({ on: '2026-11-22' });
    expect(lateLastWeek('2026-11-27')).toEqual({ on: '2026-11-22' });
    for (const today of ['2026-11-28', '2026-11-29'])
      expect(lateLastWeek(today)).toEqual({ on: '2026-11-22', sentAt: Date.parse('2026-11-23T07:40:00+08:00') });
    // Its Saturday was worked.
    expect(lateLastWeek('2026-03-01')).toEqual({ on: '2026-02-22', sentAt: Date.parse('2026-02-24T07:40:00+08:00') });
  });
});

interface ToldNeed {
  matter: string;
  visit: DemoVisit;
  /** Instants, ms. */
  takeBy: number;
  taken: number | undefined;
  byFamily: boolean;
  closeBy: number;
  closed: number | undefined;
  note: string | undefined;
}

/** A finding is a need; none of the story's is found again while it is open. */
function needsOf({ packId }: DemoPlace, { visits }: DemoElder): ToldNeed[] {
  const pack = packOf(packId)!;
  return visits.flatMap((visit, index) => {
    const { form, answers, followUps, endedAt, sentAt } = visit;
    const found = findings(formDefinition(form.id, form.version)!, answers, visits[index - 1]?.answers);
    return found.map(({ matter, severity }) => {
      const { answer, acknowledgement, closure } = followUps.find((one) => one.matter === matter) ?? {};
      const byFamily = answer?.choice === 'self';
      const ends = endsOf(pack, { matter, severity }, sentAt ?? endedAt);
      const taken = byFamily ? answer.at : acknowledgement?.at;
      return { matter, visit, ...ends, taken, byFamily, closed: closure?.at, note: closure?.note };
    });
  });
}

function endsOf(pack: PolicyPack, finding: { matter: string; severity: Severity }, from: number) {
  const spans = clockCodes(finding).map((code) => clocks(pack, code));
  const earliest = (part: 'acknowledgeWithin' | 'closeWithin') =>
    Math.min(...spans.map(({ [part]: { unit, amount } }) => (unit === 'ms' ? from + amount : endOf(from, amount))));
  return { takeBy: earliest('acknowledgeWithin'), closeBy: earliest('closeWithin') };
}

function endOf(from: number, workingDays: number): number {
  let date = calendarDate(from);
  for (let left = workingDays; left > 0; left -= isPublishedWorkingDay(date) ? 1 : 0) date = addDays(date, 1);
  return startOfDay(addDays(date, 1)) - 1;
}

/** All day long: whoever starts the demonstration in the evening sees the same. */
function standing({ taken, takeBy, closeBy, byFamily }: ToldNeed, today: string): string {
  const [begins, ends] = [startOfDay(today), startOfDay(addDays(today, 1))];
  if (taken === undefined) return takeBy >= ends - 1 ? 'waiting' : 'nobody has taken it';
  if (closeBy >= ends - 1) return byFamily ? 'with the family' : 'taken';
  const streetHas = endOf(closeBy + 1, 3);
  return !byFamily && closeBy < begins && streetHas >= ends - 1 ? 'up' : 'late';
}
