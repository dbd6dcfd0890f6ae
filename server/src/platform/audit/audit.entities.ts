import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { instant } from '../database/columns';

/** Who did what to which row, when. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('bigint', { transformer: instant })
  at!: number;

  @Column('varchar', { length: 26, nullable: true })
  actorId!: string | null;

  @Column('varchar', { length: 40 })
  action!: string;

  @Column('varchar', { length: 26 })
  @Index()
  subjectId!: string;

  /** JSON of ids, codes and counts, never personal data; `words` in it is the SHA-256 of the column of that name. */
  @Column('text')
  detail!: string;

  /**
   * What a person gave as the reason, encrypted; null when nobody was asked for one. Kept here as it is stored, and not
   * decrypted by the column: the chain has to be checked without a key.
   */
  @Column('text', { nullable: true })
  words!: string | null;

  @Column('varchar', { length: 36 })
  requestId!: string;

  /** Place in the chain, given by the sealer; null until then. */
  @Column('bigint', { nullable: true, transformer: instant })
  @Index({ unique: true })
  sequence!: number | null;

  @Column('varchar', { length: 64, nullable: true })
  hash!: string | null;
}

/** The end of the chain: one row, changed by whoever seals. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('varchar', { length: 10 })
  id!: string;

  @Column('bigint', { transformer: instant })
  sequence!: number;

  @Column('varchar', { length: 64 })
  hash!: string;
}
