import { Injectable } from '@nestjs/common';
import { maskPhone, type Cadence, type PlanCategory, type Relation, type Sex, type Tier } from '@tanfang/shared';

import type { Target } from '../../platform/access';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import { ageOn, evaluate, type DistrictRules, type ElderFacts, type Evaluation } from '../../policy';
import type { PolicyPack } from '../../policy';
import { DistrictReadings } from '../policies';
import { factsOf, livesAlone, packNamed, packOfHome } from './assessment';
import { byDistanceTo } from './distance';
import { DoorCodes } from './door-codes.service';
import { firstContactOf } from './first-contact';
import { Homes } from './homes.service';
import { Registration, type NewElder } from './registration.service';
import type { EndReason, Hint } from './registry.codes';
import type { Elder, Relative } from './registry.entities';
import { RegistryRepository } from './registry.repository';

export interface ElderView {
  id: string;
  name: string;
  sex: Sex;
  birthDate: string;
  /** 周岁 on the day of the request. */
  age: number;
  communityId: string;
  packId: string;
  /** 李奶奶 */
  callName: string;
  /** 5 号楼 1 单元; empty when nobody wrote it down. */
  place: string;
  categories: PlanCategory[];
  tier: Tier | null;
  every: Cadence | null;
  /** Null: not known. */
  livesAlone: boolean | null;
  /** Calendar date on which the record ended, and why; null while it runs. */
  endedOn: string | null;
  endReason: EndReason | null;
}

export interface RelativeView {
  id: string;
  name: string;
  relation: Relation;
  /** 女儿 */
  kinWord: string | null;
  /** 妈妈 */
  callsElder: string | null;
  phoneMasked: string | null;
  firstContact: boolean;
  emergencyContact: boolean;
  guardian: boolean;
  livesWithElder: boolean;
  /** Code of where they live; null when nobody knows, as in the three below. */
  residence: string | null;
  birthDate: string | null;
  /** Calendar date on which a child left for work or business. */
  awaySince: string | null;
  ableToSupport: boolean | null;
}

/** What the official sheets ask of the registry, whole: for printing. Whoever shows it on a screen masks it. */
export interface Particulars {
  name: string;
  sex: Sex;
  idNumber: string;
  phone: string | null;
  /** From the city down. */
  address: string;
  /** Where the household is registered, as far as the divisions go; null where nobody wrote it down. */
  household: string | null;
  emergencyContact: { name: string; phone: string | null } | null;
  categories: PlanCategory[];
  tier: Tier | null;
  facts: ElderFacts;
}

export interface OwingElder {
  elderId: string;
  communityId: string;
  packId: string;
  every: Cadence;
}

/** All that decides about an elder on a day: where they lived then, its plan, what its district had decided, the facts. */
export interface PolicyCase extends DistrictRules {
  pack: PolicyPack;
  facts: ElderFacts;
}

/** The elders, for the other modules. Nothing here asks for permission and nothing is audited: the caller does both. */
@Injectable()
export class Registry {
  constructor(
    private readonly repository: RegistryRepository,
    private readonly homes: Homes,
    private readonly readings: DistrictReadings,
    private readonly doorCodes: DoorCodes,
    private readonly registration: Registration,
  ) {}

  /** @throws Problem `access.not-found` */
  async get(ctx: Ctx, elderId: string): Promise<ElderView> {
    const elder = await this.row(ctx, elderId);
    return toView(ctx, elder, await this.repository.relatives(ctx, [elderId]));
  }

  /** By id; unknown ids are left out. */
  async views(ctx: Ctx, elderIds: readonly string[]): Promise<Map<string, ElderView>> {
    const [elders, familyOf] = await this.families(ctx, elderIds);
    return new Map(elders.map((elder) => [elder.id, toView(ctx, elder, familyOf(elder.id))]));
  }

  target(elder: Pick<ElderView, 'id' | 'communityId'>): Target {
    return { communityId: elder.communityId, elderId: elder.id };
  }

  /**
   * The facts are those of today, for the registry keeps no others; home, plan and the district's readings are those of
   * the day.
   * @param on calendar date
   */
  async policyCase(ctx: Ctx, elderId: string, on: string): Promise<PolicyCase> {
    const elder = await this.row(ctx, elderId);
    const earlier = await this.repository.homeUntilAfter(ctx, elderId, on);
    const communityId = earlier !== null && this.homes.find(earlier) ? earlier : elder.communityId;
    const home = this.homes.get(communityId);
    const relatives = await this.repository.relatives(ctx, [elder.id]);
    return {
      on,
      pack: packOfHome(home) ?? packNamed(elder.packId),
      facts: factsOf(elder, relatives, home),
      readings: await this.readings.ofCommunity(ctx, communityId),
    };
  }

  /** @param on calendar date */
  async evaluate(ctx: Ctx, elderId: string, on: string): Promise<Evaluation> {
    const { pack, facts, readings } = await this.policyCase(ctx, elderId, on);
    return evaluate(pack, facts, on, readings);
  }

  async hints(ctx: Ctx, elderId: string): Promise<Hint[]> {
    return (await this.row(ctx, elderId)).hints;
  }

  /** The whole address from the city down, for whoever has to find the door in an emergency. */
  async address(ctx: Ctx, elderId: string): Promise<string> {
    const { communityId, address } = await this.row(ctx, elderId);
    return this.homes.fullAddress(communityId, address);
  }

  /** @throws Problem `access.not-found` */
  async phone(ctx: Ctx, elderId: string): Promise<string | null> {
    return (await this.row(ctx, elderId)).phone;
  }

  /** @throws Problem `access.not-found` */
  async particulars(ctx: Ctx, elderId: string): Promise<Particulars> {
    const elder = await this.row(ctx, elderId);
    const { name, sex, idNumber, phone, communityId, address, categories, tier } = elder;
    const relatives = await this.repository.relatives(ctx, [elderId]);
    const facts = factsOf(elder, relatives, this.homes.get(communityId));
    const contact = relatives.find(({ emergencyContact }) => emergencyContact);
    return {
      ...{ name, sex, idNumber, phone, categories, tier, facts },
      address: this.homes.fullAddress(communityId, address),
      household: facts.household?.division ? this.homes.nameOf(facts.household.division) : null,
      emergencyContact: contact ? { name: contact.name, phone: contact.phone } : null,
    };
  }

  async relatives(ctx: Ctx, elderId: string): Promise<RelativeView[]> {
    const elder = await this.row(ctx, elderId);
    return toRelativeViews(elder, await this.repository.relatives(ctx, [elderId]));
  }

  /** Those living with the elder, then those around, then those of whom nobody knows where they are, then those away. */
  async relativesNearestFirst(ctx: Ctx, elderId: string): Promise<RelativeView[]> {
    const elder = await this.row(ctx, elderId);
    const home = this.homes.get(elder.communityId);
    const relatives = await this.repository.relatives(ctx, [elderId]);
    return toRelativeViews(elder, [...relatives].sort(byDistanceTo(home)));
  }

  /** Those of several elders; unknown ids are left out. */
  async relativesOf(ctx: Ctx, elderIds: readonly string[]): Promise<RelativeView[]> {
    const [elders, familyOf] = await this.families(ctx, elderIds);
    return elders.flatMap((elder) => toRelativeViews(elder, familyOf(elder.id)));
  }

  private families(ctx: Ctx, elderIds: readonly string[]): Promise<[Elder[], (elderId: string) => Relative[]]> {
    return Promise.all([this.repository.findAll(ctx, elderIds), this.repository.families(ctx, elderIds)]);
  }

  /** As the elder's plan has it: see `firstContactOf`. */
  async firstContact(ctx: Ctx, elderId: string): Promise<RelativeView | null> {
    return (await this.relatives(ctx, elderId)).find(({ firstContact }) => firstContact) ?? null;
  }

  /** The whole number; the caller audits why. Null: no such relative, or nobody knows a number. */
  async relativePhone(ctx: Ctx, relativeId: string): Promise<string | null> {
    const relative = await this.repository.relative(ctx, relativeId);
    return relative?.removedAt === null ? relative.phone : null;
  }

  /**
   * @param code bare, or the address that is printed on the door
   * @throws Problem `door-code.unknown`, `door-code.revoked`
   */
  resolveDoorCode(ctx: Ctx, code: string): Promise<{ doorCodeId: string; elderId: string }> {
    return this.doorCodes.resolve(ctx, code);
  }

  /** Elders to whom visits are owed, in id order, those after `afterElderId` (empty or null: from the first). */
  async owing(ctx: Ctx, afterElderId: string | null, limit: number): Promise<OwingElder[]> {
    const elders = await this.repository.owing(ctx, afterElderId ?? '', limit);
    return elders.map(({ id, communityId, packId, every }) => ({ elderId: id, communityId, packId, every: every! }));
  }

  /** For seeds: the same as an officer's registration, without asking for permission. Registering twice changes nothing. */
  async register(tx: TxCtx, elder: NewElder): Promise<ElderView> {
    await this.registration.registerOnce(tx, elder);
    return this.get(tx, elder.id);
  }

  /** For seeds. Issuing the same id twice gives the same code. @returns what the QR on the door says */
  async issueDoorCode(tx: TxCtx, elderId: string, doorCodeId: string): Promise<{ url: string }> {
    const { url } = await this.doorCodes.issueOnce(tx, elderId, doorCodeId);
    return { url };
  }

  private async row(ctx: Ctx, elderId: string): Promise<Elder> {
    const elder = await this.repository.find(ctx, elderId);
    if (!elder) throw new Problem('access.not-found');
    return elder;
  }
}

function toView(ctx: Ctx, elder: Elder, relatives: Relative[]): ElderView {
  const {
    id,
    name,
    sex,
    birthDate,
    communityId,
    packId,
    callName,
    place,
    categories,
    tier,
    every,
    endedOn,
    endReason,
  } = elder;
  return {
    ...{ id, name, sex, birthDate, communityId, packId, callName, categories, tier, every, endedOn, endReason },
    age: ageOn(birthDate, calendarDate(ctx.at)),
    place: place ?? '',
    livesAlone: livesAlone(elder, relatives),
  };
}

function toRelativeViews(elder: Elder, relatives: Relative[]): RelativeView[] {
  const contact = firstContactOf(elder, relatives).relative;
  return relatives.map((relative) => toRelativeView(relative, contact?.id ?? null));
}

export function toRelativeView(relative: Relative, firstContactId: string | null): RelativeView {
  const { id, name, relation, kinWord, callsElder, phone, emergencyContact, guardian, livesWithElder } = relative;
  const { residence, birthDate = null, awaySince = null, ableToSupport = null } = relative.circumstances;
  return {
    ...{ id, name, relation, kinWord, callsElder, emergencyContact, guardian, livesWithElder },
    phoneMasked: phone === null ? null : maskPhone(phone),
    firstContact: id === firstContactId,
    residence: residence?.division ?? null,
    ...{ birthDate, awaySince, ableToSupport },
  };
}
