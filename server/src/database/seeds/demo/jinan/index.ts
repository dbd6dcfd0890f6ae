import { addDays } from '../../../../policy';
import { stableId } from '../../stable-id';
import { instant, periodStart } from '../calendar';
import type { DemoDecision, DemoPlace } from '../types';
import { inDianliu } from './dianliu';
import { families } from './families';
import { accounts, cast, DIANLIU, HAN_LIXIN, LIXIA_DISTRICT, YAOJIA } from './people';
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
    decisions: [seenTwiceAMonth(today)],
  };
}

/** 陈玉珍's agency called once a month; the district found that too seldom and has decided so since this half month. */
function seenTwiceAMonth(today: string): DemoDecision {
  const from = periodStart('half-month', today);
  return {
    id: stableId('jinan/decision/aged-80-entrusted'),
    district: LIXIA_DISTRICT,
    by: HAN_LIXIN,
    ruleId: 'jinan.cadence.aged-80-entrusted',
    value: 'half-month',
    from,
    reason: '独居的高龄老人一个月才联系一次，间隔太长，代理服务机构改为每半个月联系一次',
    at: instant(addDays(from, -10), '10:30'),
  };
}
