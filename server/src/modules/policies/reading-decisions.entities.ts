import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { instant } from '../../platform/database';

/**
 * What a district has decided about one of our readings, from a day on. Rows are only added: what held on a past day can be
 * told for ever. The reason is published as part of the rule, so it is kept as it is and must not speak of anybody.
 */
@Entity('reading_decision')
@Index(['districtId', 'decidedAt'])
export class ReadingDecision {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  districtId!: string;

  @Column('varchar', { length: 20 })
  packId!: string;

  /** Code of the rule, as the pack states it. */
  @Column('varchar', { length: 80 })
  ruleId!: string;

  /** Code of an option of the reading; null: back to our reading. */
  @Column('varchar', { length: 60, nullable: true })
  value!: string | null;

  /** Calendar date. */
  @Column('varchar', { length: 10 })
  holdsFrom!: string;

  @Column('varchar', { length: 200 })
  reason!: string;

  @Column('varchar', { length: 26 })
  decidedBy!: string;

  @Column('bigint', { transformer: instant })
  decidedAt!: number;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
