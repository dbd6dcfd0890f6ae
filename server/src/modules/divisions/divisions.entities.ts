import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const DIVISION_LEVELS = ['province', 'city', 'district', 'street', 'community', 'grid'] as const;
export type DivisionLevel = (typeof DIVISION_LEVELS)[number];

/** An administrative division. The id stays when the code changes: streets split, districts are renamed. */
@Entity('division')
export class Division {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26, nullable: true })
  @Index()
  parentId!: string | null;

  @Column('varchar', { length: 80 })
  name!: string;

  @Column('varchar', { length: 10 })
  level!: DivisionLevel;

  /** Area of a village committee (村委会). */
  @Column('boolean')
  rural!: boolean;
}

/** The GB/T 2260 code (9 digits a street, 12 a community) that a division bears from a day on. */
@Entity('division_code')
@Index(['code', 'since'], { unique: true })
export class DivisionCode {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  divisionId!: string;

  @Column('varchar', { length: 12 })
  code!: string;

  /** Calendar date. */
  @Column('varchar', { length: 10 })
  since!: string;

  /** First day on which the code is no longer borne; null while it is. */
  @Column('varchar', { length: 10, nullable: true })
  until!: string | null;
}
