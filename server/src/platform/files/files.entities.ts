import { Column, Entity, PrimaryColumn } from 'typeorm';

import { instant } from '../database/columns';

/** An encrypted file. Its bytes lie in the store under its id. */
@Entity('stored_file')
export class StoredFile {
  @PrimaryColumn('varchar', { length: 26 })
  id!: string;

  /** SHA-256 of the bytes as the phone sent them, before metadata was stripped. */
  @Column('varchar', { length: 64 })
  sentSha256!: string;

  @Column('varchar', { length: 20 })
  mediaType!: 'image/jpeg' | 'image/png';

  @Column('int')
  bytes!: number;

  @Column('varchar', { length: 12 })
  keyId!: string;

  @Column('bigint', { transformer: instant })
  createdAt!: number;
}
