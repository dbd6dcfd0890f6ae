import { Inject, Injectable } from '@nestjs/common';
import { maskName, type Relation } from '@tanfang/shared';

import type { Role } from '../../platform/access';
import type { Config } from '../../platform/config/config';
import type { Ctx } from '../../platform/context/context';
import { CONFIG } from '../../platform/tokens';
import { packForDivision } from '../../policy';
import { Divisions } from '../divisions';
import { Accounts, type AccountView } from './accounts.service';
import { Kinfolk, type KinPerson } from './kinfolk';
import { Kinships, type KinshipView } from './kinships.service';

export interface Me {
  account: { id: string; name: string; phoneMasked: string | null };
  roles: { role: Role; division: MyDivision | null }[];
  kin: MyKin[];
  demo: { phoneUrl: string; worldUrl: string } | null;
}

export interface MyDivision {
  id: string;
  name: string;
  /** The plan that holds there; null where the product knows none. */
  packId: string | null;
}

export interface MyKin {
  kinshipId: string;
  elderId: string;
  /** Masked until the community has confirmed. */
  elderName: string;
  relation: Relation;
  kinWord: string | null;
  callName: string;
  status: 'awaiting' | 'confirmed';
  firstContact: boolean;
}

/** What the signed-in person may know of themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly accounts: Accounts,
    private readonly kinships: Kinships,
    private readonly kinfolk: Kinfolk,
    private readonly divisions: Divisions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(ctx: Ctx): Promise<Me> {
    const accountId = ctx.who.accountId!;
    const [account, kinships] = await Promise.all([
      this.accounts.get(ctx, accountId),
      this.kinships.ofAccount(ctx, accountId),
    ]);
    const people = await this.kinfolk.people(
      ctx,
      kinships.map(({ relativeId }) => relativeId),
    );
    const kin = kinships.flatMap((kinship) => toMyKin(kinship, people.get(kinship.relativeId)));
    return {
      account: { id: account.id, name: account.name, phoneMasked: account.phoneMasked },
      roles: this.roles(ctx, kin),
      kin,
      demo: this.demo(account),
    };
  }

  private roles(ctx: Ctx, kin: MyKin[]): Me['roles'] {
    const held = ctx.who.memberships.map(({ role, divisionId }) => ({ role, division: this.divisionOf(divisionId) }));
    const isFamily = kin.some(({ status }) => status === 'confirmed');
    return isFamily ? [...held, { role: 'family' as const, division: null }] : held;
  }

  private divisionOf(id: string | null): MyDivision | null {
    const division = id === null ? undefined : this.divisions.find(id);
    if (!division) return null;
    const pack = packForDivision(division.code ?? '');
    return { id: division.id, name: division.name, packId: pack?.id ?? null };
  }

  private demo({ openid }: AccountView): Me['demo'] {
    if (!this.config.demo || openid === null) return null;
    const phone = encodeURIComponent(openid);
    return { phoneUrl: `/simulator/phones/${phone}`, worldUrl: `/simulator/world/phones/${phone}` };
  }
}

function toMyKin({ id, status }: KinshipView, person: KinPerson | undefined): MyKin[] {
  if (!person || (status !== 'awaiting' && status !== 'confirmed')) return [];
  const { elderId, elderName, relation, kinWord, callName, firstContact } = person;
  const shownName = status === 'confirmed' ? elderName : maskName(elderName);
  return [{ kinshipId: id, elderId, elderName: shownName, relation, kinWord, callName, status, firstContact }];
}
