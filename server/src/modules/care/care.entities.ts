import type { FamilyChoice, NeedHandler, NeedStatus, NeedType, Severity } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted, encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';

/** Whose turn it is, from nearest to farthest: past its clock a need goes one further. */
export const LEVELS = ['first-contact', 'community', 'street', 'district'] as const;
export type Level = (typeof LEVELS)[number];

export type OwnerKind = 'first-contact' | 'community' | 'street';

export const OUTCOMES = ['done', 'not-needed', 'handed-over'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A plan's sentence that decided who owns the need. */
export interface Reason {
  rule: string;
  document: string;
  article: string;
  text: string;
  reading: boolean;
}

/** Something found at a visit that somebody has to see to. */
@Entity('need')
@Index(['elderId', 'matter'])
@Index(['communityId', 'status', 'acknowledgeBy'])
@Index(['communityId', 'status', 'closeBy'])
export class Need {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  @Column('varchar', { length: 26 })
  communityId!: string;

  /** The visit, or the sheet, that first found it. */
  @Column('varchar', { length: 26 })
  visitId!: string;

  @Column('varchar', { length: 40 })
  matter!: string;

  /** Elder and matter while the need is not closed, else null: the unique index allows one open need for each. */
  @Column('varchar', { length: 80, nullable: true })
  @Index({ unique: true })
  openKey!: string | null;

  @Column('varchar', { length: 30 })
  needType!: NeedType;

  @Column('varchar', { length: 20 })
  severity!: Severity;

  @Column('text', { transformer: encrypted('need.title') })
  title!: string;

  @Column('text', { transformer: encrypted('need.plain') })
  plain!: string;

  /** What the visitor was told to do at once. */
  @Column('text', { transformer: encryptedJson('need.advice') })
  advice!: string[];

  /** Suspected neglect or abuse, or a door that stayed shut: nothing of this need reaches any relative by itself. */
  @Column('boolean')
  heldFromFamily!: boolean;

  @Column('varchar', { length: 20 })
  status!: NeedStatus;

  @Column('varchar', { length: 20, nullable: true })
  handler!: NeedHandler | null;

  @Column('varchar', { length: 20 })
  ownerKind!: OwnerKind;

  /** The plan names the first contact, and none is registered: the community acts in their place. */
  @Column('boolean')
  firstContactMissing!: boolean;

  /** Codes separated by commas: `first-contact`, `emergency-contact`. */
  @Column('varchar', { length: 60 })
  inform!: string;

  /** JSON of `Reason[]`. */
  @Column('text')
  because!: string;

  @Column('varchar', { length: 20 })
  level!: Level;

  /** What the family asked for; null until they answered. */
  @Column('varchar', { length: 20, nullable: true })
  familyWish!: FamilyChoice | null;

  /** Instant of the visit that found it last. */
  @Column('bigint', { transformer: instant })
  seenAt!: number;

  @Column('bigint', { transformer: instant })
  raisedAt!: number;

  @Column('bigint', { transformer: instant })
  acknowledgeBy!: number;

  @Column('bigint', { transformer: instant })
  closeBy!: number;

  /** The clock for being taken, `24h` or `3wd`: each further level has the same again. */
  @Column('varchar', { length: 10 })
  acknowledgeWithin!: string;

  /** When it goes one level up, not taken or not done by then; null where nobody took it and no level is above. */
  @Column('bigint', { nullable: true, transformer: instant })
  @Index()
  risesAt!: number | null;

  @Column('bigint', { nullable: true, transformer: instant })
  acknowledgedAt!: number | null;

  @Column('varchar', { length: 26, nullable: true })
  acknowledgedBy!: string | null;

  @Column('bigint', { nullable: true, transformer: instant })
  closedAt!: number | null;

  @Column('varchar', { length: 26, nullable: true })
  closedBy!: string | null;

  @Column('varchar', { length: 20, nullable: true })
  outcome!: Outcome | null;

  @Column('text', { nullable: true, transformer: encrypted('need.note') })
  note!: string | null;
}

/** What a visit found, as it was put then. */
export interface Observation {
  field: string;
  option: string | null;
  title: string;
  plain: string;
  /** The visitor's own words about it, only where whoever sees the need may read them. */
  words: string | null;
}

/** One visit, or sheet, on which the matter was seen. */
@Entity('need_evidence')
@Index(['needId', 'visitId'], { unique: true })
@Index(['visitId'])
@Index(['visitorId'])
export class NeedEvidence {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  needId!: string;

  @Column('varchar', { length: 26 })
  visitId!: string;

  @Column('varchar', { length: 26 })
  visitorId!: string;

  @Column('varchar', { length: 20 })
  severity!: Severity;

  /** It made the need more pressing than it was, or was a further call for help. */
  @Column('boolean')
  severityRose!: boolean;

  @Column('text', { transformer: encryptedJson('need_evidence.observation') })
  observation!: Observation;

  @Column('bigint', { transformer: instant })
  seenAt!: number;
}

export type StepKind = 'answer' | 'acknowledgement' | 'closure';

/** What a person did with a need. The id is made by the client, so that a repeat changes nothing. */
@Entity('need_step')
@Index(['needId'])
export class NeedStep {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  needId!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('varchar', { length: 20 })
  kind!: StepKind;

  /** Of an answer the choice, of an acknowledgement the handler, of a closure the outcome. */
  @Column('varchar', { length: 20 })
  value!: string;

  /** Keyed hash of who sent what. */
  @Column('varchar', { length: 64 })
  bodyHash!: string;

  @Column('bigint', { transformer: instant })
  at!: number;
}

/** Who had a need before it went up: a level where nobody took it, or the family or the office that had taken it. */
export const RISEN_FROM = ['family', ...LEVELS, 'community-taken', 'street-taken', 'district-taken'] as const;
export type RisenFrom = (typeof RISEN_FROM)[number];

/** A need went one level up, because the one before let its clock run out. Nobody did it. */
@Entity('need_rise')
@Index(['needId'])
export class NeedRise {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  needId!: string;

  @Column('varchar', { length: 20 })
  risenFrom!: RisenFrom;

  @Column('varchar', { length: 20 })
  risenTo!: Level;

  @Column('bigint', { transformer: instant })
  at!: number;
}

export type SeenKind = 'visit' | 'sheet' | 'no-answer' | 'emergency';

/** What was told of an elder whose record had ended: looked at again if the end is taken back. */
@Entity('set_aside')
@Index(['elderId'])
export class SetAside {
  /** Of the visit, the sheet, or whatever told it. */
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 10 })
  kind!: SeenKind;

  @Column('varchar', { length: 26 })
  elderId!: string;

  @Column('bigint', { transformer: instant })
  at!: number;
}
