import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { instant } from '../../platform/database';

/** That a visitor looks after an elder, from one instant to another. */
@Entity('visitor_assignment')
@Index(['elderId', 'accountId', 'running'], { unique: true })
@Index(['accountId', 'running'])
export class VisitorAssignment {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  /** True while it lasts, null afterwards: a unique index lets any number of nulls stand beside one running row. */
  @Column('boolean', { nullable: true })
  running!: boolean | null;

  @Column('bigint', { transformer: instant })
  since!: number;

  @Column('bigint', { nullable: true, transformer: instant })
  until!: number | null;

  /** It ended only because the elder's record did, and comes back with it. */
  @Column('boolean', { nullable: true })
  endedWithRecord!: boolean | null;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
