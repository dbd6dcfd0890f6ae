import type { Answers, AnswerValue } from '@tanfang/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encryptedJson } from '../../platform/crypto';
import { instant } from '../../platform/database';
import type { SheetKind } from './sheet-kinds';

/** What the server has filled into its boxes, by field id: as on the day of the record, whole, for the printed sheet. */
export type Boxes = Readonly<Record<string, AnswerValue>>;

/** A filled form that records no visit. It never changes: what was wrong or has changed is a new sheet after it. */
@Entity('sheet')
@Index(['elderId', 'kind', 'ordinal'], { unique: true })
export class Sheet {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  @Column('varchar', { length: 26 })
  elderId!: string;

  /** Where the elder lived on that day. */
  @Column('varchar', { length: 26 })
  communityId!: string;

  @Column('varchar', { length: 20 })
  kind!: SheetKind;

  /** The how-manieth of its kind for this elder, from 1. Two who amend the same one at once cannot both have it. */
  @Column('int')
  ordinal!: number;

  @Column('varchar', { length: 60 })
  formId!: string;

  @Column('int')
  formVersion!: number;

  @Column('text', { transformer: encryptedJson('sheet.answers') })
  answers!: Answers;

  @Column('text', { transformer: encryptedJson('sheet.boxes') })
  boxes!: Boxes;

  @Column('varchar', { length: 26 })
  recorderId!: string;

  @Column('bigint', { transformer: instant })
  recordedAt!: number;

  @Column('varchar', { length: 64 })
  bodyHash!: string;
}
