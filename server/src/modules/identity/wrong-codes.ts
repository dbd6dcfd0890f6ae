import { Injectable } from '@nestjs/common';

import { DAY_MS } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { AccountsRepository } from './accounts.repository';

/** Wrong codes an account may try in a day: enough for slips of the finger, far too few to find a code by chance. */
export const WRONG_CODES_A_DAY = 10;

/** Counts invitation codes that did not fit, for each account. */
@Injectable()
export class WrongCodes {
  constructor(private readonly accounts: AccountsRepository) {}

  /** @throws Problem `invitation.locked` */
  async check(ctx: Ctx, accountId: string): Promise<void> {
    const account = await this.accounts.find(ctx, accountId);
    if (!account || account.wrongCodesSince + DAY_MS <= ctx.at) return;
    if (account.wrongCodes >= WRONG_CODES_A_DAY) throw new Problem('invitation.locked');
  }

  async count(tx: TxCtx, accountId: string): Promise<void> {
    await this.accounts.countWrongCode(tx, accountId, DAY_MS);
  }
}
