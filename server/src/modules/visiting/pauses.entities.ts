import type { PauseReason } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted } from '../../platform/crypto';
import { instant } from '../../platform/database';

/** `back`: said before the day. `mistake`: it never held. `record-ended`: the record did. Unset: it ran out by itself. */
export const PAUSE_ENDINGS = ['back', 'mistake', 'record-ended'] as const;
export type PauseEnding = (typeof PAUSE_ENDINGS)[number];

/**
 * 暂时不用去: an officer says that visits rest. Whether they do on a day is read from the two dates alone, so that nothing has
 * to run for the elder to come back.
 */
@Entity('visit_pause')
@Index(['elderId', 'backOn'])
export class VisitPause {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** The elder, until it ends or the next one begins: one at a time. */
  @Column('varchar', { length: 26, nullable: true })
  @Index({ unique: true })
  openKey!: string | null;

  @Column('varchar', { length: 10 })
  reason!: PauseReason;

  /** First calendar date on which nobody has to come. */
  @Column('varchar', { name: 'from_on', length: 10 })
  from!: string;

  /** Calendar date from which visits are owed again: the return, or the day to ask once more. Moved when it ends early. */
  @Column('varchar', { length: 10 })
  backOn!: string;

  /** How it is known. */
  @Column('text', { transformer: encrypted('visit_pause.note') })
  note!: string;

  @Column('varchar', { length: 26 })
  setBy!: string;

  @Column('bigint', { transformer: instant })
  setAt!: number;

  @Column('varchar', { length: 12, nullable: true })
  endedHow!: PauseEnding | null;

  @Column('varchar', { length: 26, nullable: true })
  endedBy!: string | null;

  @Column('bigint', { nullable: true, transformer: instant })
  endedAt!: number | null;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
