import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, primary, varchar } from './columns';

/** When a need went up to the next level, for its history. */
export class NeedRises1764000000018 implements MigrationInterface {
  name = 'NeedRises1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(
      runner,
      'need_rise',
      [primary(), id('need_id'), varchar('risen_from', 20), varchar('risen_to', 20), bigint('at')],
      { indexes: [['need_id']] },
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
