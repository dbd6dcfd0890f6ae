import { baselineClocks } from '../../baseline/clocks';
import { baselineFlags } from '../../baseline/flags';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 二（二）摸底调查. The plan names no interval. */
export const census: PolicyPack['census'] = {
  everyMonths: 12,
  because: [
    plan.reading('census.yearly', '二（二）', '方案没有写明多久一次，我们的理解：每年至少摸底一次'),
    plan.cite('census.yearly', 'census'),
    plan.cite('census.yearly', 'ledger'),
  ],
};

/** 「及时录入、更新」: the plan counts no days. */
export const deadlines: PolicyPack['deadlines'] = { registryEntry: null, tellProvider: null };

/** 一（三）工作目标, and the report at the plan's end. */
export const milestones: PolicyPack['milestones'] = [
  {
    code: 'district-plans',
    label: '各县（市）区出台具体实施方案',
    by: '2025-06-30',
    because: [plan.cite('milestone.district-plans', 'plansByJune')],
  },
  {
    code: 'service-running',
    label: '探访关爱服务普遍有效开展',
    by: '2025-08-31',
    because: [plan.cite('milestone.service-running', 'servedByAugust')],
  },
  {
    code: 'report-to-city',
    label: '工作情况报市民政局',
    by: '2025-12-31',
    because: [plan.cite('milestone.report-to-city', 'report')],
  },
];

export const clocks: PolicyPack['clocks'] = baselineClocks(plan, '二（四）');

export const flags: PolicyPack['flags'] = baselineFlags(plan, { ability: '附件2 3', certificate: '附件2 4' });
