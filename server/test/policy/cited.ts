import type { Citation, PolicyPack } from '../../src/policy';

/**
 * What a pack lists, as a row of a table: code, label, the articles that it rests on (读法 before a reading), and words
 * that stand in its grounds.
 */
export type Row = readonly [code: string, label: string, articles: string, words: string];

export interface Listed {
  readonly code: string;
  readonly label: string;
  readonly because: readonly Citation[];
}

/** The rows of a list, to be compared with `expected`; a row whose words are not among its grounds shows what is. */
export function rowsOf(list: readonly Listed[] | undefined, expected: readonly Row[]): Row[] {
  return (list ?? []).map(({ code, label, because }, at) => {
    const words = expected[at]?.[3] ?? '';
    const found = words !== '' && because.some(({ text }) => text.includes(words));
    return [code, label, articlesOf(because), found ? words : because.map(({ text }) => text).join(' | ')];
  });
}

export function articlesOf(because: readonly Citation[]): string {
  return because.map(({ article, reading }) => (reading ? `读法 ${article}` : article)).join('、');
}

/** Categories with the note that goes with them; a category that is entered in two ways stands twice. */
export function categoriesIn({ categories, age, noCategory }: PolicyPack): Listed[] {
  return [
    { code: 'age', label: '', because: age.reached },
    ...categories.map(({ code, note = '', because }) => ({ code, label: note, because })),
    { code: 'none', label: '', because: noCategory },
  ];
}

/** How one may visit, and whether it meets what is owed. */
export function modesOf({ modes }: PolicyPack): Listed[] {
  return modes.map(({ code, fulfils, because }) => ({ code, label: fulfils ? '算一次' : '不算', because }));
}

/** Who visits, and which box of the form is theirs. */
export function bodiesOf({ visitorBodies }: PolicyPack): Listed[] {
  return visitorBodies.map(({ code, box, because }) => ({ code, label: box, because }));
}

/** Special periods; 只能远程 where nobody may come to the door. */
export function occasionsOf({ specialPeriods }: PolicyPack): Listed[] {
  return specialPeriods.map(({ code, label, remoteOnly, because }) => ({
    code,
    label: remoteOnly === true ? `${label}（只能远程）` : label,
    because,
  }));
}

/** Whom to call in danger, in order, with the numbers to dial. */
export function callsOf({ emergency }: PolicyPack): Listed[] {
  return emergency.steps.map(({ call, numbers, because }) => ({
    code: call,
    label: numbers.map(({ number, forWhat }) => `${number} ${forWhat}`).join('，'),
    because,
  }));
}

export function milestonesOf({ milestones = [] }: PolicyPack): Listed[] {
  return milestones.map(({ code, label, by, because }) => ({ code, label: `${by} ${label}`, because }));
}

export function dutiesOf({ duties = [] }: PolicyPack): Listed[] {
  return duties.map(({ number, department, because }) => ({ code: String(number), label: department, because }));
}

export const HELP_NUMBERS = '120 急病、受伤，119 起火、燃气，110 报警、开门';
