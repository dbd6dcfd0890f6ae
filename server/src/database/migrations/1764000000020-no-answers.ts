import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, nullable, primary, text, varchar } from './columns';

/** 没人开门: somebody came and did not see the elder. */
export class NoAnswers1764000000020 implements MigrationInterface {
  name = 'NoAnswers1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'no_answer',
      [
        primary(),
        id('elder_id'),
        id('community_id'),
        id('visitor_id'),
        text('tries'),
        varchar('outcome', 10),
        nullable(text('whereabouts')),
        nullable(text('words')),
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
