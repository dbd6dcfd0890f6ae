import { Injectable } from '@nestjs/common';

import { jinan } from '../../database/seeds/demo/jinan';
import type { DemoAccount, DemoPersona } from '../../database/seeds/demo/types';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { Accounts } from './accounts.service';
import { SignIn, type SignedIn } from './sign-in.service';

type PersonaAccount = DemoAccount & { persona: DemoPersona };

/** The people of the demo story that one can be. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIn: SignIn,
  ) {}

  personas(ctx: Ctx): { persona: string; name: string; role: string; story: string }[] {
    return cast(ctx).map(({ name, persona }) => ({
      persona: persona.key,
      name,
      role: persona.role,
      story: persona.story,
    }));
  }

  /** @throws Problem `access.not-found` for a persona that is not in the story, or not in this database */
  async signInAs(ctx: Ctx, key: string): Promise<SignedIn> {
    const played = cast(ctx).find(({ persona }) => persona.key === key);
    const account = played && (await this.accounts.byOpenid(ctx, played.openid));
    if (!account) throw new Problem('access.not-found', '没有这个演示人物，请回到演示首页再选');
    return this.signIn.as(ctx, account.id, '演示');
  }
}

function cast(ctx: Ctx): PersonaAccount[] {
  const { accounts } = jinan(calendarDate(ctx.at)).people;
  return accounts.filter((account): account is PersonaAccount => account.persona !== undefined);
}
