import type { Cadence, PauseReason } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted } from '../../platform/crypto';

/**
 * What lists show of an elder, copied from the registry and kept in step by `elder.registered` and `elder.changed`:
 * modules meet at front doors only, and a list must not ask the registry once per row. One row per elder, not a copy on
 * every obligation, so that a change of name is one write.
 */
@Entity('visited_elder')
@Index(['communityId', 'pausedUntil'])
export class VisitedElder {
  @PrimaryColumn('varchar', { length: 26 })
  elderId!: string;

  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 20 })
  packId!: string;

  @Column('varchar', { length: 60 })
  name!: string;

  @Column('varchar', { length: 10 })
  birthDate!: string;

  /** 5 号楼 1 单元 */
  @Column('text', { transformer: encrypted('visited_elder.place') })
  place!: string;

  /** One line remembered from last time: 上次燃气软管旧了. */
  @Column('text', { nullable: true, transformer: encrypted('visited_elder.note') })
  note!: string | null;

  /** The visitor assigned longest, whose name officers see in the list. */
  @Column('varchar', { length: 26, nullable: true })
  visitorId!: string | null;

  /** The cadence in force; null while nothing is owed. */
  @Column('varchar', { length: 10, nullable: true })
  every!: Cadence | null;

  /** Calendar date from which that is known: only periods that begin on it or later follow it. */
  @Column('varchar', { length: 10 })
  everySince!: string;

  /** Calendar date on which the elder was first seen here; a first registration is itself a visit owed at once. */
  @Column('varchar', { length: 10 })
  seenOn!: string;

  /** 暂时不用去, copied from the pause that was made last: why, and the calendar date from which visits are owed again. */
  @Column('varchar', { length: 10, nullable: true })
  pausedFor!: PauseReason | null;

  @Column('varchar', { length: 10, nullable: true })
  pausedUntil!: string | null;

  /**
   * Calendar date on which a visitor saw the elder at home although that pause says hospital or away; null once somebody has
   * said what holds.
   */
  @Column('varchar', { length: 10, nullable: true })
  seenWhilePaused!: string | null;
}
