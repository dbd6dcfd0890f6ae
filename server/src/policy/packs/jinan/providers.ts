import type { Contract } from '@tanfang/shared';
import { always } from '../../engine/dated';
import type { Elder } from '../../engine/elder';
import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';
import { isAged80 } from './tiers';

const CONTRACTS_THAT_INCLUDE_VISITS: readonly Contract[] = ['home-care-service', 'home-care-bed'];

function isEntrusted(elder: Elder): boolean {
  return isAged80(elder) && elder.facts.entrustment === 'active';
}

function hasContractor({ facts: { contracts = [] } }: Elder): boolean {
  return CONTRACTS_THAT_INCLUDE_VISITS.some((contract) => contracts.includes(contract));
}

/** Who serves the elder day by day: the agency, else the contractor, else a named visitor. */
export const providers: PolicyPack['providers'] = {
  values: ['agency', 'contracted', 'assigned'],
  rules: [
    {
      when: (elder) => isEntrusted(elder) && hasContractor(elder),
      then: always(
        'agency',
        plan.reading(
          'provider.agency-before-contractor',
          '二（三）2',
          '方案没有写明两样都有的怎么办，我们的理解：委托正在执行的，由代理服务机构负责，不由购买服务承接方另外探访',
        ),
        plan.cite('provider.agency-before-contractor', 'agencyServes'),
        plan.cite('provider.agency-before-contractor', 'contractorVisits'),
      ),
    },
    { when: isEntrusted, then: always('agency', plan.cite('provider.agency', 'agencyServes')) },
    {
      when: hasContractor,
      then: always('contracted', plan.cite('provider.contracted', 'contractorVisits')),
    },
    { when: () => true, then: always('assigned', plan.cite('provider.assigned', 'namedVisitor')) },
  ],
};
