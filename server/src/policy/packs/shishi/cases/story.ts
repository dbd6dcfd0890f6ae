import type { ElderFacts, Relative } from '../../..';
import { sayingOf } from '../../../../../test/policy/saying';

export const TODAY = '2026-03-02';
export const said = sayingOf('shishi', TODAY);

/** 古浮村，石狮市祥芝镇 */
export const HOME = '350581103204';
export const SAME_TOWN = '350581103201';
/** 林边社区，石狮市湖滨街道 */
export const NEXT_STREET = '350581001010';
/** 广州市天河区 */
export const GUANGZHOU = '440106011002';

/** A healthy woman of 72 in 古浮 who lives with her husband and their son: no category. */
export function elder(facts: Partial<ElderFacts> = {}): ElderFacts {
  return {
    birthDate: '1953-10-03',
    residence: { division: HOME, rural: true },
    household: { division: HOME, rural: true },
    maritalStatus: 'married',
    relatives: [husband(), child({ livesWithElder: true })],
    ...facts,
  };
}

export function husband(facts: Partial<Relative> = {}): Relative {
  return { relation: 'spouse', livesWithElder: true, birthDate: '1951-02-01', ...facts };
}

/** A son in 广州. */
export function child(facts: Partial<Relative> = {}): Relative {
  return { relation: 'child', residence: { division: GUANGZHOU }, birthDate: '1980-06-01', ...facts };
}

/** An old fisherman without anybody: 孤寡 and 独居. */
export function fisherman(facts: Partial<ElderFacts> = {}): ElderFacts {
  return elder({
    birthDate: '1947-02-22',
    maritalStatus: 'never-married',
    relatives: [],
    lacksDailyCare: true,
    incapableOfWork: true,
    ...facts,
  });
}
