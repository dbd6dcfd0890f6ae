import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { instant } from '../../platform/database';

/** That somebody stood at an elder's door and scanned the code. */
@Entity('check_in')
export class CheckIn {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  elderId!: string;

  @Column('varchar', { length: 26 })
  accountId!: string;

  @Column('varchar', { length: 26 })
  doorCodeId!: string;

  /** By the phone's clock. */
  @Column('bigint', { transformer: instant })
  at!: number;

  @Column('bigint', { transformer: instant })
  receivedAt!: number;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
