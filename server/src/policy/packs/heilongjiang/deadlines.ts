import { baselineClocks } from '../../baseline/clocks';
import { baselineFlags } from '../../baseline/flags';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** 一（二）2 摸底排查. The plan names no interval. */
export const census: PolicyPack['census'] = {
  everyMonths: 12,
  because: [
    plan.reading('census.yearly', '一（二）2', '方案没有写明多久一次，我们的理解：每年至少摸底一次'),
    plan.cite('census.yearly', 'census'),
  ],
};

export const deadlines: PolicyPack['deadlines'] = { registryEntry: null, tellProvider: null };

export const milestones: PolicyPack['milestones'] = [
  {
    code: 'report-to-province',
    label: '工作方案和开展情况报省民政厅',
    by: '2023-11-30',
    because: [plan.cite('milestone.report-to-province', 'report')],
  },
];

export const clocks: PolicyPack['clocks'] = baselineClocks(plan, '五（二）1');

export const flags: PolicyPack['flags'] = baselineFlags(plan, { ability: '引言', certificate: '引言' });
