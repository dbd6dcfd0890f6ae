import type { PlanCategory } from '@tanfang/shared';
import type { ElderFacts, EmergencyStep } from '../../src/policy';
import type { PlanTable } from './differential/plan-table';

/**
 * What a place says of itself, read off its plan, for the tests that go over every place: `expected.ts` of its cases. So
 * no test outside the folder of a place knows it by name.
 */
export interface Expected {
  /** In the plan by this one fact and in one category; nothing else need be known. */
  readonly example: { readonly facts: Partial<ElderFacts>; readonly category: PlanCategory };
  /** Categories of somebody of whom is known that there are no relatives, and nothing else. */
  readonly withoutRelatives: readonly PlanCategory[];

  /** Articles on who is old, `读法 ` before a reading. */
  readonly age: string;
  /** Articles on the category 计划生育特殊家庭; null where the plan has none. */
  readonly familyPlanning: string | null;
  /** Articles on 重残, and the cases of `alike-everywhere.test.ts` that count here as well; null where the plan has none. */
  readonly severeDisability: { readonly articles: string; readonly also: readonly string[] } | null;
  /** The article on 失能, and the cases of `alike-everywhere.test.ts` that count; null where the plan has none. */
  readonly lostAbility: { readonly article: string; readonly counted: readonly string[] } | null;

  /** The first target; one that follows it is tested beside the place's other provisions. */
  readonly rate: { readonly percent: number; readonly every: 'week' | 'half-month' | 'month' };
  readonly censusMonths: number;
  readonly firstCall: EmergencyStep['call'];
  /** Ways of visiting that are a visit. */
  readonly fulfilledBy: readonly string[];
  /** Who acts on suspected neglect. */
  readonly familyDutyTo: 'street' | 'community';

  /**
   * What a district may decide, as `rule: kind, ours of options`; see `district/usual.ts`. Not what every place leaves open
   * (`EVERYWHERE` of `district/list.test.ts`).
   */
  readonly decidable: readonly string[];
  /** Every other reading, and why no district decides it in data. */
  readonly oursAlone: Readonly<Record<string, string>>;

  /**
   * Words of four characters or more on the forms that are ours, because the print leaves the place blank, shows a line to
   * write on, or a box without a word.
   */
  readonly ourWords: readonly string[];
}

export function expectedOf(packId: string): Expected {
  return fromCases<{ expected: Expected }>(packId, 'expected').expected;
}

export function secondReadingOf(packId: string): PlanTable {
  return fromCases<{ secondReading: PlanTable }>(packId, 'second-reading').secondReading;
}

function fromCases<Module extends object>(packId: string, file: string): Module {
  return jest.requireActual<Module>(`../../src/policy/packs/${packId}/cases/${file}`);
}
