import type { ElderFacts, Place, Relative } from '../../../src/policy';
import { dayBefore, monthsOn, nextDay, toDay, toText, type Day } from './days';
import type { PlanTable } from './plan-table';
import { Chance } from './random';

/** Days on which rules begin, years turn, and months are short. */
export const DAYS = [
  '2024-02-29',
  '2024-12-31',
  '2025-01-01',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-03-01',
] as const;

/** Communities of all five places, one beside the other where two are of one street or one district. */
const HOMES = [
  '110101010015',
  '110111105202',
  '230103017004',
  '210123103204',
  '350581103204',
  '350581001010',
  '370102009001',
];

/** A home as it may stand in a register: whole, cut short, filled up with noughts, of the neighbour, elsewhere, not at all. */
function division(chance: Chance, home: string): string | undefined {
  const neighbour = (length: number) => `${home.slice(0, length - 1)}${(Number(home[length - 1]) + 1) % 10}`;
  return chance.pick([
    () => home,
    () => `${home.slice(0, 9)}${String(chance.below(1000)).padStart(3, '0')}`,
    () => `${neighbour(9)}001`,
    () => `${neighbour(6)}001001`,
    () => chance.pick(HOMES),
    () => '310104008001',
    () => '441900003001',
    () => home.slice(0, chance.pick([2, 4, 6, 7, 8, 9])),
    () => '310104',
    () => `${home.slice(0, 6)}000000`,
    () => `${home.slice(0, 4)}00000000`,
    () => undefined,
  ])();
}

function place(chance: Chance, home: string): Place {
  const code = division(chance, home);
  const rural = chance.pick([undefined, false, true, true]);
  return { ...(code === undefined ? {} : { division: code }), ...(rural === undefined ? {} : { rural }) };
}

/** A day, or the one before or after it. */
function about(chance: Chance, day: Day): string {
  return toText(chance.pick([() => dayBefore(day), () => day, () => nextDay(day)])());
}

/** So many months before one of the seven days, give or take a day; or an end of a month. */
function before(chance: Chance, months: number): string {
  if (chance.once(5)) return chance.pick(['2024-08-31', '2025-08-31', '2023-08-29', '2025-02-28', '2024-02-29']);
  return about(chance, monthsOn(toDay(chance.pick(DAYS)), -months));
}

/** Born about 60 or 80 years before one of the seven days, on a leap day, or any time. */
function birthDate(chance: Chance, years: readonly number[]): string {
  if (chance.once(6)) return `${chance.pick([1940, 1944, 1948, 1956, 1964, 1968])}-02-29`;
  if (chance.once(3)) return `${1925 + chance.below(48)}-${chance.pick(['01-01', '12-31', '02-28', '03-01', '07-15'])}`;
  return about(chance, monthsOn(toDay(chance.pick(DAYS)), -12 * chance.pick(years)));
}

function relative(chance: Chance, home: string): Relative {
  const relation = chance.pick([
    'child',
    'child',
    'child',
    'child',
    'spouse',
    'spouse',
    'grandchild',
    'sibling',
    'other',
    'cohabitant',
    'neighbour',
    'committee',
  ] as const);
  return {
    relation,
    ...optional(
      'livesWithElder',
      chance.pick([undefined, false, !['child', 'neighbour', 'committee'].includes(relation), chance.once(3)]),
    ),
    ...optional(
      'residence',
      chance.maybe(6, () => place(chance, home)),
    ),
    ...optional(
      'birthDate',
      chance.maybe(4, () => birthDate(chance, [60, 60, 40])),
    ),
    ...optional(
      'awaySince',
      chance.maybe(3, () => (chance.once(8) ? '2031-01-01' : before(chance, chance.pick([6, 6, 24])))),
    ),
    ...optional('ableToSupport', chance.pick([undefined, undefined, true, false])),
  };
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [K in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [K in Name]?: Value };
}

function household(chance: Chance): Partial<ElderFacts> {
  return {
    ...optional(
      'maritalStatus',
      chance.maybe(6, () => chance.pick(['married', 'widowed', 'widowed', 'divorced', 'never-married'] as const)),
    ),
  };
}

function body(chance: Chance): Partial<ElderFacts> {
  const level = () => chance.pick(['intact', 'mild', 'moderate', 'severe', 'total'] as const);
  return {
    ...optional(
      'ability',
      chance.once(2)
        ? {
            level: level(),
            ...optional(
              'assessedOn',
              chance.maybe(4, () => before(chance, chance.pick([0, 12, 12]))),
            ),
          }
        : undefined,
    ),
    ...optional('bedridden', chance.pick([undefined, undefined, false, true])),
    ...optional('limitedMobility', chance.pick([undefined, undefined, false, true])),
    ...optional('dementia', chance.pick([undefined, undefined, undefined, true])),
    ...optional(
      'disability',
      chance.once(3)
        ? {
            grade: 1 + chance.below(4),
            ...optional(
              'kinds',
              chance.maybe(4, () =>
                chance.some(['visual', 'hearing', 'speech', 'physical', 'intellectual', 'mental'] as const, 3),
              ),
            ),
            ...optional(
              'validUntil',
              chance.maybe(3, () => before(chance, 0)),
            ),
          }
        : undefined,
    ),
  };
}

function circumstances(chance: Chance): Partial<ElderFacts> {
  const onlyChild = () => {
    const laterChild = optional('laterChild', chance.pick([undefined, undefined, false, true]));
    return chance.once(2)
      ? { status: 'deceased' as const, ...laterChild }
      : { status: 'disabled' as const, disabilityGrade: 1 + chance.below(4), ...laterChild };
  };
  return {
    ...optional('lacksDailyCare', chance.pick([undefined, false, true, true])),
    ...optional('incapableOfWork', chance.pick([undefined, false, true, true])),
    ...optional('onlyChild', chance.once(5) ? onlyChild() : undefined),
    ...optional(
      'assistance',
      chance.maybe(2, () => chance.some(['destitute', 'minimum-living', 'low-income-margin'] as const, 3)),
    ),
    ...optional(
      'contracts',
      chance.maybe(2, () => chance.some(['care-station', 'home-care-bed', 'home-care-service'] as const, 2)),
    ),
    ...optional('serviceClass', chance.pick([undefined, 'basic-guarantee', 'key-service', 'other'] as const)),
    ...optional('entrustment', chance.pick([undefined, 'none', 'active'] as const)),
    ...optional('staffTier', chance.pick([undefined, 'key', 'general'] as const)),
    ...optional('locallyDesignated', chance.once(8) ? { reason: '本区纳入' } : undefined),
  };
}

/** The invented elders of one plan: the usual ones, every other one with the facts that the plan asks for. */
export function sheetsOf({ elders }: Pick<PlanTable, 'elders'>, length: number): readonly ElderFacts[] {
  return Array.from({ length }, (_, seed) => {
    const sheet = factSheet(seed);
    return elders && seed % 2 === 1 ? { ...sheet, ...elders(new Chance(seed)) } : sheet;
  });
}

/** An invented elder. Facts may be missing, and may contradict one another, as they do in registers. */
export function factSheet(seed: number): ElderFacts {
  const chance = new Chance(seed);
  const home = chance.pick(HOMES);
  const cutShort = chance.once(10) ? chance.pick([2, 6, 9]) : 12;
  return {
    birthDate: birthDate(chance, [60, 80, 80]),
    residence: {
      ...(chance.once(20) ? {} : { division: home.slice(0, cutShort) }),
      ...optional('rural', chance.pick([undefined, false, true, true])),
    },
    ...optional(
      'household',
      chance.maybe(4, () => place(chance, home)),
    ),
    ...household(chance),
    ...optional(
      'relatives',
      chance.maybe(7, () => Array.from({ length: chance.below(4) }, () => relative(chance, home))),
    ),
    ...body(chance),
    ...circumstances(chance),
  };
}
