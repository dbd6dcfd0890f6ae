import type { ElderFacts, Relative } from '../../..';
import { sayingOf } from '../../../../../test/policy/saying';

export const TODAY = '2026-03-02';
export const said = sayingOf('beijing', TODAY);

/** 兴化社区，东城区和平里街道 */
export const HOME = '110101010015';
export const SAME_STREET = '110101010020';
export const NEXT_STREET = '110101011003';
/** 朝阳区劲松街道 */
export const NEXT_DISTRICT = '110105017038';
export const SHANGHAI = '310104008001';
/** 房山区韩村河镇 */
export const VILLAGE = '110111105202';

/** A healthy man of 72 in 和平里 who lives with his wife of 70 and their daughter of 45: no category. */
export function elder(facts: Partial<ElderFacts> = {}): ElderFacts {
  return {
    birthDate: '1954-01-15',
    residence: { division: HOME, rural: false },
    household: { division: HOME, rural: false },
    maritalStatus: 'married',
    relatives: [wife(), child({ livesWithElder: true })],
    ...facts,
  };
}

export function wife(facts: Partial<Relative> = {}): Relative {
  return { relation: 'spouse', livesWithElder: true, birthDate: '1956-03-01', ...facts };
}

/** A daughter of 45 in 上海. */
export function child(facts: Partial<Relative> = {}): Relative {
  return { relation: 'child', residence: { division: SHANGHAI }, birthDate: '1980-06-01', ...facts };
}

/** A villager of 72 whose children left for 上海 in 2020: 留守 and 空巢. */
export function villager(facts: Partial<ElderFacts> = {}): ElderFacts {
  return elder({
    residence: { division: VILLAGE, rural: true },
    household: { division: VILLAGE, rural: true },
    maritalStatus: 'widowed',
    relatives: [child({ awaySince: '2020-03-01' })],
    ...facts,
  });
}
