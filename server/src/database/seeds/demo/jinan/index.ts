import type { DemoPlace } from '../types';
import { inDianliu } from './dianliu';
import { families } from './families';
import { accounts, cast, DIANLIU, YAOJIA } from './people';
import { inYaojia } from './yaojia';

/**
 * 济南市历下区: two communities of two streets, nineteen elders of every tier.
 * @param today calendar date in Asia/Shanghai; visits end the day before
 */
export function jinan(today: string): DemoPlace {
  const neighbours = [...inDianliu(today), ...inYaojia(today)].map((story) => cast.elder(story));
  return {
    packId: 'jinan',
    name: '济南',
    lead: '分重点、次重点、一般三类人，每周、每半月或者每月去看一次。',
    divisionsFile: 'jinan',
    communities: [DIANLIU, YAOJIA],
    people: { accounts, elders: [...families(today), ...neighbours] },
  };
}
