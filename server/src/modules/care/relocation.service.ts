import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox } from '../../platform/outbox';
import { Registry } from '../registry';
import { CareRepository } from './care.repository';

/** Needs go with the elder: when they move, the new community is the one that acts. */
@Injectable()
export class Relocation implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly registry: Registry,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('elder.changed', {
      kind: 'transactional',
      name: 'care.follow-elder',
      run: async (tx, { elderId }) => {
        const { communityId } = await this.registry.get(tx, elderId);
        await this.repository.moveHome(tx, elderId, communityId);
      },
    });
  }
}
