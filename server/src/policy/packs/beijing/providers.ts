import type { Contract, ServiceClass } from '@tanfang/shared';
import { always } from '../../engine/dated';
import type { ElderFacts } from '../../engine/facts';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

const CONTRACTS_THAT_INCLUDE_VISITS: readonly Contract[] = ['care-station', 'home-care-bed'];
const CLASSES_SERVED: readonly (ServiceClass | undefined)[] = ['basic-guarantee', 'key-service'];

/** Both at once: the contract, and a class whose contract includes the visits. */
function isVisitedUnderContract({ contracts = [], serviceClass }: ElderFacts): boolean {
  return (
    CLASSES_SERVED.includes(serviceClass) &&
    CONTRACTS_THAT_INCLUDE_VISITS.some((contract) => contracts.includes(contract))
  );
}

/** 三（二）: the contractor goes on visiting; nobody buys a second visit, and volunteers stay welcome. */
export const providers: PolicyPack['providers'] = {
  values: ['contracted', 'assigned'],
  rules: [
    {
      when: (elder) => isVisitedUnderContract(elder.facts),
      then: always('contracted', plan.cite('provider.contracted', 'contracted')),
    },
    { when: () => true, then: always('assigned', plan.cite('provider.assigned', 'byCommittees')) },
  ],
};
