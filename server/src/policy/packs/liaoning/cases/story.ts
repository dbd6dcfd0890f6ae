import type { ElderFacts, Relative } from '../../..';
import { sayingOf } from '../../../../../test/policy/saying';

export const TODAY = '2026-03-02';
export const said = sayingOf('liaoning', TODAY);

/** 敖罕屯村，沈阳市康平县方家屯镇 */
export const HOME = '210123103204';
export const SAME_TOWN = '210123103201';
export const COUNTY_TOWN = '210123002001';
/** 大连市甘井子区 */
export const DALIAN = '210211004005';

/** A healthy man of 72 in 敖罕屯 who lives with his wife and their son: no category. */
export function elder(facts: Partial<ElderFacts> = {}): ElderFacts {
  return {
    birthDate: '1954-03-06',
    residence: { division: HOME, rural: true },
    household: { division: HOME, rural: true },
    maritalStatus: 'married',
    relatives: [wife(), child({ livesWithElder: true })],
    ...facts,
  };
}

export function wife(facts: Partial<Relative> = {}): Relative {
  return { relation: 'spouse', livesWithElder: true, birthDate: '1955-12-15', ...facts };
}

/** A son in 大连. */
export function child(facts: Partial<Relative> = {}): Relative {
  return { relation: 'child', residence: { division: DALIAN }, birthDate: '1980-06-01', ...facts };
}

/** A widow of 72 whose son is in 大连: 独居. */
export function widow(facts: Partial<ElderFacts> = {}): ElderFacts {
  return elder({ maritalStatus: 'widowed', relatives: [child()], ...facts });
}
