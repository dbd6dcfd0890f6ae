import { baselineClocks } from '../../baseline/clocks';
import { baselineFlags } from '../../baseline/flags';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

/** The annexes name no interval. */
export const census: PolicyPack['census'] = {
  everyMonths: 12,
  because: [plan.reading('census.yearly', '附件3', '附件没有写明多久一次，我们的理解：每年至少摸底一次')],
};

export const deadlines: PolicyPack['deadlines'] = { registryEntry: null, tellProvider: null };

export const clocks: PolicyPack['clocks'] = baselineClocks(plan, '附件4');

/** 附件2 6 itself says 持有效: that an expired certificate does not count is no reading here. */
export const flags: PolicyPack['flags'] = baselineFlags(plan, {
  ability: '附件2 5',
  certificate: [plan.cite('flag.certificate-expired', 'severeDisability')],
});
