import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, nullable, primary, text, varchar } from './columns';

/** 紧急求助: what a visitor wrote down after life was in danger. */
export class Emergencies1764000000026 implements MigrationInterface {
  name = 'Emergencies1764000000026';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'emergency',
      [
        primary(),
        id('elder_id'),
        id('community_id'),
        id('visitor_id'),
        text('what'),
        text('calls'),
        text('outcome'),
        nullable(text('words')),
        bigint('happened_at'),
        bigint('at'),
        bigint('received_at'),
        varchar('body_hash', 64),
      ],
      { indexes: [['elder_id', 'at']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
