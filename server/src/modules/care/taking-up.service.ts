import { Injectable, type OnModuleInit } from '@nestjs/common';

import type { TxCtx } from '../../platform/context/context';
import { Outbox } from '../../platform/outbox';
import { Registry } from '../registry';
import type { SetAside } from './care.entities';
import { CareRepository } from './care.repository';
import { Emergencies } from './emergencies.service';
import { NoAnswers } from './no-answers.service';
import { Raising } from './raising.service';

/**
 * What was told while the elder's record had ended was set aside, for nobody is sent to an empty home. When the end is taken
 * back, it is raised after all: by the rules of its own day, with clocks that start now.
 */
@Injectable()
export class TakingUp implements OnModuleInit {
  constructor(
    private readonly repository: CareRepository,
    private readonly raising: Raising,
    private readonly noAnswers: NoAnswers,
    private readonly emergencies: Emergencies,
    private readonly registry: Registry,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.on('finding.set-aside', {
      kind: 'transactional',
      name: 'care.take-up-set-aside',
      run: (tx, { elderId }) => this.takeUp(tx, elderId),
    });
  }

  /** Nothing while the record has ended. Doing it again changes nothing. */
  async takeUp(tx: TxCtx, elderId: string): Promise<void> {
    if ((await this.registry.get(tx, elderId)).endedOn !== null) return;
    for (const each of await this.repository.setAsideOf(tx, elderId)) {
      if (await this.repository.takeUp(tx, each.id)) await this.raise(tx, each);
    }
  }

  private raise(tx: TxCtx, { kind, id }: SetAside): Promise<void> {
    switch (kind) {
      case 'visit':
        return this.raising.raiseFromVisit(tx, id, true);
      case 'sheet':
        return this.raising.raiseFromSheet(tx, id, true);
      case 'no-answer':
        return this.noAnswers.raise(tx, id, true);
      case 'emergency':
        return this.emergencies.raise(tx, id, true);
    }
  }
}
