import { birthDateOf, identityNumberError, sexOf, type Relation } from '@tanfang/shared';

import { parseFacts, type DistrictReading, type ElderFacts } from '../../policy';
import { blindIndex } from '../../platform/crypto';
import { Problem, type FieldProblem } from '../../platform/problems/problem';
import { factsOf, lapsedSince, packOfHome, verdict, type Home } from './assessment';
import { firstContactOf } from './first-contact';
import { addressIndex } from './homes.service';
import type { Circumstances, Elder, ElderTraits, Relative } from './registry.entities';

/** A relative as it arrives: what is left out is not known. */
export interface NewRelative {
  id: string;
  name: string;
  relation: Relation;
  kinWord?: string | null;
  callsElder?: string | null;
  phone?: string | null;
  livesWithElder: boolean;
  emergencyContact?: boolean;
  guardian?: boolean;
  circumstances?: Circumstances;
}

/** What an officer fills in; the rest of the row follows from it. */
export type Draft = Pick<
  Elder,
  'name' | 'sex' | 'birthDate' | 'idNumber' | 'phone' | 'address' | 'place' | 'communityId' | 'callName' | 'traits'
> &
  Pick<Elder, 'relativesKnown' | 'hints' | 'firstContactId' | 'endedOn' | 'endReason'>;

type Derived = Pick<
  Elder,
  | 'packId'
  | 'idNumberIndex'
  | 'phoneIndex'
  | 'addressIndex'
  | 'categories'
  | 'tier'
  | 'every'
  | 'hasFirstContact'
  | 'evaluatedOn'
  | 'lapsedOn'
>;

/** The row as it was, and whether the officer has changed what the plan asks about. */
export interface Before extends Pick<Elder, 'every' | 'lapsedOn'> {
  looked: boolean;
}

/** Of an elder who is new. */
export const NEW: Before = { every: null, lapsedOn: null, looked: true };

/**
 * Checks a draft and derives what the row keeps beside it. `on` is today's calendar date, `readings` are those of the
 * district of the home.
 * @throws Problem `request.invalid` with everything that is wrong
 */
export function derive(
  draft: Draft,
  relatives: readonly Relative[],
  home: Home,
  on: string,
  readings: readonly DistrictReading[],
  before: Before,
): Derived & Pick<Elder, 'traits'> {
  const pack = packOfHome(home);
  const facts = compact(factsOf(draft, relatives, home));
  const parsed = parseFacts(facts, on);
  const problems = [
    ...identityProblems(draft, on),
    ...('problems' in parsed ? parsed.problems.map(inFacts) : []),
    ...(pack ? [] : [{ field: 'communityId', message: '这个社区还没有对应的方案' }]),
    ...(draft.endedOn !== null && draft.endedOn > on ? [{ field: 'ended.on', message: '销册日期还没到' }] : []),
  ];
  if (problems.length > 0 || !pack || 'problems' in parsed) throw new Problem('request.invalid', undefined, problems);
  const found = verdict(pack.id, parsed.facts, on, readings);
  const { categories, tier, every, evaluatedOn } = found;
  return {
    ...{ categories, tier, every, evaluatedOn },
    lapsedOn: lapsedSince(found, before, before.looked),
    hasFirstContact: firstContactOf({ ...draft, packId: pack.id }, relatives).relative !== null,
    traits: compact(draft.traits),
    packId: pack.id,
    idNumberIndex: draft.endedOn === null ? idNumberIndexOf(draft.idNumber) : null,
    phoneIndex: draft.phone === null ? null : phoneIndexOf(draft.phone),
    addressIndex: addressIndex(draft.address),
  };
}

/** The number is the law's word for who somebody is: what is typed beside it must agree. */
function identityProblems({ idNumber, birthDate, sex }: Draft, on: string): FieldProblem[] {
  const fault = identityNumberError(idNumber, on);
  if (fault) return [{ field: 'idNumber', message: fault }];
  const agree = (field: string, label: string) => ({
    field,
    message: `${label}和身份证号里的不一样，请对着证件再看看`,
  });
  return [
    ...(birthDateOf(idNumber) === birthDate ? [] : [agree('birthDate', '出生日期')]),
    ...(sexOf(idNumber) === sex ? [] : [agree('sex', '性别')]),
  ];
}

export type DaysOfRelative = { [K in 'birthDate' | 'awaySince']?: string | null };

/** A relative is born, and has left, by today. `on` is today's calendar date, `at` stands before the fields. */
export function futureDays({ birthDate, awaySince }: DaysOfRelative, on: string, at = ''): FieldProblem[] {
  const isFuture = (day: string | null | undefined) => day != null && day > on;
  return [
    ...(isFuture(birthDate) ? [{ field: `${at}birthDate`, message: '亲属的出生日期还没到，请再看看' }] : []),
    ...(isFuture(awaySince) ? [{ field: `${at}awaySince`, message: '外出日期还没到，请再看看' }] : []),
  ];
}

/** The parser speaks of facts and begins with the path, which means nothing to a person. */
function inFacts({ field, message }: { field: string; message: string }): FieldProblem {
  const own = field.startsWith('relatives') || field === 'birthDate';
  return { field: own ? field : `facts.${field}`, message: message.replace(`${field} `, '') };
}

export function idNumberIndexOf(idNumber: string): string {
  return blindIndex(idNumber, 'elder.id_number');
}

export function phoneIndexOf(phone: string): string {
  return blindIndex(phone, 'elder.phone');
}

export function toRelative(elderId: string, relative: NewRelative, bodyHash: string, at: number): Relative {
  const { id, name, relation, livesWithElder, emergencyContact = false, guardian = false } = relative;
  return {
    ...{ id, elderId, name, relation, livesWithElder, emergencyContact, guardian, bodyHash },
    kinWord: relative.kinWord ?? null,
    callsElder: relative.callsElder ?? null,
    phone: relative.phone ?? null,
    circumstances: compact(relative.circumstances ?? {}),
    createdAt: at,
    removedAt: null,
  };
}

type Loose<T> = { [K in keyof T]: T[K] | null | undefined };

/** A plain copy without what is null or undefined: the parser would take those for faulty answers. */
export function compact<T extends ElderTraits | Circumstances | ElderFacts>(value: Loose<T>): T {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (part === null ? undefined : part))) as T;
}
