import type { Excuse } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encrypted, encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';

/** What was tried, in whatever order. */
export const TRIES = ['knocked', 'called-elder', 'called-family'] as const;

export interface Try {
  kind: (typeof TRIES)[number];
  /** By the phone's clock, ms. */
  at: number;
}

/** `unreached`: nobody could be found. `known`: somebody said where the elder is. */
export const NO_ANSWER_OUTCOMES = ['unreached', 'known'] as const;
export type NoAnswerOutcome = (typeof NO_ANSWER_OUTCOMES)[number];

/** What may be heard at a closed door. Of a death the community tells, and nobody taps it there. */
export const WHEREABOUTS = ['hospital', 'away', 'moved', 'declined'] as const satisfies readonly Excuse[];
export type Whereabouts = (typeof WHEREABOUTS)[number];

/** Somebody came to visit, and did not see the elder. It meets nothing of what is owed, and never changes. */
@Entity('no_answer')
@Index(['elderId', 'at'])
export class NoAnswer {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Where the elder lived when it became known. */
  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 26 })
  visitorId!: string;

  @Column('text', { transformer: encryptedJson('no_answer.tries') })
  tries!: Try[];

  @Column('varchar', { length: 10 })
  outcome!: NoAnswerOutcome;

  @Column('text', { nullable: true, transformer: encrypted('no_answer.whereabouts') })
  whereabouts!: Whereabouts | null;

  /** The visitor's own words. */
  @Column('text', { nullable: true, transformer: encrypted('no_answer.words') })
  words!: string | null;

  /** When the visitor gave up, ms. */
  @Column('bigint', { transformer: instant })
  at!: number;

  @Column('bigint', { transformer: instant })
  receivedAt!: number;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
