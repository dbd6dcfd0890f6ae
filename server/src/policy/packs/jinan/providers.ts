import type { Contract } from '@tanfang/shared';
import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';
import { isAged80 } from './tiers';

const CONTRACTS_THAT_INCLUDE_VISITS: readonly Contract[] = ['home-care-service', 'home-care-bed'];

/** Who serves the elder day by day: the agency, else the contractor, else a named visitor. */
export const providers: PolicyPack['providers'] = {
  values: ['agency', 'contracted', 'assigned'],
  rules: [
    {
      when: (elder) => isAged80(elder) && elder.facts.entrustment === 'active',
      then: always('agency', plan.cite('provider.agency', 'agencyServes')),
    },
    {
      when: (elder) =>
        CONTRACTS_THAT_INCLUDE_VISITS.some((contract) => elder.facts.contracts?.includes(contract) === true),
      then: always('contracted', plan.cite('provider.contracted', 'contractorVisits')),
    },
    { when: () => true, then: always('assigned', plan.cite('provider.assigned', 'namedVisitor')) },
  ],
};
