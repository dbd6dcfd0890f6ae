import { Injectable } from '@nestjs/common';

import type { Ctx } from '../../platform/context/context';
import { Accounts } from '../identity';

const KEPT_MS = 60_000;
const MOST = 10_000;

/** Names of visitors for lists, remembered for a minute: the same few stand on every page, and names hardly change. */
@Injectable()
export class VisitorNames {
  private readonly known = new Map<string, { name: string; until: number }>();

  constructor(private readonly accounts: Accounts) {}

  async of(ctx: Ctx, accountIds: readonly (string | null)[]): Promise<Map<string, string>> {
    const ids = [...new Set(accountIds.filter((id) => id !== null))];
    const missing = ids.filter((id) => !this.isFresh(id, ctx.at));
    if (missing.length > 0) {
      if (this.known.size > MOST) this.known.clear();
      for (const [id, name] of await this.accounts.names(ctx, missing))
        this.known.set(id, { name, until: ctx.at + KEPT_MS });
    }
    return new Map(ids.flatMap((id) => (this.isFresh(id, ctx.at) ? [[id, this.known.get(id)!.name] as const] : [])));
  }

  private isFresh(id: string, at: number): boolean {
    const until = this.known.get(id)?.until ?? 0;
    // A clock that was set back must not keep a name for ever.
    return until > at && until <= at + KEPT_MS;
  }
}
