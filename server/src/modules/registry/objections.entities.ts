import type { ObjectionOutcome, ObjectionStatus } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted } from '../../platform/crypto';
import { instant } from '../../platform/database';

/** A relative says that something about their parent is not right; somebody of the community looks, and answers. */
@Entity('objection')
@Index(['elderId', 'accountId'])
@Index(['status', 'sentAt'])
export class Objection {
  /** Made by the relative's client. */
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Who says so. */
  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('text', { transformer: encrypted('objection.note') })
  note!: string;

  @Column('varchar', { length: 64 })
  bodyHash!: string;

  @Column('varchar', { length: 10 })
  status!: ObjectionStatus;

  @Column('bigint', { transformer: instant })
  sentAt!: number;

  /** Made by the officer's client; null until somebody has looked. */
  @Column('varchar', { length: 26, nullable: true })
  @Index({ unique: true })
  closureId!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  closureHash!: string | null;

  @Column('varchar', { length: 10, nullable: true })
  outcome!: ObjectionOutcome | null;

  /** A line for the relative. */
  @Column('text', { nullable: true, transformer: encrypted('objection.answer') })
  answer!: string | null;

  @Column('varchar', { length: 26, nullable: true })
  closedBy!: string | null;

  @Column('bigint', { nullable: true, transformer: instant })
  closedAt!: number | null;
}
