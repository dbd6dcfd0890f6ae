import { Injectable } from '@nestjs/common';
import { isOutsider, RELATIONS } from '@tanfang/shared';

import type { Ctx } from '../../platform/context/context';
import type { NeedView } from '../care';
import { Divisions } from '../divisions';
import { Accounts, Kinships } from '../identity';
import { Registry, type ElderView, type RelativeView } from '../registry';
import type { PhoneTaskReason } from './notification.entities';

export interface Addressee {
  accountId: string;
  relativeId: string;
  /** How they call the elder: 妈妈. */
  callName: string;
}

export interface FamilyAudience {
  addressees: Addressee[];
  /** Whom somebody must phone because none of those the plan names can be written to. */
  toPhone: { relativeId: string; reason: PhoneTaskReason } | null;
}

/** From the nearest to the farthest. */
export const OFFICES = ['community', 'street', 'district'] as const;
export type Office = (typeof OFFICES)[number];

export interface Officer {
  accountId: string;
  /** The office that should have been told and where nobody can be. */
  insteadOf: Office | null;
}

/** Who is told: kin by the role in which the plan names them, officers by the place. */
@Injectable()
export class Audience {
  constructor(
    private readonly accounts: Accounts,
    private readonly kinships: Kinships,
    private readonly registry: Registry,
    private readonly divisions: Divisions,
  ) {}

  /** First contact first. Nobody for what is held from the family, nor when the plan sends it elsewhere. */
  async family(ctx: Ctx, elder: ElderView, need: NeedView): Promise<FamilyAudience> {
    const nobody = { addressees: [], toPhone: null };
    // After a death a named person tells the family, on the phone: nothing goes out by itself.
    if (need.heldFromFamily || elder.endedOn !== null) return nobody;
    if (rolesOf(need).length === 0) return nobody;
    const { named, family } = await this.circle(ctx, elder, need);
    const addressees = await this.reachable(ctx, elder, named);
    if (addressees.length > 0) return { addressees, toPhone: null };
    const callee = named.find(({ phoneMasked }) => phoneMasked !== null) ?? named[0] ?? withPhone(family) ?? family[0];
    if (!callee) return nobody;
    return {
      addressees,
      toPhone: { relativeId: callee.id, reason: named.length > 0 ? 'no-account' : 'no-first-contact' },
    };
  }

  /** Of these needs, those that are not this relative's to hear of any more. */
  async notFor(ctx: Ctx, elder: ElderView, needs: readonly NeedView[], relativeId: string): Promise<NeedView[]> {
    const isTheirs = await Promise.all(
      needs.map(async (need) => {
        const { named, family } = await this.circle(ctx, elder, need);
        return (named.length > 0 ? named : family).some(({ id }) => id === relativeId);
      }),
    );
    return needs.filter((_, place) => !isTheirs[place]);
  }

  /** Needs of one elder by who of the family is told of them. */
  async together(
    ctx: Ctx,
    elder: ElderView,
    needs: readonly NeedView[],
  ): Promise<{ needs: NeedView[]; audience: FamilyAudience }[]> {
    const groups = new Map<string, NeedView[]>();
    for (const need of needs) {
      const whom = [...rolesOf(need), need.severity === 'life-danger'].sort().join();
      groups.set(whom, [...(groups.get(whom) ?? []), need]);
    }
    return Promise.all(
      [...groups.values()].map(async (group) => ({
        needs: group,
        audience: await this.family(ctx, elder, group[0]!),
      })),
    );
  }

  /** Whom the plan names, the first contact first; and, for when it names nobody who is there, the family, but no neighbour. */
  private async circle(
    ctx: Ctx,
    elder: ElderView,
    need: NeedView,
  ): Promise<{ named: RelativeView[]; family: RelativeView[] }> {
    const relatives = await this.registry.relatives(ctx, elder.id);
    const roles = rolesOf(need);
    return {
      named: relatives
        .filter((relative) => hasRole(relative, roles) && mayBeTold(relative, need))
        .sort(firstContactFirst),
      family: relatives.filter(({ relation }) => !isOutsider(relation)),
    };
  }

  private async reachable(ctx: Ctx, elder: ElderView, named: readonly RelativeView[]): Promise<Addressee[]> {
    const kinships = await this.kinships.ofElder(ctx, elder.id);
    return named.flatMap(({ id, callsElder }) => {
      const accountId = kinships.find(({ relativeId }) => relativeId === id)?.accountId;
      return accountId ? [{ accountId, relativeId: id, callName: callsElder ?? elder.callName }] : [];
    });
  }

  /**
   * Accounts of these offices for the elder's place; never one who is or was a relative of the elder. Where an office has
   * nobody, the one above it is told at once: nobody else would look before the clock has run out.
   */
  async officers(ctx: Ctx, elder: ElderView, offices: readonly Office[]): Promise<Officer[]> {
    const family = await this.kinships.familyOf(ctx, elder.id);
    const found = new Map<string, Officer>();
    for (const office of offices) {
      for (const officer of await this.nearest(ctx, elder, office, family)) {
        if (!found.has(officer.accountId)) found.set(officer.accountId, officer);
      }
    }
    return [...found.values()];
  }

  private async nearest(ctx: Ctx, elder: ElderView, wanted: Office, family: ReadonlySet<string>): Promise<Officer[]> {
    for (const office of OFFICES.slice(OFFICES.indexOf(wanted))) {
      const division = this.divisions.ancestor(elder.communityId, office);
      const accounts = division ? await this.accounts.byMembership(ctx, office, division.id) : [];
      const others = accounts.filter(({ id }) => !family.has(id));
      const insteadOf = office === wanted ? null : wanted;
      if (others.length > 0) return others.map(({ id }) => ({ accountId: id, insteadOf }));
    }
    return [];
  }

  /** 女儿王静; 家人 when the registry no longer knows them. */
  async relativeWord(ctx: Ctx, elderId: string, relativeId: string | undefined): Promise<string> {
    const relative = (await this.registry.relatives(ctx, elderId)).find(({ id }) => id === relativeId);
    return relative ? `${relationWord(relative)}${relative.name}` : '家人';
  }

  /** The account that is confirmed as this relative; null when there is none. */
  async accountOf(ctx: Ctx, elderId: string, relativeId: string | null): Promise<string | null> {
    const kinships = await this.kinships.ofElder(ctx, elderId);
    return kinships.find((kinship) => kinship.relativeId === relativeId)?.accountId ?? null;
  }

  /** The relative who this account is confirmed to be. */
  async relativeIdOf(ctx: Ctx, elderId: string, accountId: string | null): Promise<string | undefined> {
    const kinships = await this.kinships.ofElder(ctx, elderId);
    return kinships.find((kinship) => accountId !== null && kinship.accountId === accountId)?.relativeId;
  }
}

/** 女儿 */
export function relationWord({ kinWord, relation }: Pick<RelativeView, 'kinWord' | 'relation'>): string {
  return kinWord ?? RELATIONS[relation];
}

/** In which roles the family is told; the one who was missing when it was found may have been named since. */
function rolesOf({ owner, inform, firstContactMissing }: NeedView): string[] {
  return owner.kind === 'first-contact' || firstContactMissing ? ['first-contact', ...inform] : inform;
}

function hasRole(relative: RelativeView, roles: readonly string[]): boolean {
  return (
    (relative.firstContact && roles.includes('first-contact')) ||
    (relative.emergencyContact && roles.includes('emergency-contact'))
  );
}

/** A neighbour hears of a danger to life and of nothing else, unless the plan has made them the first contact. */
function mayBeTold({ relation, firstContact }: RelativeView, { severity }: NeedView): boolean {
  return severity === 'life-danger' || firstContact || !isOutsider(relation);
}

function firstContactFirst(a: RelativeView, b: RelativeView): number {
  return Number(b.firstContact) - Number(a.firstContact);
}

function withPhone(relatives: readonly RelativeView[]): RelativeView | undefined {
  return relatives.find(({ phoneMasked }) => phoneMasked !== null);
}
