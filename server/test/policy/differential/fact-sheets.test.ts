import { parseFacts, type ElderFacts } from '../../../src/policy';
import { birthdaysKept, dayBefore, isUpTo, monthsOn, nextDay, toDay, toText, type Day } from './days';
import { DAYS, factSheet } from './fact-sheets';

const SHEETS = Array.from({ length: 500 }, (_, seed) => factSheet(seed));
/** As many as the differential check compares at least. */
const MANY = Array.from({ length: 2_000 }, (_, seed) => factSheet(seed));

describe('invented fact sheets', () => {
  it('the same seed gives the same sheet, another one another', () => {
    expect(factSheet(7)).toEqual(factSheet(7));
    expect(new Set(SHEETS.map((sheet) => JSON.stringify(sheet))).size).toBeGreaterThan(495);
  });

  it('are such as the policy endpoint takes, on every one of the days', () => {
    for (const sheet of SHEETS) {
      for (const on of DAYS) expect(parseFacts(JSON.parse(JSON.stringify(sheet)), on)).toEqual({ facts: sheet });
    }
  });

  it('leave things out, cut codes short, and contradict themselves', () => {
    const share = (is: (sheet: (typeof SHEETS)[number]) => boolean) => SHEETS.filter(is).length / SHEETS.length;
    expect(share(({ relatives }) => relatives === undefined)).toBeGreaterThan(0.05);
    expect(share(({ maritalStatus }) => maritalStatus === undefined)).toBeGreaterThan(0.05);
    expect(share(({ residence }) => (residence.division ?? '').length < 9)).toBeGreaterThan(0.05);
    expect(share(({ birthDate }) => birthDate.endsWith('02-29'))).toBeGreaterThan(0.05);
    const spouseOnPaperOnly = share(
      ({ maritalStatus, relatives }) =>
        maritalStatus === 'married' && relatives?.every(({ relation }) => relation !== 'spouse') === true,
    );
    expect(spouseOnPaperOnly).toBeGreaterThan(0.03);
    const widowedWithSpouse = share(
      ({ maritalStatus, relatives }) =>
        maritalStatus === 'widowed' && relatives?.some(({ relation }) => relation === 'spouse') === true,
    );
    expect(widowedWithSpouse).toBeGreaterThan(0.03);
  });

  describe('stand on every edge', () => {
    const is = (date: string | undefined, day: Day) => date === toText(day);
    const away = (sheet: ElderFacts) => (sheet.relatives ?? []).flatMap(({ awaySince }) => awaySince ?? []);
    const turns = (years: number, born: string, on: Day) =>
      birthdaysKept(toDay(born), on) === years && birthdaysKept(toDay(born), dayBefore(on)) === years - 1;
    const atHome = ({ relatives = [] }: ElderFacts) =>
      relatives.filter(({ livesWithElder }) => livesWithElder === true);
    const assessed = ({ ability }: ElderFacts) => ability?.assessedOn;
    const validUntil = ({ disability }: ElderFacts) => disability?.validUntil;
    const digits = ({ residence }: ElderFacts) => (residence.division ?? '').length;

    it.each<[string, (sheet: ElderFacts, on: Day) => boolean]>([
      ['turns 60 on the day', ({ birthDate }, on) => turns(60, birthDate, on)],
      ['turns 60 the day after', ({ birthDate }, on) => turns(60, birthDate, nextDay(on))],
      ['turns 80 on the day', ({ birthDate }, on) => turns(80, birthDate, on)],
      ['turns 80 the day after', ({ birthDate }, on) => turns(80, birthDate, nextDay(on))],
      ['born on a 29 February, on 28 February', (s, on) => s.birthDate.endsWith('02-29') && is('2026-02-28', on)],
      ['born on a 29 February, on 1 March', (s, on) => s.birthDate.endsWith('02-29') && is('2026-03-01', on)],
      ['somebody in the home turns 60 on the day', (s, on) => atHome(s).some((p) => turns(60, p.birthDate ?? '', on))],
      [
        'somebody in the home turns 60 the day after',
        (s, on) => atHome(s).some((p) => turns(60, p.birthDate ?? '', nextDay(on))),
      ],
      [
        'a child half a year away on the day',
        (s, on) => away(s).some((since) => is(toText(on), monthsOn(toDay(since), 6))),
      ],
      [
        'a child half a year away the day after',
        (s, on) => away(s).some((since) => is(toText(nextDay(on)), monthsOn(toDay(since), 6))),
      ],
      [
        'half a year that ends with a shorter month',
        (s, on) => away(s).some((since) => is(toText(on), monthsOn(toDay(since), 6)) && toDay(since).d > on.d),
      ],
      ['a child who will leave', (s, on) => away(s).some((since) => !isUpTo(toDay(since), on))],
      ['assessed on the day', (s, on) => is(assessed(s), on)],
      ['assessed the day after', (s, on) => is(assessed(s), nextDay(on))],
      ['assessed 12 months ago', (s, on) => is(assessed(s), monthsOn(on, -12))],
      ['assessed 12 months and a day ago', (s, on) => is(assessed(s), dayBefore(monthsOn(on, -12)))],
      ['a certificate on its last day', (s, on) => is(validUntil(s), on)],
      ['a certificate the day after its last', (s, on) => is(validUntil(s), dayBefore(on))],
      ['a residence known to the street', (s) => digits(s) === 9],
      ['a residence known to the district', (s) => digits(s) === 6],
      ['a residence known to the province', (s) => digits(s) === 2],
      ['a residence not known', (s) => digits(s) === 0],
      ['relatives: there are none', ({ relatives }) => relatives?.length === 0],
    ])('%s', (_edge, stands) => {
      const found = MANY.filter((sheet) => DAYS.some((on) => stands(sheet, toDay(on))));
      expect(found.length).toBeGreaterThan(2);
    });
  });
});
