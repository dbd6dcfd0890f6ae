import type { Answers, SignatureKind, VisitMode } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted, encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';

/** A visit as it was recorded. It never changes. */
@Entity('visit')
@Index(['elderId', 'startedAt'])
@Index(['visitorId', 'receivedAt', 'id'])
@Index(['communityId', 'receivedAt', 'id'])
export class Visit {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  /** To read aloud over the phone; see `visitNumber`. */
  @Column('varchar', { length: 20 })
  number!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Where the elder lived on that day. */
  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 26 })
  visitorId!: string;

  /** What it met; null when nothing was owed or an earlier visit had met it. */
  @Column('varchar', { length: 26, nullable: true })
  obligationId!: string | null;

  /** The same person's check-in at the same door on the same day; null when there was none. */
  @Column('varchar', { length: 26, nullable: true })
  checkInId!: string | null;

  @Column('varchar', { length: 20 })
  mode!: VisitMode;

  @Column('varchar', { length: 60 })
  formId!: string;

  @Column('int')
  formVersion!: number;

  @Column('text', { transformer: encryptedJson('visit.answers') })
  answers!: Answers;

  @Column('bigint', { transformer: instant })
  startedAt!: number;

  @Column('bigint', { transformer: instant })
  endedAt!: number;

  @Column('bigint', { transformer: instant })
  receivedAt!: number;

  @Column('varchar', { length: 10 })
  signatureKind!: SignatureKind;

  @Column('text', { nullable: true, transformer: encrypted('visit.proxy_name') })
  proxyName!: string | null;

  /**
   * Why somebody should look at it again, as codes with spaces between (`clock-ahead`, `assignment-ended`, `earlier-home`);
   * usually null.
   */
  @Column('varchar', { length: 60, nullable: true })
  review!: string | null;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}

export type VisitFileKind = 'photo' | 'signature';

/** A picture that a record announced by its hash. The bytes may follow hours later. */
@Entity('visit_file')
@Index(['visitId', 'sha256'], { unique: true })
export class VisitFile {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  visitId!: string;

  /** Of the bytes as the phone sends them. */
  @Column('varchar', { length: 64 })
  sha256!: string;

  @Column('varchar', { length: 10 })
  kind!: VisitFileKind;

  /** The form field that the photo belongs to. */
  @Column('varchar', { length: 60, nullable: true })
  field!: string | null;

  /** Place among the photos of the record. */
  @Column('int')
  place!: number;

  /** The stored file; null until the bytes came. */
  @Column('varchar', { length: 26, nullable: true })
  fileId!: string | null;
}
