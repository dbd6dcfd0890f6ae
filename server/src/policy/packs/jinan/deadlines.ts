import { baselineClocks } from '../../baseline/clocks';
import { baselineFlags } from '../../baseline/flags';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（一）2 定期摸排. */
export const census: PolicyPack['census'] = { everyMonths: 12, because: [plan.cite('census.yearly', 'yearlyCensus')] };

/** 二（一）3 动态管理. Day zero is the day on which the household is surveyed. */
export const deadlines: PolicyPack['deadlines'] = {
  registryEntry: { workingDays: 5, because: [plan.cite('deadline.registry-entry', 'enterWithin5')] },
  tellProvider: { workingDays: 10, because: [plan.cite('deadline.tell-provider', 'tellWithin10')] },
};

/** 一、工作要求. */
export const milestones: PolicyPack['milestones'] = [
  {
    code: 'district-plans',
    label: '各区县（功能区）制定出台工作方案',
    by: '2023-12-31',
    because: [plan.cite('milestone.district-plans', 'plansBy2023')],
  },
  {
    code: 'service-running',
    label: '探访关爱和委托服务普遍有效开展',
    by: '2024-12-31',
    because: [plan.cite('milestone.service-running', 'servedBy2024')],
  },
];

/** How fast a need is taken up and closed. */
export const clocks: PolicyPack['clocks'] = baselineClocks(plan, '二（二）4');

/** Reminders to the officer. */
export const flags: PolicyPack['flags'] = baselineFlags(plan, { ability: '二（一）1', certificate: '二（一）1（1）' });
