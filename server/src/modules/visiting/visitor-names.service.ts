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
    const names = new Map<string, string>();
    const missing = new Set<string>();
    for (const id of accountIds) {
      if (id === null || names.has(id)) continue;
      const name = this.fresh(id, ctx.at);
      if (name === null) missing.add(id);
      else names.set(id, name);
    }
    if (missing.size === 0) return names;
    if (this.known.size > MOST) this.known.clear();
    for (const [id, name] of await this.accounts.names(ctx, [...missing])) {
      this.known.set(id, { name, until: ctx.at + KEPT_MS });
      names.set(id, name);
    }
    return names;
  }

  /** A clock that was set back must not keep a name for ever. */
  private fresh(id: string, at: number): string | null {
    const known = this.known.get(id);
    return known !== undefined && known.until > at && known.until <= at + KEPT_MS ? known.name : null;
  }
}
