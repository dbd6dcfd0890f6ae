import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Cadence, PlanCategory, Relation, Sex, Tier } from '@tanfang/shared';

import type { ElderFacts, Relative as RelativeFacts } from '../../policy';
import { encrypted, encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';
import { codeList } from './code-list';
import type { EndReason, Hint } from './registry.codes';

/** What the plans ask about an elder beyond what the row and the relatives' rows say. */
export type ElderTraits = Omit<ElderFacts, 'birthDate' | 'residence' | 'relatives'>;
/** The same for a relative. */
export type Circumstances = Omit<RelativeFacts, 'relation' | 'livesWithElder'>;

/** An elder of the registry. The least owed to them is kept with the row, so that lists and the planner need no policy. */
@Entity('elder')
// Lists are filtered and counted on the index alone; the rows are wide with what is encrypted.
@Index(['communityId', 'id', 'endedOn', 'tier', 'hasFirstContact', 'categories', 'name', 'addressIndex'])
// Of all elders hardly any has lapsed, and every morning asks for them.
@Index(['communityId', 'lapsedOn', 'id'])
export class Elder {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 20 })
  packId!: string;

  @Column('varchar', { length: 50 })
  name!: string;

  @Column('varchar', { length: 6 })
  sex!: Sex;

  @Column('varchar', { length: 10 })
  birthDate!: string;

  @Column('text', { transformer: encrypted('elder.id_number') })
  idNumber!: string;

  /** Unique among the records that run; null once this one has ended, so that a person can be registered again. */
  @Column('varchar', { length: 64, nullable: true })
  @Index({ unique: true })
  idNumberIndex!: string | null;

  @Column('text', { nullable: true, transformer: encrypted('elder.phone') })
  phone!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  @Index()
  phoneIndex!: string | null;

  /** Below the community: 5 号楼 1 单元 301. */
  @Column('text', { transformer: encrypted('elder.address') })
  address!: string;

  @Column('varchar', { length: 64 })
  @Index()
  addressIndex!: string;

  /** The way to the door without the flat: 5 号楼 1 单元. */
  @Column('text', { nullable: true, transformer: encrypted('elder.place') })
  place!: string | null;

  @Column('varchar', { length: 20 })
  callName!: string;

  @Column('text', { transformer: encryptedJson('elder.traits') })
  traits!: ElderTraits;

  /** The relatives' rows are all there are. Until then "no child" is unknown, not true. */
  @Column('boolean')
  relativesKnown!: boolean;

  @Column('text', { transformer: encryptedJson('elder.hints') })
  hints!: Hint[];

  /** Named by the community; a relative of this elder. */
  @Column('varchar', { length: 26, nullable: true })
  firstContactId!: string | null;

  @Column('varchar', { length: 160, transformer: codeList })
  categories!: PlanCategory[];

  @Column('varchar', { length: 10, nullable: true })
  tier!: Tier | null;

  /** Null when nothing is owed: not eligible. */
  @Column('varchar', { length: 10, nullable: true })
  every!: Cadence | null;

  /** Whether somebody is told first, as the plan has it: see `firstContactOf`. */
  @Column('boolean', { default: false })
  hasFirstContact!: boolean;

  /** Calendar date of which the four above hold. */
  @Column('varchar', { length: 10 })
  @Index()
  evaluatedOn!: string;

  /** Calendar date since which nothing is owed although no officer has said so; null once one has looked again. */
  @Column('varchar', { length: 10, nullable: true })
  lapsedOn!: string | null;

  /** Calendar date of the census that found them. */
  @Column('varchar', { length: 10 })
  registeredOn!: string;

  @Column('varchar', { length: 10, nullable: true })
  endedOn!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  endReason!: EndReason | null;

  @Column('varchar', { length: 64 })
  bodyHash!: string;

  /** Counts changes, so that two who change at the same time notice. */
  @Column('int')
  version!: number;

  @Column('bigint', { transformer: instant })
  createdAt!: number;

  @Column('bigint', { transformer: instant })
  updatedAt!: number;
}

/** A living relative, or somebody who lives with the elder. */
@Entity('relative')
export class Relative {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  elderId!: string;

  @Column('varchar', { length: 50 })
  name!: string;

  @Column('varchar', { length: 10 })
  relation!: Relation;

  /** 女儿 */
  @Column('varchar', { length: 10, nullable: true })
  kinWord!: string | null;

  /** How they call the elder: 妈妈 */
  @Column('varchar', { length: 10, nullable: true })
  callsElder!: string | null;

  @Column('text', { nullable: true, transformer: encrypted('relative.phone') })
  phone!: string | null;

  @Column('boolean')
  livesWithElder!: boolean;

  @Column('boolean')
  emergencyContact!: boolean;

  @Column('boolean')
  guardian!: boolean;

  @Column('text', { transformer: encryptedJson('relative.circumstances') })
  circumstances!: Circumstances;

  @Column('varchar', { length: 64 })
  bodyHash!: string;

  @Column('bigint', { transformer: instant })
  createdAt!: number;

  /** Died, moved out or was registered by mistake. */
  @Column('bigint', { nullable: true, transformer: instant })
  removedAt!: number | null;
}

/** The code on a door. Whoever scans it learns nothing but the code; it opens the card only for those who may see it. */
@Entity('door_code')
export class DoorCode {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  elderId!: string;

  /** Kept so that the same code can be printed again. */
  @Column('text', { transformer: encrypted('door_code.code') })
  code!: string;

  @Column('varchar', { length: 64 })
  @Index({ unique: true })
  codeIndex!: string;

  @Column('bigint', { transformer: instant })
  issuedAt!: number;

  @Column('varchar', { length: 26, nullable: true })
  issuedBy!: string | null;

  @Column('bigint', { nullable: true, transformer: instant })
  revokedAt!: number | null;

  /** It was revoked only because the elder's record ended, and opens again with it. */
  @Column('boolean', { nullable: true })
  revokedWithRecord!: boolean | null;
}
