import { codesOf, PAUSES, type Cadence, type Excuse, type ObligationStatus, type PauseReason } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { instant } from '../../platform/database';

/** Why nobody has to come; a registration by mistake was never owed anything. */
export type ExcusedFor = Excuse | 'mistake';

export const PAUSE_REASONS = codesOf(PAUSES);

/** Excused for a while only: a visit still meets it, and when the pause turns out shorter it is owed after all. */
export function isPaused({ status, excuse }: { status: ObligationStatus; excuse: ExcusedFor | null }): boolean {
  return status === 'excused' && PAUSE_REASONS.includes(excuse as PauseReason);
}

/** Regular visits by the plan's cadence; special periods will be programmes of their own. */
export const REGULAR = 'regular';

/** Ranks of the list: whoever was missed last time comes first. */
export const RANK_AFTER_MISSED = 0;
export const RANK_USUAL = 1;

/**
 * A visit owed to an elder in a calendar period. The row is its own first state: owed since the period's first day, known
 * since `createdAt`; every later state is an `obligation_change` as well.
 */
@Entity('obligation')
@Index(['elderId', 'programme', 'periodStart'], { unique: true })
@Index(['communityId', 'status', 'listRank', 'dueOn', 'periodStart', 'id', 'listUntil'])
@Index(['status', 'dueOn', 'periodStart', 'listUntil', 'listRank', 'programme', 'elderId'])
export class Obligation {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Where the elder lived while it was owed: follows the elder until it is settled, then stays. */
  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 20 })
  programme!: string;

  @Column('varchar', { length: 10 })
  every!: Cadence;

  /** Calendar date. */
  @Column('varchar', { length: 10 })
  periodStart!: string;

  /** Last day of the period. */
  @Column('varchar', { length: 10 })
  dueOn!: string;

  /**
   * Last day on which lists show it: `dueOn`, unless a period of another cadence begins before, so that an elder never
   * stands in a list twice.
   */
  @Column('varchar', { length: 10 })
  listUntil!: string;

  @Column('varchar', { length: 10 })
  status!: ObligationStatus;

  /** 0 after a missed period, else 1; kept on the row so that the list is one walk along an index. */
  @Column('int')
  listRank!: number;

  /** The visit that met it, when that took place (ms), and who came. */
  @Column('varchar', { length: 26, nullable: true })
  visitId!: string | null;

  @Column('bigint', { nullable: true, transformer: instant })
  visitedAt!: number | null;

  @Column('varchar', { length: 26, nullable: true })
  visitedBy!: string | null;

  /** Set when the status is `excused`. */
  @Column('varchar', { length: 10, nullable: true })
  excuse!: ExcusedFor | null;

  @Column('bigint', { transformer: instant })
  createdAt!: number;
}

/** A change of status: when it took effect and when it was known, so that any past day can be shown as it stood. */
@Entity('obligation_change')
export class ObligationChange {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  obligationId!: string;

  @Column('varchar', { length: 10 })
  status!: ObligationStatus;

  @Column('bigint', { transformer: instant })
  effectiveAt!: number;

  @Column('bigint', { transformer: instant })
  knownAt!: number;

  @Column('varchar', { length: 26, nullable: true })
  visitId!: string | null;
}
