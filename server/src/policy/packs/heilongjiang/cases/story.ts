import type { ElderFacts, Relative } from '../../..';
import { sayingOf } from '../../../../../test/policy/saying';

export const TODAY = '2026-03-02';
export const said = sayingOf('heilongjiang', TODAY);

/** 和谐社区，哈尔滨市南岗区保健路街道 */
export const HOME = '230103017004';
export const SAME_STREET = '230103017001';
/** 深圳市南山区 */
export const SHENZHEN = '440305007003';

/** A healthy woman of 72 in 哈尔滨 who lives with her husband and their son: no category. */
export function elder(facts: Partial<ElderFacts> = {}): ElderFacts {
  return {
    birthDate: '1954-01-15',
    residence: { division: HOME, rural: false },
    household: { division: HOME, rural: false },
    maritalStatus: 'married',
    relatives: [husband(), child({ livesWithElder: true })],
    ...facts,
  };
}

export function husband(facts: Partial<Relative> = {}): Relative {
  return { relation: 'spouse', livesWithElder: true, birthDate: '1952-03-01', ...facts };
}

/** A son in 深圳. */
export function child(facts: Partial<Relative> = {}): Relative {
  return { relation: 'child', residence: { division: SHENZHEN }, birthDate: '1980-06-01', ...facts };
}

/** A widow of 72 by herself: 独居. */
export function widow(facts: Partial<ElderFacts> = {}): ElderFacts {
  return elder({ maritalStatus: 'widowed', relatives: [child()], ...facts });
}
