import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, int, primary, text, varchar } from './columns';

export class Sheets1764000000010 implements MigrationInterface {
  name = 'Sheets1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'sheet',
      [
        primary(),
        id('elder_id'),
        id('community_id'),
        varchar('kind', 20),
        int('ordinal'),
        varchar('form_id', 60),
        int('form_version'),
        text('answers'),
        text('boxes'),
        id('recorder_id'),
        bigint('recorded_at'),
        varchar('body_hash', 64),
      ],
      { unique: [['elder_id', 'kind', 'ordinal']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
