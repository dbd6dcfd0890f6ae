import type { MigrationInterface, QueryRunner } from 'typeorm';

import { bigint, createTable, id, primary, varchar } from './columns';

/** What was told of an elder whose record had ended, in case the end is taken back. */
export class SetAside1764000000030 implements MigrationInterface {
  name = 'SetAside1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    const columns = [primary(), varchar('kind', 10), id('elder_id'), bigint('at')];
    await createTable(runner, 'set_aside', columns, { indexes: [['elder_id']] });
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward');
  }
}
