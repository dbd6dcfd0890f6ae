import { Injectable } from '@nestjs/common';

import type { TxCtx } from '../../platform/context/context';
import { Visiting } from '../visiting';
import type { Need } from './care.entities';
import { CareRepository } from './care.repository';
import { byUrgency } from './need-state';

/** Keeps up to date what the next visitor reads under the elder's name. */
@Injectable()
export class NextVisitNote {
  constructor(
    private readonly repository: CareRepository,
    private readonly visiting: Visiting,
  ) {}

  /** @param justClosed a hazard said to be mended is looked at once more */
  async refresh(tx: TxCtx, elderId: string, justClosed: Need | null = null): Promise<void> {
    const open = await this.repository.ofElder(tx, elderId, ['open', 'acknowledged']);
    await this.visiting.remember(tx, elderId, noteOf(open, justClosed));
  }
}

/** Held needs are left out: whoever opens the list at the elder's home may not be alone. */
export function noteOf(open: readonly Need[], justClosed: Need | null): string | null {
  const shown = open.filter((need) => !need.heldFromFamily).sort(byUrgency);
  const [first] = shown;
  if (first) return shown.length > 1 ? `上次：${first.title}，共 ${shown.length} 件` : `上次：${first.title}`;
  if (justClosed && !justClosed.heldFromFamily && justClosed.needType === 'safety-hazard') {
    return `${justClosed.title}：说是办好了，再看一眼`;
  }
  return null;
}
