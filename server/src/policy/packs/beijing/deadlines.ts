import { baselineClocks } from '../../baseline/clocks';
import { baselineFlags } from '../../baseline/flags';
import type { AssessedElder, FlagRule, Limit, PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（一）1 摸底排查. The plan names no interval. */
export const census: PolicyPack['census'] = {
  everyMonths: 12,
  because: [
    plan.reading('census.yearly', '二（一）1', '方案没有写明多久一次，我们的理解：每年至少摸底一次'),
    plan.cite('census.yearly', 'census'),
  ],
};

export const deadlines: PolicyPack['deadlines'] = { registryEntry: null, tellProvider: null };

export const milestones: PolicyPack['milestones'] = [
  {
    code: 'mechanism',
    label: '基本建立探访关爱服务机制',
    by: '2024-01-31',
    because: [plan.cite('milestone.mechanism', 'mechanismByJanuary')],
  },
  {
    code: 'house-by-house',
    label: '全面开展入户核查',
    by: '2024-05-31',
    because: [plan.cite('milestone.house-by-house', 'houseByHouse')],
  },
  {
    code: 'service-running',
    label: '探访关爱服务普遍有效开展',
    by: '2024-08-31',
    because: [plan.cite('milestone.service-running', 'runningByAugust')],
  },
  {
    code: 'standards',
    label: '制定探访关爱服务标准规范',
    by: '2025-12-31',
    because: [plan.cite('milestone.standards', 'standardsByEndOf2025')],
  },
];

export const clocks: PolicyPack['clocks'] = baselineClocks(plan, '二（五）4');

/** 高龄独居、空巢、留守老年人重点摸排; the plan does not say from which age. The first that holds gives the grounds. */
const SCREENED = [
  ['living-alone', 'screenLivingAlone'],
  ['empty-nest', 'screenEmptyNest'],
  ['left-behind', 'screenLeftBehind'],
] as const;

/** 高龄 */
const VENERABLE_AGE: Limit = { ours: 80, allowed: [70, 75, 80, 85, 90], unit: '周岁' };

function screenedAs(elder: AssessedElder, from: number): string | undefined {
  return elder.age >= from ? SCREENED.find(([category]) => elder.categories.has(category))?.[0] : undefined;
}

const screening: FlagRule[] = SCREENED.map(([category, quotation]) => ({
  code: 'priority-screening',
  limit: VENERABLE_AGE,
  when: (elder, from) => screenedAs(elder, from) === category,
  because: [
    plan.cite('flag.priority-screening', quotation),
    plan.reading('flag.priority-screening', '二（二）', '方案没有写明多大年纪算高龄，我们的理解：80 周岁及以上'),
  ],
}));

export const flags: PolicyPack['flags'] = [
  ...screening,
  ...baselineFlags(plan, { ability: '二（二）4', certificate: '二（二）5' }),
];
