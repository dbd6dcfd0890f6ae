import { Injectable } from '@nestjs/common';

import { demoPlaces, type DemoAccount, type DemoPersona, type DemoPlace } from '../../database/seeds/demo';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { Accounts } from './accounts.service';
import type { Persona } from './identity.dto';
import { SignIn, type SignedIn } from './sign-in.service';

type PersonaAccount = DemoAccount & { persona: DemoPersona };

/** The people of the demo story that one can be. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly accounts: Accounts,
    private readonly signIn: SignIn,
  ) {}

  /** Place by place. */
  personas(ctx: Ctx): Persona[] {
    return demoPlaces(calendarDate(ctx.at)).flatMap((place) =>
      playedIn(place).map((account) => ({
        ...{
          persona: account.persona.key,
          name: account.name,
          role: account.persona.role,
          story: account.persona.story,
        },
        ...{ side: sideOf(account), place: { name: place.name, lead: place.lead } },
      })),
    );
  }

  /** @throws Problem `access.not-found` for a persona that is not in the story, or not in this database */
  async signInAs(ctx: Ctx, key: string): Promise<SignedIn> {
    const played = demoPlaces(calendarDate(ctx.at))
      .flatMap(playedIn)
      .find(({ persona }) => persona.key === key);
    const account = played && (await this.accounts.byOpenid(ctx, played.openid));
    if (!account) throw new Problem('access.not-found', '没有这个演示人物，请回到演示首页再选');
    return this.signIn.as(ctx, account.id, '演示');
  }
}

function playedIn({ people }: DemoPlace): PersonaAccount[] {
  return people.accounts.filter((account): account is PersonaAccount => account.persona !== undefined);
}

/** Kinship is no membership: who has no role at all is somebody's family. */
function sideOf({ memberships }: DemoAccount): Persona['side'] {
  if (memberships.length === 0) return 'family';
  return memberships.some(({ role }) => role === 'visitor') ? 'visitor' : 'officer';
}
