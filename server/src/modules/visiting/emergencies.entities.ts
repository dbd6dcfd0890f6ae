import type { EmergencyKind, EmergencyOutcome } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted, encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';

export const CALLEES = ['120', '119', '110', 'family'] as const;

export interface EmergencyCall {
  who: (typeof CALLEES)[number];
  /** Of the family: 女儿 王静. */
  name?: string;
  /** By the phone's clock, ms. */
  at: number;
}

/** 处置情况记录 (辽宁 二（四）, 黑龙江 五（二）1): kept for the file, and never changes. */
@Entity('emergency')
@Index(['elderId', 'at'])
export class Emergency {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Where the elder lived when it became known. */
  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 26 })
  visitorId!: string;

  @Column('text', { transformer: encrypted('emergency.what') })
  what!: EmergencyKind;

  @Column('text', { transformer: encryptedJson('emergency.calls') })
  calls!: EmergencyCall[];

  @Column('text', { transformer: encrypted('emergency.outcome') })
  outcome!: EmergencyOutcome;

  /** The visitor's own words. */
  @Column('text', { nullable: true, transformer: encrypted('emergency.words') })
  words!: string | null;

  /** When it happened, and when it was written down; ms. */
  @Column('bigint', { transformer: instant })
  happenedAt!: number;

  @Column('bigint', { transformer: instant })
  at!: number;

  @Column('bigint', { transformer: instant })
  receivedAt!: number;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
