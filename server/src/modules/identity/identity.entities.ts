import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import type { Role } from '../../platform/access';
import { encrypted } from '../../platform/crypto';
import { instant } from '../../platform/database';
import type { KinshipState } from './kinship-state';

/** A person who signs in. */
@Entity('account')
export class Account {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  /** Whom WeChat says it is; null once the community has unbound a lost phone. */
  @Column('varchar', { length: 64, nullable: true })
  @Index({ unique: true })
  openid!: string | null;

  @Column('varchar', { length: 50 })
  name!: string;

  @Column('text', { nullable: true, transformer: encrypted('account.phone') })
  phone!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  @Index({ unique: true })
  phoneIndex!: string | null;

  /** Invitation codes that did not fit, counted from `wrongCodesSince` on. */
  @Column('int')
  wrongCodes!: number;

  @Column('bigint', { transformer: instant })
  wrongCodesSince!: number;

  @Column('bigint', { transformer: instant })
  createdAt!: number;
}

/** One signed-in device. The token itself is nowhere in the database. */
@Entity('session')
export class Session {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  accountId!: string;

  /** Keyed hash of the token. */
  @Column('varchar', { length: 64 })
  @Index({ unique: true })
  tokenHash!: string;

  /** What the person would call it. */
  @Column('text', { nullable: true, transformer: encrypted('session.device_name') })
  deviceName!: string | null;

  @Column('bigint', { transformer: instant })
  createdAt!: number;

  @Column('bigint', { transformer: instant })
  expiresAt!: number;

  @Column('bigint', { nullable: true, transformer: instant })
  revokedAt!: number | null;
}

/** In what capacity an account works, and where. Family members have none: their scope is kinship. */
@Entity('membership')
@Index(['divisionId', 'role'])
export class Membership {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  @Index()
  accountId!: string;

  @Column('varchar', { length: 10 })
  role!: Exclude<Role, 'family'>;

  @Column('varchar', { length: 26, nullable: true })
  divisionId!: string | null;

  /** Visitors: the body on whose behalf they come, a code of `VISITOR_BODIES`. */
  @Column('varchar', { length: 20, nullable: true })
  body!: string | null;

  /** First day, calendar date. */
  @Column('varchar', { length: 10 })
  since!: string;

  /** First day on which it no longer holds; null while it does. */
  @Column('varchar', { length: 10, nullable: true })
  until!: string | null;
}

/** The way from an invitation to a confirmed relative; see `kinship-state`. */
@Entity('kinship')
@Index(['elderId', 'status'])
@Index(['communityId', 'status'])
export class Kinship {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Community of the elder; kept in step by the registry. */
  @Column('varchar', { length: 26 })
  communityId!: string;

  /** The row of the registry that says who this is to the elder. */
  @Column('varchar', { length: 26 })
  @Index()
  relativeId!: string;

  /** Who took up the invitation; null until then. */
  @Column('varchar', { length: 26, nullable: true })
  @Index()
  accountId!: string | null;

  @Column('varchar', { length: 10 })
  status!: KinshipState;

  /** When it was confirmed, also after its end; null if it never was. */
  @Column('bigint', { nullable: true, transformer: instant })
  confirmedAt!: number | null;

  /** The relative while this is confirmed, else null: the unique index allows one account for each relative. */
  @Column('varchar', { length: 26, nullable: true })
  @Index({ unique: true })
  confirmedAs!: string | null;

  /** Account and elder while this waits or is confirmed, else null: the unique index allows one for each pair. */
  @Column('varchar', { length: 53, nullable: true })
  @Index({ unique: true })
  runningAs!: string | null;

  /** Keyed hash of the invitation code; null once the code is used or void. */
  @Column('varchar', { length: 64, nullable: true })
  @Index({ unique: true })
  codeIndex!: string | null;

  /** End of the invitation. */
  @Column('bigint', { transformer: instant })
  expiresAt!: number;

  @Column('varchar', { length: 64 })
  bodyHash!: string;

  /** The id that the relative's client gave to the acceptance. */
  @Column('varchar', { length: 26, nullable: true })
  @Index({ unique: true })
  acceptanceId!: string | null;

  @Column('varchar', { length: 64, nullable: true })
  acceptanceHash!: string | null;

  @Column('bigint', { nullable: true, transformer: instant })
  acceptedAt!: number | null;

  @Column('bigint', { nullable: true, transformer: instant })
  decidedAt!: number | null;

  @Column('bigint', { transformer: instant })
  createdAt!: number;
}
