import { packOf, type PolicyPack } from '../../src/policy';
import {
  bodiesOf,
  callsOf,
  categoriesIn,
  dutiesOf,
  milestonesOf,
  modesOf,
  occasionsOf,
  rowsOf,
  type Listed,
  type Row,
} from './cited';

/** What a plan lists, each with where a pack holds it. */
const LISTS = {
  objects: categoriesIn,
  milestones: milestonesOf,
  contents: (pack) => pack.contentAreas,
  bodies: bodiesOf,
  modes: modesOf,
  occasions: occasionsOf,
  calls: callsOf,
  familyDuty: (pack) => pack.familyDuty,
  supervision: (pack) => pack.supervision,
  recognition: (pack) => pack.recognition,
  duties: dutiesOf,
} satisfies Record<string, (pack: PolicyPack) => readonly Listed[] | undefined>;

interface Provisions {
  pack: PolicyPack;
  /** A test that the pack lists exactly these, in this order, on these articles and words of the plan. */
  lists(list: keyof typeof LISTS, title: string, rows: readonly Row[]): void;
}

/** The frame of a place's `provisions.test.ts`, which then holds its tables and what is its own alone. */
export function provisionsOf(packId: string, name: string): Provisions {
  const pack = packOf(packId)!;
  it(`${name} is its name`, () => {
    expect(pack.name).toBe(name);
  });
  return {
    pack,
    lists: (list, title, rows) =>
      it(title, () => {
        expect(rowsOf(LISTS[list](pack), rows)).toEqual(rows);
      }),
  };
}
