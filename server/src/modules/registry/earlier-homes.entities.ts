import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A community an elder has moved away from. The registry's row says where they live now; what happened before a move is
 * judged by the rules of where they lived then.
 */
@Entity('earlier_home')
@Index(['elderId', 'until'])
export class EarlierHome {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  @Column('varchar', { length: 26 })
  communityId!: string;

  /** Calendar date on which the move was known: the first day on which this is no longer the home. */
  @Column('varchar', { length: 10 })
  until!: string;
}
