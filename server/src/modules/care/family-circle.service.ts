import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { Kinships } from '../identity';
import { Registry, type ElderView } from '../registry';

/** How the caller calls their own: 妈妈. */
@Injectable()
export class FamilyCircle {
  constructor(
    private readonly kinships: Kinships,
    private readonly registry: Registry,
  ) {}

  /** By elder id; of those only who are the caller's kin. */
  async callNames(ctx: Ctx, elders: readonly ElderView[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const elder of elders) {
      if (!ctx.who.kin.includes(elder.id)) continue;
      names.set(elder.id, await this.callName(ctx, elder));
    }
    return names;
  }

  private async callName(ctx: Ctx, elder: ElderView): Promise<string> {
    const mine = (await this.kinships.ofElder(ctx, elder.id)).find(({ accountId }) => accountId === ctx.who.accountId);
    const relative = (await this.registry.relatives(ctx, elder.id)).find(({ id }) => id === mine?.relativeId);
    return relative?.callsElder ?? elder.callName;
  }
}
