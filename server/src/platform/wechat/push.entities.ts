import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

import { encryptedJson } from '../crypto';
import { instant } from '../database/columns';
import type { Pushed } from './push-message';

/** One thing that the platform told us, each once however often it was sent. */
@Entity('wechat_push')
export class PushRow {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  /** Keyed hash of who, when and what. It stays, so that a repeat is known as one at any time. */
  @Column('varchar', { length: 64 })
  @Index({ unique: true })
  fingerprint!: string;

  /** Null once it was acted upon. */
  @Column('text', { nullable: true, transformer: encryptedJson('wechat_push.content') })
  content!: Pushed | null;

  @Column('bigint', { transformer: instant })
  receivedAt!: number;
}
