import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { instant } from '../database/columns';

/** A handler's effect is in the database, or it calls the network. */
export const HANDLER_KINDS = ['transactional', 'external'] as const;
export type HandlerKind = (typeof HANDLER_KINDS)[number];

/** One event for one handler. Deleted in the handler's own transaction when it is done; `dead` rows wait for a person. */
@Entity('outbox_job')
@Index(['status', 'kind', 'runAt'])
export class OutboxJob {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 40 })
  event!: string;

  @Column('varchar', { length: 60 })
  handler!: string;

  /** Of its handler when the event was written: each kind has slots of its own. */
  @Column('varchar', { length: 13, default: 'transactional' })
  kind!: HandlerKind;

  /** Ids only, as JSON. */
  @Column('text')
  payload!: string;

  @Column('varchar', { length: 10 })
  status!: 'ready' | 'dead';

  /** Tries begun, with the one in hand. */
  @Column('int')
  attempts!: number;

  @Column('bigint', { transformer: instant })
  runAt!: number;

  @Column('bigint', { transformer: instant })
  leaseUntil!: number;

  @Column('varchar', { length: 26, nullable: true })
  leaseOwner!: string | null;

  /** Name and code of the last failure, without values. */
  @Column('varchar', { length: 200, nullable: true })
  error!: string | null;

  @Column('bigint', { transformer: instant })
  createdAt!: number;
}
